import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { givenLiveNote } from "./acting.ts";

/** What every reader of a replacement is shown of it, though the note it replaces is in dollars of six decimals. */
const TERMS = [
  /Principal +│ 210,?000\.00 EUR /,
  /Currency +│ EUR at 0x/,
  /Interest +│ 6%, ACT_365F/,
  /Overdue interest +│ 9% on principal and interest/,
  /Dated, due +│ 2003-12-31, 2008-01-02/,
  /Prepayment +│ prohibited/,
  /Days of grace, dismissal, judgment +│ 10, 90, 90/,
  /Price per share +│ 0\.05 EUR/,
  /Register of control +│ 0x\w+, the recorded one/,
  /Calendar +│ 0x\w+, America\/New_York/,
  /Document +│ (none|0x\w{64})/,
  /Term sheet +│ 0x\w{64}/,
];

describe("a novation into another currency", () => {
  const given = givenLiveNote();
  let folder: string;
  let sheet: string;
  let currency: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-novation-"));
    sheet = join(folder, "amended.json");
    const euro = await new Dollar__factory(given.signer("deployer")).deploy("EUR", 2);
    currency = await euro.getAddress();
    const terms = {
      currency: { symbol: "EUR", decimals: 2 },
      principal: "210000.00",
      maturity: "2008-01-02",
      "interest.rate": "6%",
    };
    await writeFile(sheet, JSON.stringify(sheetWith(terms)));
    await given.on("2006-01-03");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function signed(by: "borrower" | "lender") {
    const out = join(folder, `${by}.json`);
    const novate = ["novate", sheet, "--id", "1", "--currency", currency, "--as", given.address(by)];
    const { code, stderr } = await given.note("sign", ...novate, "--deadline", "2006-01-10", "--out", out, "--yes");
    expect(code, stderr).to.equal(0);
    const { says } = JSON.parse(await readFile(out, "utf8")) as { says: string };
    return { out, stderr, says };
  }

  function expectTerms(preview: string) {
    for (const term of TERMS) expect(preview).to.match(term);
  }

  it("is signed over every term of the replacement, in its own currency", async () => {
    const { stderr, says } = await signed("borrower");
    expectTerms(stderr);
    expect(says).to.match(/replaced by one of other terms: principal 210,?000\.00 EUR, 6%, .* at 0\.05 EUR a share/);
    expect(says).to.match(/its principal is 203,?323\.70 USD/);
  });

  it("is told in the currency of each note, when it is sent by a party", async () => {
    const { out } = await signed("borrower");
    const novate = ["novate", sheet, "--id", "1", "--currency", currency, "--signed", out];
    const { code, stdout, stderr } = await given.note(...novate, "--as", given.address("lender"), "--yes");
    expect(code, stderr).to.equal(0);
    expectTerms(stderr);
    expect(stdout).to.match(/Told +│ The borrower made the note to the holder for 210,000\.00 at 6%, due 2008-01-02/);
    expect(stdout).to.match(/Owed in all +│ 235,?\d{3}\.\d+ USD +│ 0 USD/);
  });

  it("is refused in one line with a file that is no agreement to it, before anything is sent", async () => {
    const transfer = join(folder, "transfer.json");
    const sign = [
      "sign",
      "transfer",
      "--id",
      "1",
      "--to",
      given.address("sister"),
      "--deadline",
      "2006-01-10",
      "--yes",
    ];
    expect((await given.note(...sign, "--out", transfer)).code).to.equal(0);
    const { code, stdout, stderr } = await given.note("novate", sheet, "--id", "1", "--signed", transfer, "--yes");
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.equal(`--signed: ${transfer} is no agreement to replace note 1; nothing was sent\n`);
  });

  it("is shown term by term, when anybody submits it", async () => {
    const [one, other] = [await signed("borrower"), await signed("lender")];
    const files = [one.out, other.out, "--as", given.address("payer"), "--yes"];
    const { code, stdout, stderr } = await given.note("submit", ...files);
    expect(code, stderr).to.equal(0);
    expectTerms(stderr);
    expect(stderr).to.match(/principal 210,?000\.00 EUR, 6%/);
    expect(stdout).to.match(/for 210,000\.00 at 6%/);
  });
});

describe("the making of a note by signature", () => {
  const given = givenLiveNote();

  it("is signed over every term", async () => {
    const folder = await mkdtemp(join(tmpdir(), "note-making-"));
    try {
      const sheet = join(folder, "sheet.json");
      const currency = await given.live.currency.getAddress();
      const accounts = { borrower: given.address("payer"), lender: given.address("stranger"), currency };
      await writeFile(sheet, JSON.stringify(sheetWith({ accounts, conversion: undefined })));
      const out = ["--out", join(folder, "signed.json"), "--deadline", "2004-01-10", "--yes"];
      const { code, stderr } = await given.note("sign", "issue", sheet, ...out);
      expect(code, stderr).to.equal(0);
      expect(stderr).to.match(/Overdue interest +│ 9% on principal and interest/);
      expect(stderr).to.match(/Days of grace, dismissal, judgment +│ 10, 90, 90/);
      expect(stderr).to.include(`USD at ${currency}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
