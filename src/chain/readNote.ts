import type { BlockTag, Provider } from "ethers";
import { MaxUint256 } from "ethers";

import { ZONES, calendarFor } from "../calendar/calendars.ts";
import type { Zone } from "../calendar/calendars.ts";
import type { Day } from "../math/civilDate.ts";
import { floor, rational } from "../math/rational.ts";
import { lastDayToObject } from "../model/recovery.ts";
import { connectCalendar, connectCurrency } from "./contracts.ts";
import type { NoteContracts } from "./contracts.ts";
import type { RecordedFact } from "./foldEvents.ts";
import { readHistory } from "./noteHistory.ts";
import type { HistoryOptions, NoteHistory } from "./noteHistory.ts";
import type {
  BlockRead,
  ConversionPreview,
  EvidencedFact,
  HeldMoney,
  NoteCurrency,
  NoteOnChain,
  NoteRecovery,
} from "./noteOnChain.ts";
import { factsOf, noteFact, perDiemOn, standingOn } from "./noteOnDay.ts";
import type { StoredNote } from "./noteOnDay.ts";
import { plainSymbol } from "./noteWords.ts";
import { endingWord } from "./ordinals.ts";
import { readStock } from "./readStock.ts";
import { addressOrNull, dayOrNull, termsFromChain } from "./termsFromChain.ts";
import { untold } from "./untold.ts";

/** How a note is read. */
export interface ReadOptions extends Partial<Pick<HistoryOptions, "fromBlock" | "span" | "onProgress">> {
  /** Block to read at: the latest unless given. One long gone by needs a node that keeps old states. */
  readonly blockTag?: BlockTag;
}

/** At which block, in the words of a call. */
interface At {
  readonly blockTag: number;
}

/**
 * Reads everything a page or a command shows of a note, all of it at the same block.
 *
 * Given `fromBlock`, the note's log is read too: then facts that are closed, evidence, and money held for former holders are told as well.
 *
 * @param contracts Connected to a provider.
 * @param id The note.
 * @throws The contract's `NoteUnknown` if no note has that number; TypeError if the contracts are connected to no provider.
 * @example
 * const note = await readNote(connectContracts(record.contracts, provider), 1n, { fromBlock: record.startBlock });
 * note.status; // "outstanding"
 * note.statement.total; // 229701468504n
 */
export async function readNote(contracts: NoteContracts, id: bigint, options: ReadOptions = {}): Promise<NoteOnChain> {
  const { notes, lens } = contracts;
  const provider = providerOf(contracts);
  const block = await readBlock(provider, options.blockTag);
  const at = { blockTag: block.number };

  const [[terms, making], record, dayRead, statement, price, preview, recovery, [names, openFacts]] = await Promise.all(
    [
      notes.termsOf(id, at),
      notes.recordOf(id, at),
      notes.dayOf(id, at),
      notes.statementOf(id, at),
      lens.pricePerShare(id, at),
      lens.previewConversion(id, MaxUint256, MaxUint256, at),
      notes.recoveryOf(id, at),
      notes.openFactsOf(id, at),
    ],
  );
  const calendar = connectCalendar(terms.calendar, provider);
  const { fromBlock } = options;
  const [today, zone, currency, stock, history] = await Promise.all([
    calendar.dateOf(block.timestamp, at),
    zoneOf(provider, terms.calendar, terms.dated, at),
    readCurrency(provider, terms.currency, at),
    addressOrNull(terms.stock) === null ? null : readStock(provider, terms.stock, making, at),
    fromBlock === undefined ? null : readHistory(notes, id, { ...options, fromBlock, toBlock: block.number }),
  ]);
  const chainTerms = termsFromChain(terms, making, zone === null ? null : calendarFor(zone));
  const facts = history === null ? openOnly(names, openFacts) : evidenced(history);
  const day = Number(dayRead);
  const ending = endingWord(record.ending);
  const exact = perDiemOn(chainTerms, record, day);
  const holder = addressOrNull(record.holder);
  return {
    id,
    block,
    today: Number(today),
    zone,
    ...standingOn(chainTerms, record, facts, day),
    parties: { maker: terms.borrower, obligor: record.obligor, holder, attestor: addressOrNull(terms.attestor) },
    currency,
    stock,
    calendar: terms.calendar,
    registry: addressOrNull(terms.registry),
    terms: chainTerms,
    statement: partsOf(statement),
    perDiem: { exact, floored: floor(exact) },
    pricePerShare: stock === null ? null : rational(price.numerator, price.denominator),
    conversion: stock === null || ending !== null ? null : previewFrom(preview),
    window:
      chainTerms.conversion === null
        ? null
        : { opensOn: chainTerms.conversion.after + 1, closesOn: chainTerms.conversion.until },
    consent: Number(record.consentUntil) < day ? null : { to: record.consentTo, until: Number(record.consentUntil) },
    prepaymentUntil: Number(record.prepaymentUntil) < day ? null : Number(record.prepaymentUntil),
    calledOn: dayOrNull(record.calledOn),
    charges: { admitted: record.chargesAdmitted, byAttestor: record.chargesByAttestor },
    facts,
    recovery: recoveryFrom(recovery),
    held: await readHeld(contracts, id, terms.currency, holdersOf(history, record.holder), at),
    ending: ending === null ? null : { how: ending, on: Number(record.endedOn) },
    replaces: making.replaces === 0n ? null : making.replaces,
    replacedBy: record.replacedBy === 0n ? null : record.replacedBy,
    stored: storedFrom(record),
    history,
  };
}

/** The provider that contracts are connected to. @throws TypeError if there is none. */
export function providerOf({ notes }: NoteContracts): Provider {
  const provider = notes.runner?.provider;
  if (provider == null) throw new TypeError("the contracts are connected to no provider");
  return provider;
}

/** A block, the latest unless one is named. @throws RangeError if the node has none such. */
export async function readBlock(provider: Provider, blockTag: BlockTag = "latest"): Promise<BlockRead> {
  const block = await provider.getBlock(blockTag);
  if (block === null) throw new RangeError(`the node has no block ${String(blockTag)}`);
  const { number, hash, timestamp } = block;
  return { number, hash, timestamp };
}

/** Symbol and decimals of a currency. A token need not tell either. */
export async function readCurrency(provider: Provider, address: string, at: At): Promise<NoteCurrency> {
  const currency = connectCurrency(address, provider);
  const [symbol, decimals] = await Promise.all([
    currency.symbol(at).catch(untold("units")),
    currency.decimals(at).catch(untold(0n)),
  ]);
  return { address, symbol: plainSymbol(symbol), decimals: Number(decimals) };
}

/**
 * The zone of a note's calendar. No contract says its zone, so it is known by where its days begin; null for one that is not known here.
 *
 * @param day Any day of the note, in whose year the zones known here differ.
 */
export async function zoneOf(provider: Provider, calendar: string, day: bigint, at: At): Promise<Zone | null> {
  const start = await connectCalendar(calendar, provider).startOf(day, at).catch(untold(null));
  return ZONES.find((zone) => BigInt(calendarFor(zone).startOf(Number(day))) === start) ?? null;
}

/** A preview as the lens gives it, without the array it also is. */
export function previewFrom(preview: ConversionPreview): ConversionPreview {
  const { open, principal, interest, overdueInterest, charges, amount, shares, tokens, leftover, ends } = preview;
  return { open, principal, interest, overdueInterest, charges, amount, shares, tokens, leftover, ends };
}

/** A statement as the contract gives it, without the array it also is. */
export function partsOf({ principal, interest, overdueInterest, charges, total }: NoteOnChain["statement"]) {
  return { principal, interest, overdueInterest, charges, total };
}

/** What is stored, without the array that a node's answer also is. */
function storedFrom(record: StoredNote): StoredNote {
  const { principal, carried, charges, overdueCarried, ending, endedOn } = record;
  const { prepaymentUntil, calledOn, calledThrough } = record;
  return { principal, carried, charges, overdueCarried, ending, endedOn, prepaymentUntil, calledOn, calledThrough };
}

function openOnly(names: readonly string[], facts: readonly RecordedFact[]): EvidencedFact[] {
  return facts
    .map((fact, index) => ({ ...noteFact(names[index] ?? "", fact, true), by: null, evidence: null, cures: [] }))
    .sort((one, other) => one.ordinal - other.ordinal);
}

/** Facts with what the log says they rest on. A name of the contract's own may come again; each time it is a new fact. */
function evidenced({ note, events }: NoteHistory): EvidencedFact[] {
  const known = new Map(factsOf(note).map((fact) => [fact.ordinal, { ...fact, by: "", evidence: "" }]));
  const cures = new Map<string, EvidencedFact["cures"][number][]>();
  for (const { name, args } of events) {
    const about = args.toObject() as Record<string, string>;
    const { by = "", evidence = "" } = about;
    if (name === "FactReported") {
      const fact = known.get(Number(about["ordinal"]));
      if (fact !== undefined) known.set(fact.ordinal, { ...fact, by, evidence });
      cures.delete(about["name"] ?? "");
    } else if (name === "CureReported") {
      const before = cures.get(about["name"] ?? "") ?? [];
      cures.set(about["name"] ?? "", [...before, { by, occurred: Number(about["occurred"]), evidence }]);
    }
  }
  const cured = new Map(
    [...note.facts].map(([name, { ordinal }]): [number, EvidencedFact["cures"]] => [
      Number(ordinal),
      cures.get(name) ?? [],
    ]),
  );
  return [...known.values()].map((fact) => ({ ...fact, cures: cured.get(fact.ordinal) ?? [] }));
}

function recoveryFrom(recovery: {
  readonly to: string;
  readonly consentedOn: bigint;
  readonly declaredOn: bigint;
  readonly holder: string;
}): NoteRecovery | null {
  const to = addressOrNull(recovery.to);
  const declared = recovery.declaredOn === 0n ? null : { holder: recovery.holder, on: Number(recovery.declaredOn) };
  const consent = to === null ? null : { to, on: Number(recovery.consentedOn) };
  if (declared === null && consent === null) return null;
  const objectionThrough: Day | null =
    declared === null || consent === null ? null : lastDayToObject(declared.on, consent.on);
  return { declared, consent, objectionThrough };
}

/** Everyone money may be kept for: the holder, and all who ever held where the log was read. */
function holdersOf(history: NoteHistory | null, holder: string): string[] {
  const named = (history?.events ?? []).map(({ name, args }) =>
    name === "Transfer" ? (args["to"] as string) : name === "PaymentHeld" ? (args["holder"] as string) : "",
  );
  return [...new Set([...named, holder].filter((address) => address !== "" && addressOrNull(address) !== null))];
}

async function readHeld(
  { notes }: NoteContracts,
  id: bigint,
  currency: string,
  holders: readonly string[],
  at: At,
): Promise<HeldMoney[]> {
  const token = connectCurrency(currency, notes.runner);
  const held = await Promise.all(
    holders.map(async (holder) => {
      const { box, owner } = await notes.heldFor(id, holder, at);
      const amount = await token.balanceOf(box, at).catch(untold(null));
      const unread = amount === null ? `its currency, the contract at ${currency}, does not say what is kept` : null;
      return { holder, owner, box, amount, unread };
    }),
  );
  return held.filter(({ amount }) => amount !== 0n);
}
