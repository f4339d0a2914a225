import type { Result } from "ethers";
import { Interface, ZeroAddress } from "ethers";

import { promissoryNotesAbi } from "../abi/PromissoryNotes.ts";
import { unpackTerms } from "./termsCodec.ts";
import type { UnpackedMakingFacts, UnpackedTerms } from "./termsCodec.ts";

/** A log as a node answers it; logs of other contracts than the notes are to be left out by the caller. */
export interface NoteLog {
  readonly topics: readonly string[];
  readonly data: string;
}

/** A dated fact about the maker or the obligor. Days count from 1970-01-01; enumerations are their ordinals. */
export interface RecordedFact {
  readonly kind: bigint;
  readonly reporter: bigint;
  readonly occurred: bigint;
  /** First day of the default it is or becomes unless cured in time. */
  readonly begins: bigint;
  /** Earliest day on which a recorded cure occurred; zero for none. */
  readonly cured: bigint;
  readonly waived: boolean;
  readonly ordinal: bigint;
}

/** What `recordOf` shows of a note: money in the currency's smallest unit, days from 1970-01-01. */
export interface NoteRecord {
  readonly principal: bigint;
  readonly carried: bigint;
  readonly charges: bigint;
  readonly chargesAdmitted: bigint;
  readonly chargesByAttestor: bigint;
  readonly overdueCarried: bigint;
  /** The zero address once the note has ended. */
  readonly holder: string;
  readonly obligor: string;
  readonly ending: bigint;
  readonly endedOn: bigint;
  /** Transferee of the consent that stands; the zero address if none does. */
  readonly consentTo: string;
  /** Zero if no consent stands. */
  readonly consentUntil: bigint;
  readonly prepaymentUntil: bigint;
  readonly calledOn: bigint;
  readonly calledThrough: bigint;
  /** Note that has cancelled and replaced it; zero if none has. */
  readonly replacedBy: bigint;
}

/** A note as its events tell it. */
export interface FoldedNote {
  readonly terms: UnpackedTerms;
  readonly making: UnpackedMakingFacts;
  readonly record: NoteRecord;
  /** Every fact ever recorded, by name; the latest where a name of the contract's own has come again. */
  readonly facts: ReadonlyMap<string, RecordedFact>;
  /** Names of the facts neither closed by a timely cure nor waived. */
  readonly openFacts: ReadonlySet<string>;
}

/** Every note by its identifier. */
export type FoldedNotes = ReadonlyMap<bigint, FoldedNote>;

type Told = (note: FoldedNote, args: Result) => FoldedNote;

/** What the token and its standards tell beside the notes: nothing of a note's life, its transfers apart. */
const UNTOLD: ReadonlySet<string> = new Set([
  "Approval",
  "ApprovalForAll",
  "BatchMetadataUpdate",
  "EIP712DomainChanged",
  "MetadataUpdate",
]);

const eventsInterface = new Interface(
  promissoryNotesAbi.filter((entry) => entry.type === "event" && !UNTOLD.has(entry.name)),
);

/** Ordinal of the attestor among reporters. */
const REPORTED_BY_ATTESTOR = 1n;

const NO_CONSENT = { consentTo: ZeroAddress, consentUntil: 0n };

/** What each event on a note does to it. Those that change nothing of the record are left out. */
const TELLS: Readonly<Record<string, Told>> = {
  PaymentMade: (note, { balances }) => amended(note, { ...balancesOf(balances as Result), ...NO_CONSENT }),
  PaymentAcknowledged: (note, { balances }) => amended(note, { ...balancesOf(balances as Result), ...NO_CONSENT }),
  Converted: (note, { balances }) => amended(note, { ...balancesOf(balances as Result), ...NO_CONSENT }),
  NoteDischarged: (note, { ending, day }) =>
    amended(note, {
      principal: 0n,
      carried: 0n,
      charges: 0n,
      overdueCarried: 0n,
      ending: ending as bigint,
      endedOn: day as bigint,
      ...NO_CONSENT,
    }),
  ChargeAdmitted: chargeAdmitted,
  PrepaymentPermitted: (note, { until }) => amended(note, { prepaymentUntil: until as bigint }),
  PrepaymentPermissionRevoked: (note) => amended(note, { prepaymentUntil: 0n }),
  ConsentGiven: (note, { to, until }) => amended(note, { consentTo: to as string, consentUntil: until as bigint }),
  ConsentRevoked: (note) => amended(note, NO_CONSENT),
  ObligorChanged: (note, { to }) => amended(note, { obligor: to as string, ...NO_CONSENT }),
  Demanded: demanded,
  FactReported: factReported,
  CureReported: cureReported,
  FactWaived: (note, { name }) => factChanged(note, name as string, { waived: true }, true),
  NoteReplaced: (note, { replacement }) => amended(note, { replacedBy: replacement as bigint }),
  Transfer: transferred,
};

/**
 * Rebuilds every note from the log of the contract that holds them, without a call to the chain.
 *
 * @param logs In the order of the chain, all of the notes' contract.
 * @param from What earlier logs came to; nothing unless given.
 * @returns What each note's terms, record and facts are after the last log.
 * @throws Error if an event tells of a note that no event has made.
 * @example
 * const logs = await provider.getLogs({ address: await notes.getAddress(), fromBlock: 0 });
 * foldEvents(logs).get(1n)?.record.principal // 203323700000n
 */
export function foldEvents(logs: readonly NoteLog[], from: FoldedNotes = new Map()): FoldedNotes {
  return foldTold(
    logs.flatMap((log) => readEvent(log) ?? []),
    from,
  );
}

/** What a log tells. */
export interface ToldLog {
  readonly name: string;
  readonly args: Result;
}

/** The same of logs that have been read already. */
export function foldTold(told: readonly ToldLog[], from: FoldedNotes = new Map()): FoldedNotes {
  const notes = new Map(from);
  for (const { name, args } of told) {
    if (name === "NoteMade") notes.set(args["id"] as bigint, made(args["terms"] as string, args["borrower"] as string));
    const change = TELLS[name];
    if (change === undefined) continue;
    const id = (args["id"] ?? args["tokenId"]) as bigint;
    const note = notes.get(id);
    if (note === undefined) throw new Error(`${name} of note ${id}, which was never made`);
    notes.set(id, change(note, args));
  }
  return notes;
}

/** What a log of the notes' contract tells; undefined for what it does not speak of here, such as approvals. */
export function readEvent({ topics, data }: NoteLog): ToldLog | undefined {
  const log = { topics: [...topics], data };
  return eventsInterface.parseLog(log) ?? undefined;
}

function made(packed: string, borrower: string): FoldedNote {
  const { terms, making } = unpackTerms(packed);
  return {
    terms,
    making,
    record: {
      principal: terms.principal,
      carried: 0n,
      charges: 0n,
      chargesAdmitted: 0n,
      chargesByAttestor: 0n,
      overdueCarried: 0n,
      holder: ZeroAddress,
      obligor: borrower,
      ending: 0n,
      endedOn: 0n,
      consentTo: ZeroAddress,
      consentUntil: 0n,
      prepaymentUntil: 0n,
      calledOn: 0n,
      calledThrough: 0n,
      replacedBy: 0n,
    },
    facts: new Map(),
    openFacts: new Set(),
  };
}

function amended(note: FoldedNote, changes: Partial<NoteRecord>): FoldedNote {
  return { ...note, record: { ...note.record, ...changes } };
}

function balancesOf(balances: Result): Partial<NoteRecord> {
  return balances.toObject() as Partial<NoteRecord>;
}

function chargeAdmitted(note: FoldedNote, { amount, reporter }: Result): FoldedNote {
  const { charges, chargesAdmitted, chargesByAttestor } = note.record;
  const admitted = amount as bigint;
  return amended(note, {
    charges: charges + admitted,
    chargesAdmitted: chargesAdmitted + admitted,
    chargesByAttestor: chargesByAttestor + (reporter === REPORTED_BY_ATTESTOR ? admitted : 0n),
    ...NO_CONSENT,
  });
}

/** Minting names the holder; moving ends what the former holder and the borrower had allowed. */
function transferred(note: FoldedNote, { from, to }: Result): FoldedNote {
  const moved = from !== ZeroAddress && to !== ZeroAddress;
  return amended(note, { holder: to as string, ...(moved ? { prepaymentUntil: 0n, ...NO_CONSENT } : {}) });
}

/** A demand calls the debt if a default stands on its day. */
function demanded(note: FoldedNote, { day }: Result): FoldedNote {
  const facts = [...note.openFacts].map((name) => note.facts.get(name));
  if (!facts.some((fact) => fact !== undefined && fact.begins <= (day as bigint))) return note;
  const ordinals = [...note.facts.values()].map((fact) => fact.ordinal);
  const last = ordinals.reduce((most, ordinal) => (ordinal > most ? ordinal : most), 0n);
  return amended(note, { calledOn: day as bigint, calledThrough: last });
}

function factReported(note: FoldedNote, args: Result): FoldedNote {
  const { name, kind, reporter, occurred, begins, ordinal } = args.toObject() as Record<string, bigint> & {
    name: string;
  };
  const fact = { kind, reporter, occurred, begins, cured: 0n, waived: false, ordinal } as RecordedFact;
  return {
    ...note,
    facts: new Map(note.facts).set(name, fact),
    openFacts: new Set(note.openFacts).add(name),
  };
}

function cureReported(note: FoldedNote, { name, occurred, closes }: Result): FoldedNote {
  const cured = note.facts.get(name as string)?.cured ?? 0n;
  const earliest = cured === 0n || (occurred as bigint) < cured ? (occurred as bigint) : cured;
  return factChanged(note, name as string, { cured: earliest }, closes as boolean);
}

function factChanged(note: FoldedNote, name: string, changes: Partial<RecordedFact>, closes: boolean): FoldedNote {
  const fact = note.facts.get(name);
  if (fact === undefined) throw new Error(`fact ${name} was never reported`);
  const openFacts = new Set(note.openFacts);
  if (closes) openFacts.delete(name);
  return { ...note, facts: new Map(note.facts).set(name, { ...fact, ...changes }), openFacts };
}
