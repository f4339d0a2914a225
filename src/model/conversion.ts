import type { Day } from "../math/civilDate.ts";
import { divide, floor, multiply, rational, subtract } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { ActOf, AmountOrAll } from "./acts.ts";
import { settle } from "./discharge.ts";
import { interestOn, lessen, statementOf } from "./interest.ts";
import type { Parts, Statement } from "./interest.ts";
import type { Refusal } from "./refusal.ts";
import { distributedSince, reservationOf, unitsOfShares } from "./reservation.ts";
import type { NoteState, World } from "./state.ts";
import { committedUnits, hasRoom, mint } from "./stock.ts";

/** What a conversion takes and gives; amounts in the currency's smallest unit. */
export interface Conversion extends Parts {
  /** Sum of the parts. */
  readonly amount: bigint;
  /** Whole shares as shares stood when the note was made. */
  readonly shares: bigint;
  /** What is left of the amount beyond the price of the shares, floored. */
  readonly residue: bigint;
  /** Whether it takes all that is owed, so that the residue is released and the note ends. */
  readonly isAll: boolean;
}

/** Whether a day lies in the window of conversion. */
export function isConvertible(note: NoteState, day: Day): boolean {
  return note.ended === null && windowRefusal(note, day) === null;
}

/** Currency units per whole share of today, exact; null without a right of conversion. */
export function pricePerShare(world: World): Rational | null {
  const { note, stock } = world;
  if (note.terms.conversion === null || stock === null) return null;
  const splitSince = divide(stock.splitFactor, note.splitFactor);
  return divide(note.terms.conversion.price, multiply(splitSince, distributedSince(note, stock)));
}

/**
 * What a conversion on a day would take and give, whether or not the window is open and stock is at hand.
 *
 * @returns null without a right of conversion.
 * @throws RangeError if more principal or charges are named than are owed.
 * @example previewConversion(world, dayOf("2005-09-02"), "all", "all") // shares 4594029n, residue 18504n
 */
export function previewConversion(
  world: World,
  day: Day,
  principal: AmountOrAll,
  charges: AmountOrAll = 0n,
): Conversion | null {
  const conversion = conversionOf(world, world.note.ended?.on ?? day, principal, charges);
  if (conversion === null) return null;
  if (conversion.principal > world.note.debt.principal) throw new RangeError("more principal than is owed");
  if (conversion.charges > world.note.debt.charges) throw new RangeError("more charges than are owed");
  return conversion;
}

/** The holder converts principal, the interest that follows it, and the charges it names, into stock. */
export function convert(world: World, act: ActOf<"convert">): World | Refusal {
  const { note } = world;
  if (act.by !== note.holder) return "NotHolder";
  const closed = windowRefusal(note, act.on);
  if (closed !== null) return closed;
  const conversion = conversionOf(world, act.on, act.principal, act.charges ?? 0n);
  if (conversion === null) return "NoConversionRight";
  if (conversion.principal === 0n && note.debt.principal > 0n) return "PrincipalRequired";
  if (conversion.principal > note.debt.principal) return "ExceedsPrincipal";
  if (conversion.charges > note.debt.charges) return "ExceedsCharges";
  if (conversion.shares === 0n) return "NoWholeShare";
  if (conversion.shares < (act.leastShares ?? 0n)) return "FewerSharesThanLeast";
  return carryOut(world, act.on, conversion);
}

function carryOut(world: World, day: Day, conversion: Conversion): World | Refusal {
  const { terms, debt, holder } = world.note;
  const left = lessen(terms, debt, day, conversion, conversion.residue);
  const after = settle(world, day, left, conversion.isAll ? "converted" : null);
  if (after.stock === null) return "NoConversionRight";
  const stock = mint(after.stock, holder, unitsOfShares(after.note, conversion.shares));
  // what is minted out of the claim was the holder's already, however little room the cap leaves
  const grows = world.stock === null || committedUnits(stock) > committedUnits(world.stock);
  if (grows && !hasRoom(stock, reservationOf(after.note, stock).fraction)) return "NotEnoughAuthorized";
  return { ...after, stock };
}

function windowRefusal(note: NoteState, day: Day): Refusal | null {
  const { conversion } = note.terms;
  if (conversion === null) return "NoConversionRight";
  if (day <= conversion.after) return "ConversionNotOpen";
  return conversion.until !== null && day > conversion.until ? "ConversionClosed" : null;
}

function conversionOf(
  { note, stock }: World,
  day: Day,
  principal: AmountOrAll,
  charges: AmountOrAll,
): Conversion | null {
  if (stock === null) return null;
  return conversionOfDebt(note, distributedSince(note, stock), day, principal, charges);
}

/** A debt, and the terms by which it bears interest and converts. */
export interface ConvertibleDebt {
  readonly terms: Parameters<typeof statementOf>[0] & { readonly conversion: { readonly price: Rational } | null };
  readonly debt: NoteState["debt"];
}

/**
 * What a conversion of a debt takes and gives on a day, without a world around it: whole shares for an amount, and what is left over.
 *
 *     shares  = floor(amount · distribution factor since / price)
 *     residue = floor(amount − shares · price / distribution factor since)
 *
 * @example 229,701.468504 at .05: 4,594,029 shares cost 229,701.45, residue .018504
 *
 * @param distributed What distributions since the making have multiplied the number of shares by that a unit of currency buys.
 * @returns null without a right of conversion.
 */
export function conversionOfDebt(
  note: ConvertibleDebt,
  distributed: Rational,
  day: Day,
  principal: AmountOrAll,
  charges: AmountOrAll,
): Conversion | null {
  if (note.terms.conversion === null) return null;
  const owed = statementOf(note.terms, note.debt, day);
  const parts = partsOf(
    note,
    day,
    owed,
    principal === "all" ? owed.principal : principal,
    charges === "all" ? owed.charges : charges,
  );
  const amount = parts.principal + parts.interest + parts.overdueInterest + parts.charges;
  const price = divide(note.terms.conversion.price, distributed);
  const shares = floor(divide(rational(amount), price));
  const residue = floor(subtract(rational(amount), multiply(rational(shares), price)));
  const isAll = parts.principal === owed.principal && parts.charges === owed.charges;
  return { ...parts, amount, shares, residue, isAll };
}

/**
 * The interest and overdue interest that follow principal *q*.
 *
 *     before maturity   interest = min(I, floor(q · rate · f) + floor(max(carried, 0) · q / P))
 *     from maturity on  interest = floor(I · q / P)
 *     overdue interest  floor(O · q / P)
 *
 * All principal, or none where none is left, takes all of both.
 *
 * @example 100,000 on 2005-09-02, nothing carried: floor(100,000 · 0.0775 · 611/365) = 12,973.287671
 */
function partsOf(note: ConvertibleDebt, day: Day, owed: Statement, principal: bigint, charges: bigint): Parts {
  if (principal === owed.principal) {
    return { principal, interest: owed.interest, overdueInterest: owed.overdueInterest, charges };
  }
  if (owed.principal === 0n) return { principal, interest: 0n, overdueInterest: 0n, charges };
  const overdueInterest = (owed.overdueInterest * principal) / owed.principal;
  if (day >= note.terms.maturity) {
    return { principal, interest: (owed.interest * principal) / owed.principal, overdueInterest, charges };
  }
  const carried = note.debt.carried > 0n ? note.debt.carried : 0n;
  const following = interestOn(note.terms, principal, day) + (carried * principal) / owed.principal;
  return {
    principal,
    interest: following < owed.interest ? following : owed.interest,
    overdueInterest,
    charges,
  };
}
