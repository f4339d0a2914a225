import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { prepareIssue } from "../../src/chain/acts/issue.ts";
import { replacementOf } from "../../src/chain/acts/novation.ts";
import { sheetOnChain } from "../../src/chain/acts/sheetOnChain.ts";
import { makingToSign } from "../../src/chain/acts/sign.ts";
import type { Row } from "../../src/chain/acts/act.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { givenLiveNote } from "./acting.ts";

/** Over a quarter a year, which the law of New York calls a crime. */
const USURIOUS = { "interest.rate": "30%" };

describe("what is to be minded of a sheet before it is issued or signed", () => {
  const given = givenLiveNote();
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-mind-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function jsonWith(changes: Record<string, unknown>, currency?: string) {
    const accounts = {
      borrower: given.address("payer"),
      lender: given.address("stranger"),
      currency: currency ?? (await given.live.currency.getAddress()),
    };
    return sheetWith({ accounts, conversion: undefined, ...changes });
  }

  const sheetOf = async (...args: Parameters<typeof jsonWith>) => parseTermSheet(await jsonWith(...args), "sheet.json");

  async function issued(changes: Record<string, unknown>, currency?: string, options: Record<string, string> = {}) {
    const sheet = await sheetOf(changes, currency);
    const named = await sheetOnChain(given.chain, "sheet.json", sheet, new ActOptions(options, 0));
    return (despite: Parameters<typeof prepareIssue>[3]["despite"] = []) =>
      prepareIssue(given.chain, given.address("payer"), named, { offerUntil: null, again: false, despite });
  }

  const minded = (rows: readonly Row[]) => rows.filter(({ label }) => label === "Mind").map(({ after }) => after);
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : "not refused");

  it("is what a check of it warns of, on the chain's day, and no mere notice", async () => {
    const { rows } = await (await issued({ "interest.overdue": undefined }))();
    expect(minded(rows).map((each) => /\(([a-z-]+)\)$/.exec(each)?.[1])).to.have.members([
      "attestor-missing",
      "overdue-interest-missing",
      "maturity-on-non-business-day",
      "choice-of-law-below-threshold",
    ]);
  });

  it("is no missing attestor, where an option names one", async () => {
    const { rows } = await (await issued({}, undefined, { attestor: given.address("attestor") }))();
    expect(minded(rows).join()).not.to.include("attestor-missing");
  });

  it("is a maturity that is past, once", async () => {
    await given.on("2007-03-01");
    const { rows } = await (await issued({}))();
    expect(minded(rows).filter((each) => /due already|maturity-past/.test(each))).to.deep.equal([
      "it is due already: today is 2007-03-01; --rebase moves all dates",
    ]);
  });

  it("is nothing where an error stops it, unless the error is meant", async () => {
    const plan = await issued(USURIOUS);
    expect(messageOf(await plan().catch((error: unknown) => error))).to.match(
      /^criminal-usury: .* If it is meant all the same, say --despite criminal-usury; nothing was signed or sent$/,
    );
    expect(minded((await plan(["criminal-usury"])).rows).join("\n")).to.match(/\(criminal-usury\)$/m);
    const signing = async (options: Record<string, string>) =>
      makingToSign(given.chain, "sheet.json", await sheetOf(USURIOUS), new ActOptions(options, 0));
    expect(messageOf(await signing({}).catch((error: unknown) => error))).to.match(/^criminal-usury: /);
    expect(minded((await signing({ despite: "criminal-usury" })).rows).join("\n")).to.include("(criminal-usury)");
    for (const despite of ["usury", "attestor-missing"]) {
      expect(messageOf(await signing({ despite }).catch((error: unknown) => error))).to.equal(
        `--despite: "${despite}" is not the code of an error; note check names them`,
      );
    }
    const novating = async (options: Record<string, string>) =>
      replacementOf(await given.open(), "sheet.json", await sheetOf(USURIOUS), new ActOptions(options, 6));
    expect(messageOf(await novating({}).catch((error: unknown) => error))).to.match(/^criminal-usury: /);
    expect(minded((await novating({ despite: "criminal-usury" })).rows).join("\n")).to.include("(criminal-usury)");
  });

  it("is a currency that goes by another symbol than the sheet says", async () => {
    const token = await new Dollar__factory(given.signer("deployer")).deploy("EURX", 6);
    const currency = await token.getAddress();
    const said = `the currency at ${currency} goes by EURX, and the sheet says USD`;
    expect(minded((await (await issued({}, currency))()).rows)).to.include(said);
    const unsigned = await makingToSign(given.chain, "s.json", await sheetOf({}, currency), new ActOptions({}, 0));
    expect(minded(unsigned.rows)).to.include(said);
    const changed = { ...(await sheetOf({}, currency)) };
    expect(minded((await replacementOf(await given.open(), "s.json", changed, new ActOptions({}, 6))).rows)).to.include(
      said,
    );
    expect(minded((await (await issued({}))()).rows).join()).not.to.include("goes by");
  });

  it("is said by the commands, and in a word by note verify", async () => {
    const token = await new Dollar__factory(given.signer("deployer")).deploy("EURX", 6);
    const currency = await token.getAddress();
    const [file, usurious] = [join(folder, "sheet.json"), join(folder, "usurious.json")];
    await writeFile(file, JSON.stringify(await jsonWith({}, currency)));
    await writeFile(usurious, JSON.stringify(await jsonWith(USURIOUS)));
    const signing = ["--yes", "--deadline", "2004-01-31", "--out", join(folder, "signed.json")];
    const outcomes = await Promise.all([
      given.note("issue", usurious, "--yes"),
      given.note("sign", "issue", usurious, ...signing),
      given.note("issue", file, "--yes"),
    ]);
    const [refused, unsigned, made] = outcomes;
    for (const { code, stdout, stderr } of [refused, unsigned]) {
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.match(/^criminal-usury: [^\n]* say --despite criminal-usury; nothing was signed or sent\n$/);
    }
    expect(await readdir(folder)).not.to.include("signed.json");
    expect(made.code, made.stderr).to.equal(0);
    expect(made.stderr).to.match(/Mind +│ the currency at 0x\w{40} goes by EURX, and/);
    const [verified, meant] = await Promise.all([
      given.note("verify", file, "--id", "2", "--json"),
      given.note("sign", "issue", usurious, ...signing, "--despite", "criminal-usury"),
    ]);
    expect(JSON.parse(verified.stdout)).to.deep.include({
      matches: true,
      sentence: `This is the note's term sheet. Mind: the currency at ${currency} goes by EURX, and the sheet says USD.`,
    });
    expect([meant.code, meant.stderr.includes("(criminal-usury)")], meant.stderr).to.deep.equal([0, true]);
  });
});
