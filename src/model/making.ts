import type { Day } from "../math/civilDate.ts";
import { rational } from "../math/rational.ts";
import type { Terms } from "../terms/terms.ts";
import type { Refusal } from "./refusal.ts";
import { reservationOf } from "./reservation.ts";
import { nothingOverdue } from "./state.ts";
import type { NoteState, Parties, StockState, World } from "./state.ts";
import { foundStock, hasRoom, replaceClaim } from "./stock.ts";

const unitRate = 10n ** 8n;

/**
 * A note made among what is there, its stock reserved: whether the terms are sound is judged first, then the day, then the stock.
 *
 * @param around Everything but the note; new stock of the maker is founded if the terms need stock and there is none.
 */
export function issueNote(around: Omit<World, "note">, terms: Terms, parties: Parties, on: Day): World | Refusal {
  const { conversion } = terms;
  const stock =
    around.stock ?? (conversion === null ? null : foundStock(parties.borrower, conversion.stock.authorized));
  const unsound = unsoundness(terms, parties, stock);
  if (unsound !== null) return unsound;
  if (terms.dated > on) return "DatedInFuture";
  const note = newNote(terms, parties);
  if (conversion === null || stock === null) return { ...around, note, stock };
  const { splitFactor, distributionFactor } = stock;
  const made = { ...note, splitFactor, distributionFactor };
  const { claim, fraction } = reservationOf(made, stock);
  const reserved = replaceClaim(stock, 0n, claim);
  if (!hasRoom(reserved, fraction)) return "NotEnoughAuthorized";
  return { ...around, note: { ...made, claim }, stock: reserved };
}

function unsoundness(
  { principal, rateScaled, overdue, dated, maturity, conversion }: Terms,
  { borrower, lender, attestor }: Parties,
  stock: StockState | null,
): Refusal | null {
  if (borrower === lender || borrower === attestor || lender === attestor) return "PartiesNotDistinct";
  if (principal === 0n) return "PrincipalZero";
  if (rateScaled >= unitRate || (overdue !== null && overdue.rateScaled >= unitRate)) return "RateTooHigh";
  if (maturity <= dated) return "MaturityNotAfterDated";
  if (conversion === null) return null;
  if (conversion.price.numerator === 0n) return "PriceZero";
  if (conversion.until !== null && conversion.until <= conversion.after) return "WindowEmpty";
  return stock?.issuer === borrower ? null : "StockNotOfBorrower";
}

function newNote(terms: Terms, { borrower, lender, attestor }: Parties): NoteState {
  const one = rational(1n);
  return {
    terms,
    maker: borrower,
    attestor,
    holder: lender,
    obligor: borrower,
    debt: { principal: terms.principal, carried: 0n, overdue: nothingOverdue(terms), charges: 0n },
    chargesAdmitted: 0n,
    chargesByAttestor: 0n,
    prepaymentUntil: null,
    called: null,
    consent: null,
    acceptances: new Map(),
    facts: [],
    splitFactor: one,
    distributionFactor: one,
    claim: 0n,
    received: new Map(),
    held: new Map(),
    approved: null,
    recovery: { consent: null, declaredOn: null, lastDeclared: null },
    movedTo: new Map(),
    ended: null,
  };
}
