import { ZeroAddress } from "ethers";
import { formatRational } from "../../math/decimal.ts";
import { divide, multiply, rational } from "../../math/rational.ts";
import { priceOf } from "../../wording/money.ts";
import { connectStock } from "../contracts.ts";
import { ActError } from "./act.ts";
import type { Plan } from "./act.ts";
import type { ActNote } from "./actNote.ts";
import type { ActOptions } from "./actOptions.ts";

/** Splits the stock a note converts into, or records a distribution of it; both are the issuer's. */
export async function prepareStockAct(
  act: "split" | "distribute",
  note: ActNote,
  from: string,
  options: ActOptions,
): Promise<Plan> {
  const { terms, provider, lens, id, figures, stockSymbol } = note;
  if (terms.stock === ZeroAddress) throw new ActError(`note ${id} has no right of conversion, and so no stock`);
  const into = await connectStock(terms.stock, provider).convertsInto();
  const stock = connectStock(into, provider);
  const [numerator, denominator] = options.ratio("ratio");
  const data =
    act === "split"
      ? stock.interface.encodeFunctionData("split", [numerator, denominator])
      : stock.interface.encodeFunctionData("recordDistribution", [
          numerator,
          denominator,
          options.text("description", ""),
        ]);
  const call = { to: into, data };
  await provider.call({ from, ...call });
  const price = await lens.pricePerShare(id);
  const before = rational(price.numerator, price.denominator);
  const by = rational(numerator, denominator);
  return {
    says:
      act === "split"
        ? `${stockSymbol} is split, ${numerator} new for ${denominator} old; all holdings, reserved shares and prices follow`
        : `A distribution of ${stockSymbol} is recorded, ${numerator} before to ${denominator} after; conversion prices fall`,
    rows: [
      { label: "Stock", after: into },
      {
        label: "Price per share",
        before: priceOf(before, figures),
        after: priceOf(divide(before, by), figures),
      },
      ...(act === "split"
        ? [{ label: "A holding of 1", before: "1", after: formatRational(multiply(rational(1n), by)) }]
        : []),
    ],
    preparations: [],
    call: () => Promise.resolve(call),
    estimable: true,
  };
}
