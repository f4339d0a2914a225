import { MaxUint256 } from "ethers";

import type { CommonStock } from "../../typechain-types/index.ts";
import { parseDecimal } from "../math/decimal.ts";
import type { Recapitalization } from "./playableTimeline.ts";
import { ratioOf } from "./scenarioSchema.ts";
import type { SentBy, Stage } from "./stage.ts";

/** Original units of a whole 1e-18 of a share, before any split. */
const UNITS_PER_TOKEN = 10n ** 9n;

/**
 * The transactions by which a successor of the stock is made for the borrower, and takes its place.
 *
 * @param by Name of the actor.
 */
export async function recapitalization(stage: Stage, step: Recapitalization, by: string): Promise<SentBy[]> {
  const { stocks, cast } = stage;
  const stock = presentStock(stage, step.do);
  const from = cast.addressOf(by);
  const { name, symbol, authorized } = step.successor;
  const ratio = ratioOf(step.ratio);
  const shares = authorized === undefined ? await samePart(stock, ratio) : parseDecimal(authorized, 18);
  const making = [name, symbol, cast.addressOf("borrower"), shares] as const;
  const successor = await stocks.make.staticCall(...making);
  return [
    { from, call: { to: stocks, data: stocks.interface.encodeFunctionData("make", [...making]) } },
    { from, call: { to: stock, data: stock.interface.encodeFunctionData("recapitalize", [successor, ...ratio]) } },
  ];
}

/**
 * The transactions by which somebody exchanges all its old shares, of whichever stocks of the line. If there are none, the one by which it
 * would try.
 */
export async function exchanges(stage: Stage, by: string): Promise<SentBy[]> {
  const { formerStocks, cast } = stage;
  const from = cast.addressOf(by);
  const exchange = (stock: CommonStock): SentBy => ({
    from,
    call: { to: stock, data: stock.interface.encodeFunctionData("exchange", [MaxUint256]) },
  });
  const found: SentBy[] = [];
  for (const former of formerStocks) {
    if ((await former.unitsOf(from)) > 0n) found.push(exchange(former));
  }
  return found.length > 0 ? found : [exchange(formerStocks.at(-1) ?? presentStock(stage, "exchange"))];
}

/**
 * Shares of today that each name holds, 18 decimals: those of the newest stock, and those older ones exchange into. Original units are the
 * same in all stocks of a line, so they are added up before anything is rounded, and
 *
 *     tokens = floor(units · N / (D · 1e9))
 *
 * with the split factor N/D of the newest. After 1:3, two first shares not exchanged and one exchanged are 3e27 units, one
 * share; floored apart, they would lack a token.
 */
export async function sharesOf({ stock, formerStocks, cast }: Stage): Promise<Map<string, bigint>> {
  if (stock === null) return new Map();
  const [numerator, denominator] = await stock.splitFactor();
  const held = cast.names.map(async (name) => {
    const account = cast.addressOf(name);
    const parts = await Promise.all([...formerStocks, stock].map((each) => each.unitsOf(account)));
    const units = parts.reduce((sum, part) => sum + part, 0n);
    return [name, (units * numerator) / (denominator * UNITS_PER_TOKEN)] as const;
  });
  return new Map(await Promise.all(held));
}

/**
 * As many authorized shares of a successor as make the same part of the company as those of today: original units stay, and
 *
 *     tokens = ceil(units · N · n / (D · d · 1e9))
 *
 * with the split factor N/D and the ratio n:d. 60,000,000 shares are 20,000,000 after 1:3.
 */
async function samePart(stock: CommonStock, [numerator, denominator]: readonly [bigint, bigint]): Promise<bigint> {
  // for the stock to refuse
  if (denominator === 0n) return 0n;
  const [{ authorized }, [splitNumerator, splitDenominator]] = await Promise.all([
    stock.capitalization(),
    stock.splitFactor(),
  ]);
  const divisor = splitDenominator * denominator * UNITS_PER_TOKEN;
  return (authorized * splitNumerator * numerator + divisor - 1n) / divisor;
}

function presentStock({ stock }: Stage, act: string): CommonStock {
  if (stock === null) throw new RangeError(`there is no stock to ${act}`);
  return stock;
}
