import type { NoteEvent, NoteHistory } from "./noteHistory.ts";
import { shortened } from "../wording/shortened.ts";
import { sameAddress } from "../terms/sameAddress.ts";
import { tellEvent } from "./tellEvent.ts";

/** An event, and what it says. */
export interface ToldEvent {
  readonly event: NoteEvent;
  /** Who acted, by the part it then had; null where time or the contract did. */
  readonly by: string | null;
  /** Address of the same. */
  readonly byAddress: string | null;
  readonly sentence: string;
}

/** Under which name each event says who acted. */
const ACTOR: Readonly<Record<string, string>> = {
  NoteMade: "borrower",
  NoteSubscribed: "lender",
  NoteReplaced: "holder",
  PaymentMade: "payer",
  PaymentAcknowledged: "holder",
  Converted: "holder",
  DebtReleased: "holder",
  ChargeAdmitted: "by",
  PrepaymentPermitted: "holder",
  PrepaymentPermissionRevoked: "holder",
  Demanded: "holder",
  FactReported: "by",
  CureReported: "by",
  FactWaived: "holder",
  ConsentGiven: "borrower",
  ConsentRevoked: "borrower",
  AssignmentAccepted: "assignee",
  AcceptanceWithdrawn: "assignee",
  ObligorChanged: "from",
  AssignedToStranger: "by",
  NoteDeclaredLost: "attestor",
  RecoveryConsented: "borrower",
  RecoveryConsentRevoked: "borrower",
  RecoveryObjected: "holder",
};

/**
 * Tells a history, an event a sentence. Who holds the note at the time is the lender, who owes it the borrower; the maker is so called once another owes.
 *
 * @param decimals Of the note's currency.
 * @param names What further addresses are called, by address.
 * @example
 * const history = await readHistory(notes, 1n, { fromBlock: record.startBlock });
 * for (const { event, sentence } of tellHistory(history, 6)) console.log(event.timestamp, sentence);
 */
export function tellHistory(
  { events, note }: NoteHistory,
  decimals: number,
  names: Readonly<Record<string, string>> = {},
): ToldEvent[] {
  const { borrower: maker, attestor } = note.terms;
  let [holder, obligor] = ["", maker];
  const given = new Map(Object.entries(names).map(([address, name]) => [address.toLowerCase(), name]));
  const nameOf = (address: string) => {
    const known = given.get(address.toLowerCase());
    if (known !== undefined) return known;
    if (sameAddress(address, holder)) return "lender";
    if (sameAddress(address, obligor)) return "borrower";
    if (sameAddress(address, maker)) return "maker";
    return sameAddress(address, attestor) ? "attestor" : shortened(address);
  };
  return events.map((event) => {
    const { name, args } = event;
    const values = args.toObject() as Record<string, string>;
    if (name === "NoteMade") holder = values["lender"] ?? "";
    const byAddress = actorOf(name, values);
    const told = {
      event,
      by: byAddress === null ? null : nameOf(byAddress),
      byAddress,
      sentence: tellEvent(event, { decimals, nameOf }),
    };
    if (name === "Transfer" && isAccount(values["to"])) holder = values["to"] ?? "";
    if (name === "ObligorChanged") obligor = values["to"] ?? "";
    return told;
  });
}

function actorOf(name: string, values: Readonly<Record<string, string>>): string | null {
  if (name === "Transfer") {
    return isAccount(values["from"]) && isAccount(values["to"]) ? (values["from"] ?? null) : null;
  }
  const key = ACTOR[name];
  return key === undefined ? null : (values[key] ?? null);
}

function isAccount(address: string | undefined): boolean {
  return address !== undefined && !/^0x0{40}$/.test(address);
}
