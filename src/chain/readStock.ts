import type { Provider } from "ethers";

import { divide, rational } from "../math/rational.ts";
import { connectStock } from "./contracts.ts";
import type { NoteStock } from "./noteOnChain.ts";
import { plainName, plainSymbol } from "./noteWords.ts";
import type { UnpackedMakingFacts } from "./termsCodec.ts";
import { untold } from "./untold.ts";

/**
 * Reads the stock a note converts into, as it stands at a block.
 *
 * @param address As the terms name it.
 * @param making Factors of the stock when the note was made.
 * @throws Whatever the stock answers where it must be asked: its factors, and what it converts into.
 */
export async function readStock(
  provider: Provider,
  address: string,
  making: Omit<UnpackedMakingFacts, "lastDayToPay" | "replaces">,
  at: { readonly blockTag: number },
): Promise<NoteStock> {
  const named = connectStock(address, provider);
  const [convertsInto, factors] = await Promise.all([named.convertsInto(at), named.factors(at)]);
  const stock = connectStock(convertsInto, provider);
  // no note needs these of a stock, so one may be without
  const [names, authorized, reserved, issued] = await Promise.all([
    readStockNames(provider, convertsInto, at),
    stock.authorizedShares(at).catch(untold(null)),
    stock.reservedShares(at).catch(untold(null)),
    stock.totalSupply(at).catch(untold(null)),
  ]);
  const splitFactor = rational(factors[0], factors[1]);
  const distributionFactor = rational(factors[2], factors[3]);
  return {
    address,
    convertsInto,
    ...names,
    splitFactor,
    distributionFactor,
    splitSinceMaking: divide(splitFactor, rational(making.splitNumerator, making.splitDenominator)),
    distributionSinceMaking: divide(
      distributionFactor,
      rational(making.distributionNumerator, making.distributionDenominator),
    ),
    authorized,
    reserved,
    issued,
  };
}

/** What a stock calls itself. One need not say either. */
export async function readStockNames(
  provider: Provider,
  address: string,
  at: { readonly blockTag: number },
): Promise<Pick<NoteStock, "name" | "symbol">> {
  const stock = connectStock(address, provider);
  const [name, symbol] = await Promise.all([
    stock.name(at).catch(untold("")),
    stock.symbol(at).catch(untold("shares")),
  ]);
  return { name: plainName(name), symbol: plainSymbol(symbol) };
}
