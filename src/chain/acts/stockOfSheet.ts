import { ZeroAddress, zeroPadValue } from "ethers";
import type { Interface } from "ethers";

import { formatShares } from "../../math/decimal.ts";
import { connectStock } from "../contracts.ts";
import { ActError } from "./act.ts";
import type { ActChain, Call, Plan, Preparation } from "./act.ts";
import { logsOf } from "./logsOf.ts";
import type { SheetOnChain } from "./sheetOnChain.ts";

/** The stock of a sheet, as far as it is there, and what is still to be done before a note can convert into it. */
export interface StockOfSheet {
  /** Null for one still to be made, and for terms without a right of conversion. */
  readonly stock: string | null;
  /** Making it, and granting conversion: those not done yet. */
  readonly steps: readonly Preparation[];
  /** The stock once it is made; null for terms without a right of conversion. */
  readonly stockNow: () => Promise<string | null>;
}

/** Looks for the stock of a sheet: the one named, else one the borrower has made by the name and symbol of the sheet. */
export async function stockOfSheet(chain: ActChain, issued: SheetOnChain): Promise<StockOfSheet> {
  const { terms, accounts } = issued;
  if (terms.conversion === null) return { stock: null, steps: [], stockNow: () => Promise.resolve(null) };
  const stock = accounts.stock ?? (await findStock(chain, issued));
  const notes = await chain.notes.getAddress();
  const granted = stock !== null && (await connectStock(stock, chain.provider).isConverter(notes));
  const stockNow = async () => stock ?? (await findStock(chain, issued));
  const { name, symbol, authorized } = terms.conversion.stock;
  const make: Preparation = {
    says: `make the stock ${symbol}, "${name}", with ${formatShares(authorized)} shares authorized`,
    call: () => encodedFor(chain.stocks, "make", [name, symbol, accounts.borrower, authorized]),
  };
  const grant: Preparation = {
    says: "grant the notes' contract conversion into the stock, for good",
    call: async () => await encodedFor(connectStock((await stockNow()) ?? ZeroAddress), "grantConversion", [notes]),
  };
  return { stock, steps: [...(stock === null ? [make] : []), ...(granted ? [] : [grant])], stockNow };
}

/**
 * Making the stock of a sheet and granting conversion into it, as issuing its note would first; for a note that is to be made by signature.
 *
 * @throws ActError if the sheet has none, or all is done.
 */
export async function prepareStock(chain: ActChain, file: string, issued: SheetOnChain): Promise<Plan> {
  const { conversion } = issued.terms;
  if (conversion === null) throw new ActError(`${file}: has no right of conversion, and so no stock`);
  const { stock, steps } = await stockOfSheet(chain, issued);
  const last = steps.at(-1);
  if (last === undefined) {
    throw new ActError(
      `the stock ${conversion.stock.symbol} is there, at ${stock ?? ""}, and conversion is granted; nothing was sent`,
    );
  }
  const preparations = steps.slice(0, -1);
  const { name, symbol, authorized } = conversion.stock;
  return {
    says: "The borrower makes the stock of the note, and grants conversion into it",
    rows: [
      { label: "Borrower", after: issued.accounts.borrower },
      { label: "Stock", after: stock ?? `${symbol}, "${name}", with ${formatShares(authorized)} shares authorized` },
      { label: "Then", after: last.says },
    ],
    preparations,
    call: () => last.call(),
    estimable: preparations.length === 0,
  };
}

/**
 * The stock that a note made by signature converts into; null for terms without a right of conversion.
 *
 * @throws ActError saying how it is made, if it is not there or grants no conversion yet.
 */
export async function stockToSign(chain: ActChain, file: string, issued: SheetOnChain): Promise<string | null> {
  const { stock, steps } = await stockOfSheet(chain, issued);
  const [missing] = steps;
  if (missing === undefined) return stock;
  throw new ActError(
    `${file}: its stock must be there first, and the borrower has yet to ${missing.says}: ` +
      `it runs "npx hardhat note stock make ${file}"`,
  );
}

/**
 * The stock the factory has made for the borrower by the name and symbol of the sheet, in force.
 *
 * @throws ActError if there are several: anybody can have one made for anybody, and a note that converts into the wrong one cannot be mended.
 */
async function findStock(chain: ActChain, { terms, accounts }: SheetOnChain): Promise<string | null> {
  const { stocks, provider } = chain;
  const topics = [stocks.interface.getEvent("StockMade").topicHash, null, zeroPadValue(accounts.borrower, 32)];
  const logs = await logsOf(chain, await stocks.getAddress(), topics);
  const inForce: string[] = [];
  for (const { topics: found, data } of logs) {
    const args = stocks.interface.decodeEventLog("StockMade", data, found);
    const { name, symbol } = terms.conversion?.stock ?? {};
    if (args["name"] !== name || args["symbol"] !== symbol) continue;
    const stock = args["stock"] as string;
    if ((await connectStock(stock, provider).successor()) === ZeroAddress) inForce.push(stock);
  }
  const [only, another] = inForce;
  if (another === undefined) return only ?? null;
  throw new ActError(
    `several stocks of that name and symbol were made for ${accounts.borrower}, by whomever: ${inForce.join(", ")}; name the right one with --stock`,
  );
}

async function encodedFor(
  contract: { interface: Interface; getAddress: () => Promise<string> },
  name: string,
  args: readonly unknown[],
): Promise<Call> {
  return { to: await contract.getAddress(), data: contract.interface.encodeFunctionData(name, args) };
}
