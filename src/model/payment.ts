import type { ActOf } from "./acts.ts";
import { settle } from "./discharge.ts";
import { lessen, statementOf } from "./interest.ts";
import type { Parts, Statement } from "./interest.ts";
import { appliedBeforeMaturity, isPayable } from "./prepayment.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { World } from "./state.ts";

/** Anyone but the holder pays at most an amount, and never more than is owed. */
export function pay(world: World, act: ActOf<"pay">): World | Refusal {
  const { terms, debt, holder, received } = world.note;
  if (act.amount !== "all" && act.amount <= 0n) return "ZeroAmount";
  if (act.by === holder) return "PayerIsHolder";
  if (!isPayable(world.note, act.on)) return "PrepaymentNotPermitted";
  const { total } = statementOf(terms, debt, act.on);
  const amount = act.amount === "all" || act.amount > total ? total : act.amount;
  const receipts = new Map(received).set(holder, (received.get(holder) ?? 0n) + amount);
  return takePayment(withNote(world, { received: receipts }), act.on, amount);
}

/** The holder acknowledges a payment made elsewhere. */
export function acknowledge(world: World, act: ActOf<"acknowledge">): World | Refusal {
  const { terms, debt, holder } = world.note;
  if (act.by !== holder) return "NotHolder";
  if (act.amount <= 0n) return "ZeroAmount";
  if (act.amount > statementOf(terms, debt, act.on).total) return "ExceedsOwed";
  return takePayment(world, act.on, act.amount);
}

/**
 * How an amount paid from maturity on falls on the debt: charges, overdue interest, interest, principal.
 *
 * @example 1,000 on charges of 100, overdue interest of 618.121980 and interest of 47,359.103191: 100, 618.121980,
 * 281.878020 and no principal
 */
export function appliedFromMaturity(owed: Statement, amount: bigint): Parts {
  let rest = amount;
  const take = (part: bigint): bigint => {
    const taken = rest < part ? rest : part;
    rest -= taken;
    return taken;
  };
  const charges = take(owed.charges);
  const overdueInterest = take(owed.overdueInterest);
  const interest = take(owed.interest);
  return { charges, overdueInterest, interest, principal: take(owed.principal) };
}

function takePayment(world: World, day: number, amount: bigint): World {
  const { terms, debt } = world.note;
  const owed = statementOf(terms, debt, day);
  const taken = day < terms.maturity ? appliedBeforeMaturity(owed, amount) : appliedFromMaturity(owed, amount);
  return settle(world, day, lessen(terms, debt, day, taken), amount === owed.total ? "paid" : null);
}
