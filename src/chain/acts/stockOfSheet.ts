import { ZeroAddress, zeroPadValue } from "ethers";
import type { Interface } from "ethers";

import type { ConversionTerms } from "../../terms/terms.ts";
import { sharesOf } from "../../wording/shares.ts";
import { connectStock } from "../contracts.ts";
import { untold } from "../untold.ts";
import { ActError } from "./act.ts";
import type { ActChain, Call, Plan, Preparation, Row } from "./act.ts";
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
  /** What the reader of the sheet should know of a stock that is there already. */
  readonly rows: readonly Row[];
}

/**
 * Looks for the stock of a sheet: the one named, else one the borrower has made by the name and symbol of the sheet.
 *
 * @throws ActError if that one has not as many shares authorized as the sheet says: one that was named is taken all the same, and said to differ.
 */
export async function stockOfSheet(chain: ActChain, issued: SheetOnChain): Promise<StockOfSheet> {
  const { terms, accounts } = issued;
  if (terms.conversion === null) return { stock: null, steps: [], stockNow: () => Promise.resolve(null), rows: [] };
  const stock = accounts.stock ?? (await findStock(chain, issued));
  const notes = await chain.notes.getAddress();
  const granted = stock !== null && (await connectStock(stock, chain.provider).isConverter(notes));
  const stockNow = async () => stock ?? (await findStock(chain, issued));
  const { name, symbol, authorized } = terms.conversion.stock;
  const difference = stock === null ? null : await differenceOf(chain, stock, terms.conversion.stock);
  if (difference !== null && accounts.stock === null) {
    throw new ActError(`${difference}; if it is the right one all the same, name it with --stock; nothing was sent`);
  }
  const make: Preparation = {
    says: `make the stock ${stockInWords(terms.conversion.stock)}`,
    call: () => encodedFor(chain.stocks, "make", [name, symbol, accounts.borrower, authorized]),
  };
  const grant: Preparation = {
    says: "grant the notes' contract conversion into the stock, for good",
    call: async () => await encodedFor(connectStock((await stockNow()) ?? ZeroAddress), "grantConversion", [notes]),
  };
  return {
    stock,
    steps: [...(stock === null ? [make] : []), ...(granted ? [] : [grant])],
    stockNow,
    rows: difference === null ? [] : [{ label: "Mind", after: difference }],
  };
}

function stockInWords({ name, symbol, authorized }: ConversionTerms["stock"]): string {
  return `${symbol}, "${name}", with ${sharesOf(authorized)} shares authorized`;
}

/** How the shares authorized of a stock differ from those a sheet promises; null if they do not. */
async function differenceOf(
  { provider }: ActChain,
  stock: string,
  { symbol, authorized }: { readonly symbol: string; readonly authorized: bigint },
): Promise<string | null> {
  // a stock of a stranger's making need not say
  const has = await connectStock(stock, provider).authorizedShares().catch(untold(null));
  if (has === authorized) return null;
  const what =
    has === null ? "does not say how many shares it has authorized" : `has ${sharesOf(has)} shares authorized`;
  return `the stock ${symbol} at ${stock} ${what}, and the sheet says ${sharesOf(authorized)}`;
}

/**
 * Making the stock of a sheet and granting conversion into it, as issuing its note would first; for a note that is to be made by signature.
 *
 * @throws ActError if the sheet has none, or all is done.
 * @example const plan = await prepareStock(chain, "sheet.json", named);
 */
export async function prepareStock(chain: ActChain, file: string, issued: SheetOnChain): Promise<Plan> {
  const { conversion } = issued.terms;
  if (conversion === null) throw new ActError(`${file}: has no right of conversion, and so no stock`);
  const { stock, steps, rows } = await stockOfSheet(chain, issued);
  const last = steps.at(-1);
  if (last === undefined) {
    throw new ActError(
      `the stock ${conversion.stock.symbol} is there, at ${stock ?? ""}, and conversion is granted; nothing was sent`,
    );
  }
  const preparations = steps.slice(0, -1);
  return {
    says: "The borrower makes the stock of the note, and grants conversion into it",
    rows: [
      { label: "Borrower", after: issued.accounts.borrower },
      { label: "Stock", after: stock ?? stockInWords(conversion.stock) },
      { label: "Then", after: last.says },
      ...rows,
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
export async function stockToSign(
  chain: ActChain,
  file: string,
  issued: SheetOnChain,
): Promise<Pick<StockOfSheet, "stock" | "rows">> {
  const { stock, steps, rows } = await stockOfSheet(chain, issued);
  const [missing] = steps;
  if (missing === undefined) return { stock, rows };
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
