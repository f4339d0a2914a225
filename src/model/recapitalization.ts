import { floor, divide, multiply, rational } from "../math/rational.ts";
import type { ActOf } from "./acts.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Party, ReplacedStock, StockState, World } from "./state.ts";
import { ifRoom, isTooLarge, unitsLimit, unitsOf } from "./stock.ts";

/** Most stocks in a line, the first and the one in force among them. */
const generations = 8;

/** Original units in a token before any split. */
const unitsPerToken = rational(10n ** 9n);

/**
 * A company's common stock through its recapitalizations. An original unit is the same throughout: 1e-27 of a share of the first
 * stock before any split. What is not yet exchanged counts among the issued shares of the stock in force, though nobody holds it there.
 */
export interface StockLine {
  readonly inForce: StockState;
  /** Oldest first. */
  readonly replaced: readonly ReplacedStock[];
}

/** What a recapitalization names. */
export interface Recapitalization {
  readonly by: Party;
  /** Authorized shares of the successor, in its tokens. */
  readonly authorized: bigint;
  /** New shares, */
  readonly numerator: bigint;
  /** for so many old of today. */
  readonly denominator: bigint;
}

/** A stock that has never been recapitalized. */
export function lineOf(stock: StockState): StockLine {
  return { inForce: stock, replaced: [] };
}

/**
 * The issuer replaces the stock in force by a successor, which keeps all units and claims; its split factor is the ratio's multiple.
 *
 * @example recapitalize(lineOf(stock), { by: "borrower", authorized: 60_000_000n * 10n ** 18n, numerator: 3n, denominator: 2n })
 */
export function recapitalize(line: StockLine, named: Recapitalization): StockLine | Refusal {
  const { inForce, replaced } = line;
  if (named.by !== inForce.issuer) return "NotTheIssuer";
  if (named.numerator === 0n || named.denominator === 0n) return "InvalidRatio";
  const splitFactor = multiply(inForce.splitFactor, rational(named.numerator, named.denominator));
  if (isTooLarge(splitFactor)) return "RatioTooLarge";
  if (replaced.length + 2 > generations) return "TooManyGenerations";
  const successor = { ...inForce, splitFactor, holdings: new Map<Party, bigint>() };
  const authorized = unitsOf(successor, named.authorized);
  if (authorized >= unitsLimit) return "NotEnoughAuthorized";
  const fitting = ifRoom({ ...successor, authorized });
  if (typeof fitting === "string") return fitting;
  const old = { splitFactor: inForce.splitFactor, holdings: inForce.holdings };
  return { inForce: fitting, replaced: [...replaced, old] };
}

/**
 * A holder of a replaced stock takes the stock in force for it, unit for unit.
 *
 * @param generation Place of the old stock in the line, from zero.
 * @param units Original units.
 */
export function exchange(line: StockLine, generation: number, holder: Party, units: bigint): StockLine | Refusal {
  const old = line.replaced[generation];
  if (old === undefined) return "NotRecapitalized";
  const held = old.holdings.get(holder) ?? 0n;
  if (units > held) return "NotEnoughHeld";
  const left = { ...old, holdings: new Map(old.holdings).set(holder, held - units) };
  const has = line.inForce.holdings.get(holder) ?? 0n;
  const holdings = new Map(line.inForce.holdings).set(holder, has + units);
  return { inForce: { ...line.inForce, holdings }, replaced: line.replaced.with(generation, left) };
}

/** The issuer recapitalizes: notes of the world convert into the successor from then on. */
export function recapitalizeStock(world: World, act: ActOf<"recapitalize">): World | Refusal {
  return changeLine(world, (line) => recapitalize(line, act));
}

/** A holder of an old stock exchanges all it has of it, which may be nothing. */
export function exchangeStock(world: World, { by, generation }: ActOf<"exchange">): World | Refusal {
  return changeLine(world, (line) => {
    const units = line.replaced[generation]?.holdings.get(by) ?? 0n;
    return exchange(line, generation, by, units);
  });
}

function changeLine(world: World, change: (line: StockLine) => StockLine | Refusal): World | Refusal {
  if (world.stock === null) return "NoStock";
  const after = change({ inForce: world.stock, replaced: world.formerStocks });
  return isRefusal(after) ? after : { ...world, stock: after.inForce, formerStocks: after.replaced };
}

/** Tokens that a replaced stock goes on showing a party, floored. */
export function replacedBalanceOf(stock: ReplacedStock, party: Party): bigint {
  const units = rational(stock.holdings.get(party) ?? 0n);
  return floor(divide(multiply(units, stock.splitFactor), unitsPerToken));
}
