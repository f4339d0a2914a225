import { expect } from "chai";

import { readNote } from "../../src/chain/readNote.ts";
import { givenLiveNote } from "./acting.ts";

/** Code of a contract that reverts whatever it is asked, of one that spends all gas, and of one that answers nothing. */
const BROKEN = { reverts: "0x5f5ffd", "spends all gas": "0xfe", "answers nothing": "0x00" } as const;

describe("a note whose currency answers no more", () => {
  const given = givenLiveNote();

  async function breakCurrency(code: string): Promise<string> {
    const currency = await given.live.currency.getAddress();
    await given.live.provider.send("anvil_setCode", [currency, code]);
    return currency;
  }

  for (const [how, code] of Object.entries(BROKEN)) {
    it(`is read all the same, where the currency ${how}`, async () => {
      const address = await breakCurrency(code);
      const { live } = given;
      const { currency, statement, held } = await readNote(live, live.id, { fromBlock: live.record.startBlock });
      expect(currency).to.deep.equal({ address, symbol: "units", decimals: 0 });
      expect(statement.principal).to.equal(203323_700000n);
      const unread = `its currency, the contract at ${address}, does not say what is kept`;
      expect(held.map(({ holder, amount, unread: why }) => [holder, amount, why])).to.deep.equal([
        [given.address("lender"), null, unread],
      ]);
    });
  }

  it("is shown and stated, with what could not be read and why", async () => {
    await breakCurrency(BROKEN.reverts);
    const [table, json, statement] = await Promise.all([
      given.note("show", "--id", "1"),
      given.note("show", "--id", "1", "--json"),
      given.note("statement", "--id", "1", "--on", "2004-01-31", "--json"),
    ]);
    expect([table.stderr, json.stderr, statement.stderr]).to.deep.equal(["", "", ""]);
    expect([table.code, json.code, statement.code]).to.deep.equal([0, 0, 0]);
    expect(table.stdout).to.match(
      /Money held +│ unread for 0x\w{40}: its currency, the contract at 0x\w{40}, does not/,
    );
    const { principal, held } = JSON.parse(json.stdout) as { principal: string; held: Record<string, unknown>[] };
    expect([principal, held[0]?.["amount"]]).to.deep.equal(["203323700000", null]);
    expect((JSON.parse(statement.stdout) as { principal: string }[])[0]?.principal).to.equal("203323700000");
  });
});
