import { isoOf } from "../math/civilDate.ts";
import { formatMoney } from "../math/decimal.ts";
import { unscaleRate } from "../terms/rate.ts";
import { grouped, percent } from "../wording/numbers.ts";
import { factName, plainText, saidOf } from "./noteWords.ts";
import { chargeKind, endingWord, factKind } from "./ordinals.ts";
import { unpackTerms } from "./termsCodec.ts";

/** What a sentence about an event is written with. */
export interface Telling {
  /** Decimals of the note's currency. */
  readonly decimals: number;
  /** What an address is called, as in the middle of a sentence. */
  readonly nameOf: (address: string) => string;
}

/** An event, as far as it is told. */
export interface ToldArguments {
  readonly name: string;
  readonly args: { toObject(): Record<string, unknown> };
}

type Amounts = Readonly<Record<"principal" | "interest" | "overdueInterest" | "charges", bigint>>;

/** The arguments of one event, written for people. */
class Arguments {
  readonly #values: Record<string, unknown>;
  readonly #telling: Telling;

  constructor({ args }: ToldArguments, telling: Telling) {
    this.#values = args.toObject();
    this.#telling = telling;
  }

  who(key: string): string {
    return this.#telling.nameOf(this.#values[key] as string);
  }

  number(key: string): bigint {
    return this.#values[key] as bigint;
  }

  day(key: string): string {
    return isoOf(Number(this.number(key)));
  }

  money(units: bigint): string {
    return grouped(formatMoney(units, this.#telling.decimals));
  }

  amount(key: string): string {
    return this.money(this.number(key));
  }

  parts(key: string): Amounts {
    return this.#values[key] as Amounts;
  }

  is(key: string): boolean {
    return this.#values[key] as boolean;
  }

  bytes(key: string): string {
    return this.#values[key] as string;
  }

  /** Words a party gave, after a comma; nothing if it gave none. */
  said(key: string, label: string): string {
    const text = plainText(this.#values[key] as string);
    return text === "" ? "" : `, ${label} “${text}”`;
  }

  fact(): string {
    return factName(this.bytes("name"));
  }

  /** "100,000.00 principal, 12,973.287671 interest" */
  list(amounts: Amounts): string {
    const parts = [
      [amounts.charges, "charges"],
      [amounts.overdueInterest, "overdue interest"],
      [amounts.interest, "interest"],
      [amounts.principal, "principal"],
    ] as const;
    return parts.flatMap(([units, name]) => (units === 0n ? [] : [`${this.money(units)} ${name}`])).join(", ");
  }
}

type Sentence = (told: Arguments) => string;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  NoteMade: (told) => {
    const { terms, making } = unpackTerms(told.bytes("terms"));
    const rate = percent(unscaleRate(terms.rate));
    const due = isoOf(Number(terms.maturity));
    const replaces = making.replaces === 0n ? "" : `, replacing note ${making.replaces}`;
    return `${told.who("borrower")} made the note to ${told.who("lender")} for ${told.money(terms.principal)} at ${rate}, due ${due}${replaces}`;
  },
  NoteSubscribed: (told) =>
    `${told.who("lender")} paid ${told.amount("principal")} to ${told.who("borrower")} for the note`,
  NoteReplaced: (told) => `note ${told.number("replacement")} replaced it`,
  Transfer: (told) => {
    if (isZero(told.bytes("from"))) return `the token was minted to ${told.who("to")}`;
    if (isZero(told.bytes("to"))) return "the token was burned";
    return `${told.who("from")} transferred the note to ${told.who("to")}`;
  },
  PaymentMade: (told) => {
    const taken = told.parts("taken");
    const left = told.parts("balances").principal;
    const rest = left === 0n ? "" : `; ${told.money(left)} principal stays owed`;
    return `${told.who("payer")} paid ${told.money(sum(taken))}: ${told.list(taken)}${rest}`;
  },
  PaymentAcknowledged: (told) => {
    const taken = told.parts("taken");
    const reference = told.said("reference_", "reference");
    return `${told.who("holder")} acknowledged a payment of ${told.money(sum(taken))} made elsewhere: ${told.list(taken)}${reference}`;
  },
  PaymentHeld: (told) => `${told.amount("amount")} was kept for ${told.who("holder")}, for its owner to withdraw`,
  HeldPaymentWithdrawn: (told) =>
    `${told.amount("amount")} kept for ${told.who("holder")} was sent to ${told.who("to")}`,
  Converted: (told) => {
    const taken = told.parts("taken");
    const all = [
      told.money(taken.principal),
      `${told.money(taken.interest)} interest`,
      ...(taken.overdueInterest === 0n ? [] : [`${told.money(taken.overdueInterest)} overdue interest`]),
      ...(taken.charges === 0n ? [] : [`${told.money(taken.charges)} charges`]),
    ];
    const [principal = "", ...others] = all;
    const shares = grouped(String(told.number("shares")));
    const notice = told.said("notice", "notice");
    return `${told.who("holder")} converted ${principal} with ${joined(others)} into ${shares} shares${leftoverOf(told)}${notice}`;
  },
  DebtReleased: (told) => `${told.who("holder")} released the debt of ${told.money(sum(told.parts("statement")))}`,
  NoteDischarged: (told) => `the note ended: ${endingWord(told.number("ending")) ?? ""}`,
  ChargeAdmitted: (told) => {
    const kind = chargeKind(told.number("kind")) === "lateFee" ? "a late fee" : "costs of collection";
    return `${told.who("by")} admitted ${kind} of ${told.amount("amount")}${told.said("evidence", "evidence")}`;
  },
  PrepaymentPermitted: (told) => `${told.who("holder")} permitted prepayment through ${told.day("until")}`,
  PrepaymentPermissionRevoked: (told) => `${told.who("holder")} took the permission to prepay back`,
  Demanded: (told) => `${told.who("holder")} gave notice and demanded payment${told.said("notice", "notice")}`,
  FactReported: (told) => {
    const kind = factKind(told.number("kind"));
    const [occurred, begins] = [told.day("occurred"), told.day("begins")];
    const evidence = told.said("evidence", "evidence");
    if (kind === "nonPayment") return `non-payment is a default from ${begins} unless all principal is paid before`;
    if (kind === "assignment") return `the assignment to a stranger is a default from ${begins}`;
    const effect = begins === occurred ? "a default at once" : `a default from ${begins} unless cured before`;
    return `${told.who("by")} put ${saidOf(kind)} “${told.fact()}” of ${occurred} on record, ${effect}${evidence}`;
  },
  CureReported: (told) => {
    const effect = told.is("closes") ? "in time" : "too late to change anything";
    return `${told.who("by")} put the cure of “${told.fact()}” on ${told.day("occurred")} on record, ${effect}${told.said("evidence", "evidence")}`;
  },
  FactWaived: (told) => `${told.who("holder")} waived “${told.fact()}”`,
  ConsentGiven: (told) =>
    `${told.who("borrower")} consented to a transfer to ${told.who("to")} through ${told.day("until")}`,
  ConsentRevoked: (told) => `${told.who("borrower")} revoked the consent to a transfer to ${told.who("to")}`,
  AssignmentAccepted: (told) => `${told.who("assignee")} accepted to owe the debt`,
  AcceptanceWithdrawn: (told) => `${told.who("assignee")} withdrew its acceptance of the debt`,
  ObligorChanged: (told) => `${told.who("from")} assigned the debt to ${told.who("to")}, which now owes it`,
  AssignedToStranger: (told) =>
    `${told.who("by")} assigned to ${told.who("to")}, no affiliate: a default, and it still owes the debt`,
  NoteDeclaredLost: (told) =>
    `${told.who("attestor")} declared the key of ${told.who("holder")} lost${told.said("evidence", "evidence")}`,
  RecoveryConsented: (told) => `${told.who("borrower")} consented to ${told.who("to")} as the holder's new address`,
  RecoveryConsentRevoked: (told) =>
    `the consent of ${told.who("borrower")} to ${told.who("to")} as the holder's new address ended`,
  RecoveryObjected: (told) => `${told.who("holder")} objected to the recovery, which is undone`,
  NoteRecovered: (told) =>
    `the lost note moved from ${told.who("from")} to ${told.who("to")}, its holder's new address`,
};

/**
 * What an event says, in one sentence without a full stop, its figures in human form. Shares are as shares stood when the note was made.
 *
 * @param told An event of `readHistory`.
 * @throws RangeError if the event tells of something this version does not know.
 * @example
 * tellEvent(event, { decimals: 6, nameOf: () => "lender" });
 * // "Lender converted 100,000.00 with 12,973.287671 interest into 2,259,465 shares; 0.037671 stays owed"
 */
export function tellEvent(told: ToldArguments, telling: Telling): string {
  const sentence = SENTENCES[told.name];
  if (sentence === undefined) throw new RangeError(`the event ${told.name} is not known`);
  const text = sentence(new Arguments(told, telling));
  // an address keeps its small x
  return text.startsWith("0x") ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Whether `tellEvent` knows an event of that name. @example isTold("Approval") // false */
export function isTold(name: string): boolean {
  return Object.hasOwn(SENTENCES, name);
}

/** Less than the price of a share is counted with the interest, or released where it is all that was left. */
function leftoverOf(told: Arguments): string {
  const leftover = told.number("leftover");
  if (leftover === 0n) return "";
  const { principal, charges, carried } = told.parts("balances") as Amounts & { readonly carried: bigint };
  const ended = principal === 0n && charges === 0n && carried === 0n;
  return `; ${told.money(leftover)} ${ended ? "is released" : "stays owed"}`;
}

function sum({ principal, interest, overdueInterest, charges }: Amounts): bigint {
  return principal + interest + overdueInterest + charges;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function isZero(address: string): boolean {
  return /^0x0{40}$/.test(address);
}
