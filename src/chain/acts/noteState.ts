import { ZeroAddress } from "ethers";
import type { Interface } from "ethers";

import type {
  FactStructOutput,
  PromissoryNotes,
  RecordStructOutput,
  RecoveryStructOutput,
  StatementStructOutput,
} from "../../../typechain-types/PromissoryNotes.ts";
import type { FactKind } from "../../model/state.ts";
import type { Status } from "../../model/view.ts";
import { factName } from "../noteWords.ts";
import { factKind, statusWord } from "../ordinals.ts";
import { addressOrNull } from "../termsFromChain.ts";

/** A fact that is neither closed by a timely cure nor waived. */
export interface OpenFact {
  readonly name: string;
  readonly kind: FactKind;
  readonly occurred: number;
  /** First day of the default it is, or becomes unless cured in time. */
  readonly begins: number;
}

/** A note as its contract shows it: money in the currency's smallest unit, days from 1970-01-01. */
export interface NoteState {
  /** Today in the note's calendar; the day it ended, once it has. */
  readonly day: number;
  readonly status: Status;
  /** The zero address once the note has ended. */
  readonly holder: string;
  readonly obligor: string;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  readonly total: bigint;
  readonly payable: boolean;
  /** Null if no consent stands. */
  readonly consent: { readonly to: string; readonly until: number } | null;
  /** Last day of a permission to prepay; null if none stands. */
  readonly prepaymentUntil: number | null;
  readonly openFacts: readonly OpenFact[];
  readonly recovery: {
    readonly to: string | null;
    readonly consentedOn: number;
    readonly declaredOn: number;
    readonly holder: string | null;
  };
  /** Note that has replaced it; null if none has. */
  readonly replacedBy: bigint | null;
}

const READS = ["dayOf", "statusOf", "recordOf", "statementOf", "isPayable", "openFactsOf", "recoveryOf"] as const;

/** A note as it would be after acts, and what each of them would answer. */
export interface Reading {
  readonly answers: readonly string[];
  readonly state: NoteState;
}

/**
 * Reads a note in one call, so that all is of one block; after acts, if any are given, that are not sent: the contract plays them for this
 * call alone.
 *
 * @param acts Encoded calls of the notes' contract.
 * @param from Who would send them.
 * @throws What the chain throws if one of them is refused.
 * @example
 * // how the note would stand if its holder released it
 * const release = notes.interface.encodeFunctionData("release", [1n]);
 * const { state } = await readNoteState(notes, 1n, [release], holder);
 */
export async function readNoteState(
  notes: PromissoryNotes,
  id: bigint,
  acts: readonly string[] = [],
  from: string = ZeroAddress,
): Promise<Reading> {
  const { interface: abi }: { interface: Interface } = notes;
  const reads = READS.map((name) => abi.encodeFunctionData(name, [id]));
  const answers = [...(await notes.multicall.staticCall([...acts, ...reads], { from }))];
  const read = answers.splice(acts.length).map((answer, index) => abi.decodeFunctionResult(READS[index] ?? "", answer));
  return { answers, state: stateFrom(read) };
}

function stateFrom(read: readonly (readonly unknown[])[]): NoteState {
  const [day, status, record, owed, payable, facts, recovery] = read as [
    [bigint],
    [bigint],
    [RecordStructOutput],
    [StatementStructOutput],
    [boolean],
    [readonly string[], readonly FactStructOutput[]],
    [RecoveryStructOutput],
  ];
  const { holder, obligor, consentTo, consentUntil, prepaymentUntil, replacedBy } = record[0];
  const { principal, interest, overdueInterest, charges, total } = owed[0];
  return {
    day: Number(day[0]),
    status: statusWord(status[0]),
    holder,
    obligor,
    principal,
    interest,
    overdueInterest,
    charges,
    total,
    payable: payable[0],
    consent: consentUntil === 0n ? null : { to: consentTo, until: Number(consentUntil) },
    prepaymentUntil: prepaymentUntil === 0n ? null : Number(prepaymentUntil),
    openFacts: [...facts[0]].flatMap((name, index) => {
      const fact = facts[1][index];
      return fact === undefined ? [] : [openFact(name, fact)];
    }),
    recovery: {
      to: addressOrNull(recovery[0].to),
      consentedOn: Number(recovery[0].consentedOn),
      declaredOn: Number(recovery[0].declaredOn),
      holder: addressOrNull(recovery[0].holder),
    },
    replacedBy: replacedBy === 0n ? null : replacedBy,
  };
}

function openFact(name: string, { kind, occurred, begins }: FactStructOutput): OpenFact {
  return {
    name: factName(name),
    kind: factKind(kind),
    occurred: Number(occurred),
    begins: Number(begins),
  };
}
