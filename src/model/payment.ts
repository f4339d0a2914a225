import type { ActOf } from "./acts.ts";
import { addMoney } from "./currency.ts";
import { settle } from "./discharge.ts";
import { lessen, statementOf } from "./interest.ts";
import type { Parts, Statement } from "./interest.ts";
import { appliedBeforeMaturity, isPayable } from "./prepayment.ts";
import { isLost, ownerOfHeld, withoutRecovery } from "./recovery.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { NoteState, Party, World } from "./state.ts";

/**
 * Anyone but the holder pays at most an amount, and never more than is owed. What cannot reach the holder, or is not to, its key being
 * declared lost, is held for it.
 */
export function pay(world: World, act: ActOf<"pay">): World | Refusal {
  const { terms, debt, holder } = world.note;
  if (act.amount !== "all" && act.amount <= 0n) return "ZeroAmount";
  if (act.by === holder) return "PayerIsHolder";
  if (!isPayable(world.note, act.on)) return "PrepaymentNotPermitted";
  const { total } = statementOf(terms, debt, act.on);
  const amount = act.amount === "all" || act.amount > total ? total : act.amount;
  if (world.currency.blocked.has(act.by)) return "Blocklisted";
  const isHeld = isLost(world.note) || world.currency.blocked.has(holder);
  const paid = addMoney(world, act.by, -amount);
  if (!isHeld) return takePayment(receive(paid, holder, amount), act.on, amount);
  const held = new Map(world.note.held).set(holder, (world.note.held.get(holder) ?? 0n) + amount);
  return takePayment(withNote(paid, { held }), act.on, amount);
}

/** Whose money is held sends all of it to whomever it says; by the holder, that is an objection to recovery. */
export function withdraw(world: World, act: ActOf<"withdraw">): World | Refusal {
  const number = act.note ?? world.replaced.length + 1;
  const note = world.replaced[number - 1] ?? world.note;
  if (act.by !== ownerOfHeld(note, act.holder)) return "NotEntitled";
  const amount = note.held.get(act.holder) ?? 0n;
  if (amount === 0n) return "NothingHeld";
  if (world.currency.blocked.has(act.to)) return "Blocklisted";
  const isAct = act.by === note.holder && (note.ended === null || isLost(note));
  const after = isAct ? withoutRecovery(note) : note;
  const held = new Map([...note.held].filter(([holder]) => holder !== act.holder));
  return received(replaceNote(world, number, { ...after, held }), number, act.to, amount);
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

function receive(world: World, party: Party, amount: bigint): World {
  return received(world, world.replaced.length + 1, party, amount);
}

function received(world: World, number: number, party: Party, amount: bigint): World {
  const note = world.replaced[number - 1] ?? world.note;
  const receipts = new Map(note.received).set(party, (note.received.get(party) ?? 0n) + amount);
  return addMoney(replaceNote(world, number, { ...note, received: receipts }), party, amount);
}

/** The world with another state of one of its notes, by its number. */
function replaceNote(world: World, number: number, note: NoteState): World {
  if (number > world.replaced.length) return { ...world, note };
  return { ...world, replaced: world.replaced.with(number - 1, note) };
}

function takePayment(world: World, day: number, amount: bigint): World {
  const { terms, debt } = world.note;
  const owed = statementOf(terms, debt, day);
  const taken = day < terms.maturity ? appliedBeforeMaturity(owed, amount) : appliedFromMaturity(owed, amount);
  return settle(world, day, lessen(terms, debt, day, taken), amount === owed.total ? "paid" : null);
}
