import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { givenLiveNote } from "../live/acting.ts";

describe("a note that carries a sheet's hash and every term of it, and yet is another", () => {
  const given = givenLiveNote();
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-another-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  interface Made {
    readonly attestor?: string;
    readonly decimals?: number;
    readonly principal?: bigint;
    /** Account of the lender in the sheet. */
    readonly lender?: string;
  }

  /** Makes a note to the lender, and says what verifying its sheet and rendering it end with. */
  async function outcomeOf({ attestor, decimals = 6, principal, lender }: Made) {
    const { record, notes, terms, people, registry, stock } = given.live;
    const written = sheetWith(lender === undefined ? {} : { "accounts.lender": lender });
    const sheet = parseTermSheet(written, "the sheet");
    const currency = await new Dollar__factory(people.deployer).deploy("USD", decimals);
    const stated = termsOnChain(terms, sheet, {
      borrower: people.borrower.address,
      attestor: attestor ?? null,
      currency: await currency.getAddress(),
      calendar: record.contracts.NewYorkCalendar,
      registry: await registry.getAddress(),
      stock,
    });
    const struct = { ...stated, principal: principal ?? stated.principal };
    await (await notes.connect(people.borrower).make(struct, people.lender.address)).wait();
    const file = join(folder, "sheet.json");
    await writeFile(file, JSON.stringify(written));
    const verified = await given.note("verify", file, "--id", "2", "--json");
    const rendered = await given.note("render", file, "--id", "2", "--markdown", join(folder, "note.md"));
    const verdict = JSON.parse(verified.stdout) as { outcome: string; sentence: string };
    const letter = await given.note("payoff", "--id", "2", "--as-of", "2004-01-05", "--sheet", file);
    return {
      ...verdict,
      codes: [verified.code, rendered.code],
      stderr: rendered.stderr,
      files: await readdir(folder),
      letter,
    };
  }

  function expectOther(
    { outcome, sentence, codes, stderr, files }: Awaited<ReturnType<typeof outcomeOf>>,
    why: RegExp,
  ) {
    expect([outcome, ...codes]).to.deep.equal(["otherTerms", 1, 1]);
    expect(sentence).to.match(why);
    expect(stderr).to.match(why);
    expect(files).to.deep.equal(["sheet.json"]);
  }

  function expectNoLetter({ letter }: Awaited<ReturnType<typeof outcomeOf>>, why: RegExp) {
    expect([letter.code, letter.stdout]).to.deep.equal([1, ""]);
    expect(letter.stderr).to.match(/^--sheet: \S+ is the term sheet of note 2 by its hash alone: [^\n]+\n$/);
    expect(letter.stderr).to.match(why);
  }

  it("has no payoff letter in the names of the sheet's parties where it owes another principal", async () => {
    expectNoLetter(await outcomeOf({ principal: 5_000000n }), /its principal is 5000000, not 203323700000/);
  });

  it("is told where it has an attestor whom the sheet does not appoint", async () => {
    const attestor = given.address("stranger");
    expectOther(await outcomeOf({ attestor }), new RegExp(`its attestor is ${attestor}, and the sheet appoints none`));
  });

  it("is told where its currency counts more decimals, so that it owes a trifle", async () => {
    const outcome = await outcomeOf({ decimals: 18 });
    expectOther(outcome, /its currency, USD at 0x\w{40}, counts 18 decimals, not 6/);
    expectNoLetter(outcome, /counts 18 decimals, not 6/);
  });

  it("is told where it was made to another than the lender whose account the sheet names", async () => {
    const lender = given.address("sister");
    const why = new RegExp(`it was made to ${given.address("lender")}, not ${lender}`);
    const outcome = await outcomeOf({ lender });
    expectOther(outcome, why);
    expectNoLetter(outcome, why);
  });

  it("is the note where all of that is as the sheet says, however the lender's address is spelled", async () => {
    const { outcome, codes, letter } = await outcomeOf({ lender: given.address("lender").toLowerCase() });
    expect([outcome, ...codes, letter.code]).to.deep.equal(["termSheet", 0, 0, 0]);
  });
});
