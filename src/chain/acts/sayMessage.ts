import { isoOf } from "../../math/civilDate.ts";
import { rational } from "../../math/rational.ts";
import type { Figures } from "../../errors/explain.ts";
import type { MessageName } from "../signatures.ts";
import { unscaleRate } from "../../terms/rate.ts";
import { dateIn, timeIn } from "../../calendar/zone.ts";
import { momentInProse } from "../../wording/days.ts";
import { percent } from "../../wording/numbers.ts";
import type { PlainValue } from "./signedMessage.ts";
import { moneyOf, priceOf } from "../../wording/money.ts";

/** Later than any day that four digits of a year can write, in whichever zone. */
const END_OF_DATES = 253402214400n;

type Members = Readonly<Record<string, PlainValue>>;
type Say = (message: Members, signer: string, figures: Figures, ofTerms: Figures) => string;

const text = (value: PlainValue | undefined): string => (typeof value === "string" ? value : "");
const day = (value: PlainValue | undefined): string => isoOf(Number(text(value)));

const SAYS: Readonly<Record<MessageName, Say>> = {
  MakeNote: ({ terms, lender, againstPayment }, signer, _, ofTerms) =>
    `${signer} makes a note to ${text(lender)}, ${againstPayment === true ? "against payment of the principal" : "for value received"}: ${termsInWords(terms as Members, ofTerms)}`,
  ConsentToTransfer: ({ note, to, until, state }, signer, figures) =>
    `${signer}, who owes note ${text(note)}, consents to its transfer to ${text(to)}, through ${day(until)}${stateInWords(state as Members, figures)}`,
  TransferNote: ({ note, to, state }, signer, figures) =>
    `${signer}, who holds note ${text(note)}, transfers it to ${text(to)}${stateInWords(state as Members, figures)}`,
  AcceptAssignment: ({ note, state }, signer, figures) =>
    `${signer} accepts to owe note ${text(note)}, should the borrower assign it${stateInWords(state as Members, figures)}`,
  AssignNote: ({ note, to, state }, signer, figures) =>
    `${signer}, who owes note ${text(note)}, assigns it to ${text(to)}${stateInWords(state as Members, figures)}`,
  NovateNote: ({ note, replacement, state }, signer, figures, ofTerms) =>
    `${signer} agrees that note ${text(note)} is replaced by one of other terms: ${termsInWords(replacement as Members, ofTerms)}${stateInWords(state as Members, figures)}`,
};

/**
 * What a message says, in plain words, and how long it can be submitted.
 *
 * @param figures Of the note it is about.
 * @param ofTerms Of the terms in it, which may be in another currency; those of the note unless given.
 * @example sayMessage(primaryType, message, signer, note.figures) // "0x… consents to … To be submitted, once, through …"
 */
export function sayMessage(
  name: MessageName,
  message: Members,
  signer: string,
  figures: Figures,
  ofTerms: Figures = figures,
): string {
  return `${SAYS[name](message, signer, figures, ofTerms)}. To be submitted, once, ${deadlineInWords(BigInt(text(message["deadline"])), figures)}`;
}

/** The note's own day first, if that is known: in UTC the last second of a day in New York is on the next. */
function deadlineInWords(deadline: bigint, { zone = "UTC" }: Figures): string {
  const moment = momentInProse(deadline);
  if (deadline >= END_OF_DATES || (zone === "UTC" && !isLastOfDay(zone, deadline))) return `by ${moment}`;
  const [day, place] = [isoOf(dateIn(zone, deadline)), zone.replace(/^.*\//, "").replaceAll("_", " ")];
  return isLastOfDay(zone, deadline)
    ? `through ${day} in ${place} (${moment})`
    : `by ${day} ${timeIn(zone, deadline)} in ${place} (${moment})`;
}

function isLastOfDay(zone: string, second: bigint): boolean {
  return dateIn(zone, second + 1n) > dateIn(zone, second);
}

function termsInWords(terms: Members, figures: Figures): string {
  const rate = percent(unscaleRate(BigInt(text(terms["rate"]))));
  const price = rational(BigInt(text(terms["priceNumerator"])), BigInt(text(terms["priceDenominator"])) || 1n);
  const converts = /^0x0{40}$/.test(text(terms["stock"]))
    ? "without a right of conversion"
    : `convertible after ${day(terms["convertibleAfter"])} at ${priceOf(price, figures)} a share`;
  return (
    `principal ${moneyOf(BigInt(text(terms["principal"])), figures)}, ${rate}, dated ${day(terms["dated"])}, ` +
    `due ${day(terms["maturity"])}, ${converts}, term sheet ${text(terms["termSheet"])}`
  );
}

function stateInWords(state: Members, figures: Figures): string {
  const principal = moneyOf(BigInt(text(state["principal"])), figures);
  return `; as long as ${text(state["holder"])} holds it, ${text(state["obligor"])} owes it, and its principal is ${principal} and nothing else of the debt changes but by time`;
}
