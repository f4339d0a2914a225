import { ABOVE, classesOf, UNAVOIDABLE } from "./classes.ts";
import type { AboveClass, UnavoidableClass } from "./classes.ts";
import { priced } from "./steps.ts";
import type { Step } from "./steps.ts";

/** A transaction with every step it took. */
export interface Traced {
  readonly to: string;
  /** What was sent, in hexadecimal. */
  readonly data: string;
  readonly gasUsed: number;
  /** What the last step says would be refunded. */
  readonly refund: number;
  readonly steps: readonly Step[];
  /** Addresses of the currencies that money moved in. */
  readonly money: ReadonlySet<string>;
  /** Contracts by address, in lower case; the rest is "others". */
  readonly names: ReadonlyMap<string, string>;
}

/** Where the gas of a transaction went. */
export interface Breakdown {
  readonly gas: number;
  /** Gas no way of writing the act could do without, refunds taken off. */
  readonly unavoidable: number;
  readonly refunded: number;
  readonly parts: Readonly<Partial<Record<UnavoidableClass, number>>>;
  /** What is above it, by class of operation. */
  readonly above: Readonly<Partial<Record<AboveClass, number>>>;
  /** The same, by the contract whose storage the step worked on. */
  readonly aboveBy: Readonly<Record<string, number>>;
}

const BASE = 21_000;
const ZERO_BYTE = 4;
const OTHER_BYTE = 16;
const MOST_REFUNDED = 5;

/** Gas of what is sent: 4 for each zero byte, 16 for any other. */
export function calldataGas(data: string): number {
  let gas = 0;
  for (let at = 2; at < data.length; at += 2) gas += data.slice(at, at + 2) === "00" ? ZERO_BYTE : OTHER_BYTE;
  return gas;
}

/**
 * Divides a transaction's gas into what is unavoidable and what is above it.
 *
 * @throws Error if the parts do not add up to what the receipt says was used.
 */
export function breakdownOf({ to, data, gasUsed, refund, steps, money, names }: Traced): Breakdown {
  const of = new Map<string, number>([
    ["base", BASE],
    ["calldata", calldataGas(data)],
  ]);
  const aboveBy: Record<string, number> = {};
  const isAbove = (name: string) => (ABOVE as readonly string[]).includes(name);
  for (const step of priced(steps, to, money)) {
    for (const [name, gas] of classesOf(step)) {
      of.set(name, (of.get(name) ?? 0) + gas);
      if (!isAbove(name)) continue;
      const by = names.get(step.frame.account) ?? "others";
      aboveBy[by] = (aboveBy[by] ?? 0) + gas;
    }
  }
  const before = sum(of.values());
  const refunded = Math.min(refund, Math.floor(before / MOST_REFUNDED));
  if (before - refunded !== gasUsed) {
    throw new Error(`the steps come to ${before} less ${refunded} refunded, the receipt says ${gasUsed}`);
  }
  const above = only(of, ABOVE);
  return {
    gas: gasUsed,
    unavoidable: gasUsed - sum(Object.values(above)),
    refunded,
    parts: only(of, UNAVOIDABLE),
    above,
    aboveBy,
  };
}

function only<Name extends string>(of: ReadonlyMap<string, number>, names: readonly Name[]): Record<Name, number> {
  const found = names.flatMap((name) => (of.get(name) ? [[name, of.get(name)]] : []));
  return Object.fromEntries(found) as Record<Name, number>;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
