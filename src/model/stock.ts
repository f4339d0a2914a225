import { ceil, divide, floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import type { Party, StockState, World } from "./state.ts";

/** Original units in a token, which is 1e-18 of a share, before any split. */
const unitsPerToken = rational(10n ** 9n);

const factorLimit = 1n << 64n;

/** No number of original units reaches this. */
export const unitsLimit = 1n << 128n;

/** Stock as it is founded, nothing issued. @param authorized Tokens: 1e-18 of a share. */
export function foundStock(issuer: Party, authorized: bigint): StockState {
  const one = rational(1n);
  const stock = {
    issuer,
    authorized: 0n,
    issued: 0n,
    claims: 0n,
    splitFactor: one,
    distributionFactor: one,
    holdings: new Map<Party, bigint>(),
  };
  return { ...stock, authorized: unitsOf(stock, authorized) };
}

/** Tokens of today that a party holds, floored. */
export function balanceOf(stock: StockState, party: Party): bigint {
  return floor(divide(multiply(rational(stock.holdings.get(party) ?? 0n), stock.splitFactor), unitsPerToken));
}

/** Original units of all claims, rounded up once. */
export function reservedUnits(stock: StockState): bigint {
  return ceil(multiply(rational(stock.claims), stock.distributionFactor));
}

/** Original units that count against the cap. */
export function committedUnits(stock: StockState): bigint {
  return stock.issued + reservedUnits(stock);
}

/** Whether issued and reserved, without a fraction of a claim, stay within the authorized. */
export function hasRoom(stock: StockState, fraction = 0n): boolean {
  return committedUnits({ ...stock, claims: stock.claims - fraction }) <= stock.authorized;
}

/** The stock with one claim in another's place. */
export function replaceClaim(stock: StockState, before: bigint, after: bigint): StockState {
  return { ...stock, claims: stock.claims - before + after };
}

/** The stock with original units issued to a party. */
export function mint(stock: StockState, to: Party, units: bigint): StockState {
  const holdings = new Map(stock.holdings).set(to, (stock.holdings.get(to) ?? 0n) + units);
  return { ...stock, issued: stock.issued + units, holdings };
}

/** The issuer gives n new shares for d old. */
export function split(world: World, act: ActOf<"split">): World | Refusal {
  return changeStock(world, act.by, (stock) => {
    if (act.numerator === 0n || act.denominator === 0n || act.numerator === act.denominator) return "InvalidRatio";
    const splitFactor = multiply(stock.splitFactor, rational(act.numerator, act.denominator));
    return isTooLarge(splitFactor) ? "RatioTooLarge" : { ...stock, splitFactor };
  });
}

/** The issuer records value distributed to shareholders: what bought d shares buys n. */
export function distribute(world: World, act: ActOf<"distribute">): World | Refusal {
  return changeStock(world, act.by, (stock) => {
    if (act.denominator === 0n || act.numerator < act.denominator) return "InvalidRatio";
    const distributionFactor = multiply(stock.distributionFactor, rational(act.numerator, act.denominator));
    if (isTooLarge(distributionFactor)) return "RatioTooLarge";
    return ifRoom({ ...stock, distributionFactor });
  });
}

/** The issuer issues tokens of today for value. */
export function issue(world: World, act: ActOf<"issue">): World | Refusal {
  return changeStock(world, act.by, (stock) => ifRoom(mint(stock, act.to, unitsOf(stock, act.amount))));
}

/** The issuer sets the cap, in tokens of today; lowered, it must hold what is issued and reserved. */
export function authorize(world: World, act: ActOf<"authorize">): World | Refusal {
  return changeStock(world, act.by, (stock) => {
    const authorized = unitsOf(stock, act.amount);
    if (authorized >= unitsLimit) return "NotEnoughAuthorized";
    const changed = { ...stock, authorized };
    return authorized < stock.authorized ? ifRoom(changed) : changed;
  });
}

function changeStock(world: World, by: Party, change: (stock: StockState) => StockState | Refusal): World | Refusal {
  if (world.stock === null) return "NoStock";
  if (by !== world.stock.issuer) return "NotTheIssuer";
  const stock = change(world.stock);
  return typeof stock === "string" ? stock : { ...world, stock };
}

/** The stock, if its cap holds what is issued and reserved. */
export function ifRoom(stock: StockState): StockState | Refusal {
  return hasRoom(stock) ? stock : "NotEnoughAuthorized";
}

/** Original units of tokens of today. Rounded up, so that the tokens read back are the tokens named. */
export function unitsOf(stock: StockState, tokens: bigint): bigint {
  return ceil(divide(multiply(rational(tokens), unitsPerToken), stock.splitFactor));
}

/** Whether a factor in lowest terms is beyond 64 bits over 64 bits. */
export function isTooLarge(factor: Rational): boolean {
  return factor.numerator >= factorLimit || factor.denominator >= factorLimit;
}
