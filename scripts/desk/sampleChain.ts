import { readFileSync } from "node:fs";

import { JsonRpcProvider } from "ethers";
import type { JsonRpcSigner } from "ethers";

import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { hasAnvil, startAnvil } from "../clients/anvil.ts";
import { startHardhatNode } from "../clients/hardhatNode.ts";
import { makeNoteOnClient } from "../clients/noteOnClient.ts";

/** A chain of one's own, with a note on it. */
export interface SampleChain {
  readonly url: string;
  readonly provider: JsonRpcProvider;
  readonly record: Awaited<ReturnType<typeof makeNote>>["record"];
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
const LOCAL_CHAIN = 31337;
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
  const accounts = await provider.listAccounts();
  const people = Object.fromEntries(PARTS.map((part, place) => [part, accounts[place]])) as Record<Part, JsonRpcSigner>;
  const { registrar, borrower, lender, subsidiary } = people;
  const { record, currency, id } = await makeNoteOnClient(provider, sheet, {
    deployer: registrar,
    borrower,
    lender,
    registrar,
    attestor: null,
    funded: Object.values(people),
    // whoever pays is asked to approve it
    approves: false,
    control: [[borrower, subsidiary]],
  });
  const contracts = { ...record.contracts, TestDollar: await currency.getAddress() };
  return { record: { ...record, contracts }, people, id };
}

async function startClient(era: Era, port: number) {
  const isPast = era === "past";
  try {
    return hasAnvil
      ? await startAnvil({ port, chainId: LOCAL_CHAIN, ...(isPast ? { timestamp: PAST } : {}) })
      : await startHardhatNode({ port, args: isPast ? ["--network", "past"] : [] });
  } catch (error) {
    const why = (error as Error).message.trim().split("\n").at(-1) ?? "";
    throw new Error(`the chain's client did not start: ${why}`, { cause: error });
  }
}
