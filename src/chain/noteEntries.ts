import type { Result } from "ethers";
import { ZeroAddress } from "ethers";

import type { Calendar } from "../calendar/calendar.ts";
import type { Parts } from "../model/interest.ts";
import type { Debt } from "../model/state.ts";
import type { Entry, Occasion } from "../records/noteFacts.ts";
import type { Terms } from "../terms/terms.ts";
import type { NoteEvent } from "./noteHistory.ts";
import { debtOf } from "./noteOnDay.ts";
import { chargeKind, reporterWord } from "./ordinals.ts";

/** The civil day, block and transaction of an event. */
export function occasionOf(
  { blockNumber, transactionHash, index }: Pick<NoteEvent, "blockNumber" | "transactionHash" | "index">,
  timestamp: number,
  calendar: Calendar,
): Occasion {
  return { day: calendar.dateOf(timestamp), timestamp, blockNumber, transactionHash, index };
}

/**
 * The entries that events come to: what changed the debt, its holder or its obligor.
 *
 * @param events In the order of the chain.
 * @param replaces Note that this one cancelled and replaced; zero for none.
 */
export function entriesOf(events: readonly NoteEvent[], terms: Terms, replaces: bigint): readonly Entry[] {
  return events.flatMap((event): Entry[] => {
    const entry = entryOf(event, events, terms, replaces);
    return entry === null ? [] : [entry];
  });
}

function entryOf(event: NoteEvent, events: readonly NoteEvent[], terms: Terms, replaces: bigint): Entry | null {
  const on = occasionOf(event, event.timestamp, terms.calendar);
  const { args } = event;
  const together = (name: string): boolean =>
    events.some((other) => other.name === name && other.transactionHash === event.transactionHash);
  switch (event.name) {
    case "NoteMade":
      return {
        ...on,
        kind: "made",
        borrower: text(args, "borrower"),
        lender: text(args, "lender"),
        isAgainstPayment: together("NoteSubscribed"),
        replaces,
      };
    case "PaymentMade":
      return {
        ...on,
        kind: "payment",
        payer: text(args, "payer"),
        holder: text(args, "holder"),
        ...reduction(args, terms),
        isHeld: isHeld(event, events),
      };
    case "PaymentAcknowledged":
      return {
        ...on,
        kind: "acknowledgement",
        holder: text(args, "holder"),
        ...reduction(args, terms),
        reference: text(args, "reference_"),
      };
    case "Converted": {
      const { taken, debt } = reduction(args, terms);
      const nothingLeft =
        debt.principal === 0n &&
        debt.carried === 0n &&
        debt.charges === 0n &&
        (args["balances"] as Balances).overdueCarried === 0n;
      return {
        ...on,
        kind: "conversion",
        holder: text(args, "holder"),
        taken,
        debt,
        shares: whole(args, "shares"),
        leftOver: whole(args, "leftover"),
        notice: text(args, "notice"),
        ends: nothingLeft,
      };
    }
    case "ChargeAdmitted":
      return {
        ...on,
        kind: "charge",
        charge: chargeKind(whole(args, "kind")),
        amount: whole(args, "amount"),
        by: text(args, "by"),
        isByAttestor: reporterWord(whole(args, "reporter")) === "attestor",
        evidence: text(args, "evidence"),
      };
    case "DebtReleased":
      return { ...on, kind: "release", holder: text(args, "holder") };
    case "NoteReplaced":
      return { ...on, kind: "replacement", holder: text(args, "holder"), replacement: whole(args, "replacement") };
    case "Transfer": {
      const [from, to] = [text(args, "from"), text(args, "to")];
      if (from === ZeroAddress || to === ZeroAddress) return null;
      return { ...on, kind: "transfer", from, to, isRecovery: isRecovery(event, events) };
    }
    case "ObligorChanged":
      return { ...on, kind: "assignment", from: text(args, "from"), to: text(args, "to") };
    default:
      return null;
  }
}

/** The moving of a lost note is told just before the token's. */
function isRecovery({ args, transactionHash }: NoteEvent, events: readonly NoteEvent[]): boolean {
  return events.some(
    (other) =>
      other.name === "NoteRecovered" &&
      other.transactionHash === transactionHash &&
      text(other.args, "from") === text(args, "from") &&
      text(other.args, "to") === text(args, "to"),
  );
}

/** The keeping of a payment's money is told after the payment, in the same transaction and before any other payment. */
function isHeld(event: NoteEvent, events: readonly NoteEvent[]): boolean {
  const next = events
    .slice(events.indexOf(event) + 1)
    .find(({ name }) => name === "PaymentMade" || name === "PaymentHeld");
  return next?.name === "PaymentHeld" && next.transactionHash === event.transactionHash;
}

interface Balances {
  readonly principal: bigint;
  readonly carried: bigint;
  readonly charges: bigint;
  readonly overdueCarried: bigint;
}

function reduction(args: Result, terms: Terms): { taken: Parts; debt: Debt } {
  const { principal, interest, overdueInterest, charges } = args["taken"] as Parts;
  return {
    taken: { principal, interest, overdueInterest, charges },
    debt: debtOf(terms, args["balances"] as Balances),
  };
}

function text(args: Result, name: string): string {
  return args[name] as string;
}

function whole(args: Result, name: string): bigint {
  return args[name] as bigint;
}
