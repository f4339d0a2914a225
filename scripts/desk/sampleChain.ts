import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { JsonRpcProvider } from "ethers";
import type { JsonRpcSigner } from "ethers";

import { deployContracts } from "../../src/simulator/stage.ts";
import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";

/** A chain of one's own, with a note on it. */
export interface SampleChain {
  readonly url: string;
  readonly provider: JsonRpcProvider;
  readonly record: Record<string, unknown> & {
    readonly chainId: number;
    readonly contracts: Readonly<Record<string, string>>;
  };
  readonly people: Readonly<Record<Part, JsonRpcSigner>>;
  /** Of the sample note. */
  readonly id: bigint;
  /** Ends the client. */
  readonly stop: () => Promise<void>;
}

/** Whose accounts of the client are whose, by their place. */
export const PARTS = ["registrar", "borrower", "lender", "buyer", "subsidiary", "payer"] as const;
type Part = (typeof PARTS)[number];

const SHEET = "terms/infinite-group-2003.json";
/** 2003-12-31 16:00 in New York: the sample note is made on that day. */
const PAST = 1072904400;
const POLLING_MILLISECONDS = 50;

/** When the chain's clock begins: at the sample note's own date, or now, and then the note is dated today. */
export type Era = "past" | "present";

/**
 * Starts a client on this machine, deploys the contracts, and makes the sample note.
 *
 * @param port Of the client; it must be free.
 * @throws Error in one line if the client does not start.
 */
export async function startSampleChain(era: Era, port: number): Promise<SampleChain> {
  const { url, stop } = await startClient(era, port);
  const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, pollingInterval: POLLING_MILLISECONDS });
  try {
    if (era === "past") await startAt(provider, PAST);
    return { url, provider, ...(await makeNote(provider, await sheetFor(era, provider))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Not every client can begin at a second of one's choice; each can be moved there. */
async function startAt(provider: JsonRpcProvider, second: number): Promise<void> {
  const now = (await provider.getBlock("latest"))?.timestamp ?? 0;
  if (now >= second) return;
  await provider.send("evm_setNextBlockTimestamp", [second]);
  await provider.send("evm_mine", []);
}

async function sheetFor(era: Era, provider: JsonRpcProvider): Promise<TermSheet> {
  const json = JSON.parse(readFileSync(SHEET, "utf8")) as Record<string, unknown>;
  if (era === "past") return parseTermSheet(json, SHEET);
  const today = newYorkCalendar.dateOf((await provider.getBlock("latest"))?.timestamp ?? 0);
  const days = { dated: isoOf(today), maturity: isoOf(newYorkCalendar.roll(today + 3 * 365)) };
  const conversion = { ...(json["conversion"] as object), after: isoOf(today + 365) };
  return parseTermSheet({ ...json, ...days, conversion }, SHEET);
}

async function makeNote(provider: JsonRpcProvider, sheet: TermSheet) {
  const terms = termsOf(sheet);
  const accounts = await provider.listAccounts();
  const people = Object.fromEntries(PARTS.map((part, place) => [part, accounts[place]])) as Record<Part, JsonRpcSigner>;
  const { registrar, borrower, lender, subsidiary } = people;
  const startBlock = (await provider.getBlockNumber()) + 1;
  const { notes, lens, calendars, stocks } = await deployContracts(
    // the client as the simulator wants a chain: ethers' signers by their place
    provider,
  );
  const registry = await new ControlRegistry__factory(registrar).deploy(registrar.address);
  const currency = await new Dollar__factory(registrar).deploy(sheet.currency.symbol, sheet.currency.decimals);
  for (const person of Object.values(people))
    await (await currency.mint(person.address, terms.principal * 100n)).wait();
  await (await registry.recordControl(borrower, subsidiary, "")).wait();

  let stock: string | null = null;
  if (terms.conversion !== null) {
    const { name, symbol, authorized } = terms.conversion.stock;
    const make = stocks.connect(borrower).getFunction("make");
    stock = await make.staticCall(name, symbol, borrower.address, authorized);
    await (await make(name, symbol, borrower.address, authorized)).wait();
    await (await CommonStock__factory.connect(stock, borrower).grantConversion(notes)).wait();
  }
  const struct = termsOnChain(terms, sheet, {
    borrower: borrower.address,
    attestor: null,
    currency: await currency.getAddress(),
    calendar: calendars[sheet.calendar.zone],
    registry: await registry.getAddress(),
    stock,
  });
  await (await notes.connect(borrower).make(struct, lender.address)).wait();
  const record = {
    chainId: Number((await provider.getNetwork()).chainId),
    network: "localhost",
    startBlock,
    contracts: {
      PromissoryNotes: await notes.getAddress(),
      NoteLens: await lens.getAddress(),
      NewYorkCalendar: calendars["America/New_York"],
      UTCCalendar: calendars.UTC,
      ControlRegistry: await registry.getAddress(),
      CommonStockFactory: await stocks.getAddress(),
      TestDollar: await currency.getAddress(),
    },
    commit: "0".repeat(40),
    compiler: { version: "0.8.37", evmVersion: "prague", viaIR: true, optimizerRuns: 5000 },
  };
  return { record, people, id: await notes.noteCount() };
}

async function startClient(era: Era, port: number) {
  const url = `http://127.0.0.1:${port}`;
  const listenAt = ["--port", String(port)];
  const resolve = createRequire(import.meta.url).resolve;
  let anvil: string | null;
  try {
    anvil = join(dirname(resolve("@foundry-rs/anvil-linux-amd64/package.json")), "bin/anvil");
  } catch {
    anvil = null;
  }
  const child =
    anvil === null
      ? spawn(process.execPath, [
          join(dirname(resolve("hardhat/package.json")), "dist/src/cli.js"),
          ...["node", "--hostname", "127.0.0.1", ...listenAt, ...(era === "past" ? ["--network", "past"] : [])],
        ])
      : spawn(anvil, ["--host", "127.0.0.1", ...listenAt, ...(era === "past" ? ["--timestamp", String(PAST)] : [])]);
  await listening(child);
  const stop = () =>
    new Promise<void>((ended) => {
      child.once("close", () => {
        ended();
      });
      child.kill("SIGKILL");
    });
  return { url, stop };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (/Listening on|Started HTTP/.test(said)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("close", () => {
      reject(new Error(`the chain's client did not start: ${said.trim().split("\n").at(-1) ?? ""}`));
    });
  });
}
