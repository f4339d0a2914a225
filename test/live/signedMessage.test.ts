import { expect } from "chai";
import { getIcapAddress } from "ethers";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { accountOf } from "../../src/chain/acts/perform.ts";
import { actToSign, makingToSign } from "../../src/chain/acts/sign.ts";
import { parseSignedMessage, requireGood, signedMessage } from "../../src/chain/acts/signedMessage.ts";
import { openSubmission, prepareSubmission } from "../../src/chain/acts/submission.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { givenLiveNote } from "./acting.ts";

describe("a file of a signed message", () => {
  const given = givenLiveNote();

  async function consent() {
    const options = new ActOptions({ to: given.address("stranger"), until: "2004-06-30" }, 6);
    const { name, contents } = await actToSign("consent", await given.open(), null, options, "", null);
    const account = accountOf(given.signer("borrower"), given.address("borrower"));
    const limits = { nonce: 7n, deadline: 4_000_000_000n };
    return await signedMessage(given.chain, account, name, contents, limits, "says");
  }

  it("says what was signed, however its figures are spelled", async () => {
    const signed = await consent();
    const { message } = signed;
    const spelled = {
      ...message,
      note: "0x1",
      to: getIcapAddress(given.address("stranger")),
      until: Number(message["until"]),
      deadline: ` ${message["deadline"] as string} `,
      amount: "1",
    };
    const parsed = parseSignedMessage({ ...signed, message: spelled }, "file.json");
    expect(parsed.message).to.deep.equal(message);
    await requireGood(given.chain, parsed, "file.json");
  });

  it("of a making is shown with every term of the note", async () => {
    const currency = await given.live.currency.getAddress();
    const accounts = { borrower: given.address("borrower"), lender: given.address("lender"), currency };
    const sheet = parseTermSheet(sheetWith({ accounts, conversion: undefined }), "sheet.json");
    const { name, contents } = await makingToSign(given.chain, "sheet.json", sheet, new ActOptions({}, 0));
    const account = accountOf(given.signer("borrower"), given.address("borrower"));
    const limits = { nonce: 8n, deadline: 4_000_000_000n };
    const signed = await signedMessage(given.chain, account, name, contents, limits, "says");
    const submission = await openSubmission(given.chain, [{ file: "file.json", signed }]);
    const { rows } = await prepareSubmission(given.chain, given.address("lender"), submission);
    const shown = new Map(rows.map(({ label, after }) => [label, after]));
    expect(shown.get("Currency")).to.equal(`USD at ${currency}`);
    expect(shown.get("Interest")).to.equal("7.75%, ACT_365F");
    expect(shown.get("Calendar")).to.match(/, America\/New_York$/);
  });

  it("is refused in one line without a part of its domain", async () => {
    const { domain, ...signed } = await consent();
    for (const member of Object.keys(domain)) {
      const without = Object.fromEntries(Object.entries(domain).filter(([key]) => key !== member));
      expect(() => parseSignedMessage({ ...signed, domain: without }, "file.json")).to.throw(
        `file.json: domain.${member}: is no text`,
      );
    }
  });
});
