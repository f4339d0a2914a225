import { ZeroAddress, zeroPadValue } from "ethers";

import type { FindingCode } from "../../lint/catalogue.ts";
import { isoOf } from "../../math/civilDate.ts";
import type { Day } from "../../math/civilDate.ts";
import { termSheetHash } from "../../terms/termSheetHash.ts";
import { unpackTerms } from "../termsCodec.ts";
import { ActError } from "./act.ts";
import type { ActChain, Call, Plan, Row } from "./act.ts";
import { logsOf } from "./logsOf.ts";
import { encoded } from "./plainActs.ts";
import { moneyOf, priceOf } from "../../wording/money.ts";
import { structOf } from "./sheetOnChain.ts";
import type { SheetOnChain } from "./sheetOnChain.ts";
import { stockOfSheet } from "./stockOfSheet.ts";
import { rowsToMind } from "./toMind.ts";

/** How a note is to be made. */
export interface Issuing {
  /** Last day on which the lender may take it against payment; null for a note for value already received. */
  readonly offerUntil: Day | null;
  /** Whether it is to be made though a note of the same sheet between the same parties was. */
  readonly again: boolean;
  /** Codes of errors that a check finds in the sheet, and that are meant; none unless given. */
  readonly despite?: readonly FindingCode[];
}

/**
 * Making the note of a sheet: the stock first, if it converts and none is named or found, then the grant of conversion, then the note, or
 * the offer of it. What is done already is left out, so that after a failure the same can be asked for again.
 *
 * @param from The borrower.
 * @throws ActError if the note was made before, or a check finds an error in its sheet that is not meant; what the chain throws, if it refuses the terms.
 * @example
 * const issuing = { offerUntil: null, again: false };
 * const { plan } = await withCost(chain, borrower, named.figures, () => prepareIssue(chain, borrower, named, issuing));
 */
export async function prepareIssue(
  chain: ActChain,
  from: string,
  issued: SheetOnChain,
  { offerUntil, again, despite = [] }: Issuing,
): Promise<Plan> {
  const { terms, accounts } = issued;
  if (!again) await requireNew(chain, { ...issued.accounts, termSheet: termSheetHash(issued.sheet) });
  await requireSound(chain, from, issued);
  const mind = await rowsToMind(chain, issued, despite);
  const { stock, steps: preparations, stockNow, rows } = await stockOfSheet(chain, issued);
  const call = async (): Promise<Call> => {
    const struct = structOf(issued, await stockNow());
    if (offerUntil === null) return await encoded(chain, ["make", [struct, accounts.lender]]);
    return await encoded(chain, ["offer", [struct, accounts.lender, offerUntil]]);
  };
  const estimable = preparations.length === 0;
  if (estimable) {
    await requireNotOffered(chain, issued, offerUntil);
    await chain.provider.call({ from, ...(await call()) });
  }
  const what = `a note of ${moneyOf(terms.principal, issued.figures)} to ${accounts.lender}`;
  return {
    says:
      offerUntil === null
        ? `The borrower makes ${what}, for value received`
        : `The borrower offers ${what}, against payment, through ${isoOf(offerUntil)}`,
    rows: [...rowsOfTerms(issued, stock), ...rows, ...mind],
    preparations,
    call,
    estimable,
  };
}

const WITHOUT_VALUE = ", a currency without value, deployed for trying out";

/** The terms as a reader checks them before anything is sent. */
export function rowsOfTerms({ sheet, terms, accounts, figures, isTrial }: SheetOnChain, stock: string | null): Row[] {
  const { conversion } = terms;
  return [
    { label: "Borrower", after: `${sheet.borrower.name}, ${accounts.borrower}` },
    { label: "Lender", after: `${sheet.lender.name}, ${accounts.lender}` },
    { label: "Attestor", after: accounts.attestor ?? "none" },
    { label: "Principal", after: moneyOf(terms.principal, figures) },
    { label: "Currency", after: `${figures.symbol} at ${accounts.currency}${isTrial ? WITHOUT_VALUE : ""}` },
    { label: "Interest", after: `${sheet.interest.rate}, ${terms.dayCount}` },
    { label: "Dated, due", after: `${sheet.dated}, ${sheet.maturity}` },
    ...(conversion === null
      ? []
      : [
          { label: "Price per share", after: priceOf(conversion.price, figures) },
          { label: "Stock", after: stock ?? `${conversion.stock.symbol}, to be made` },
        ]),
    { label: "Register of control", after: accounts.registry ?? "none" },
    { label: "Calendar", after: `${sheet.calendar.zone}, ${accounts.calendar}` },
    { label: "Term sheet", after: termSheetHash(sheet) },
  ];
}

/** Who makes a note to whom, and the hash of its sheet. */
export interface Made {
  readonly borrower: string;
  readonly lender: string;
  readonly termSheet: string;
}

/** Whether a note of the sheet was made between the same parties, whoever else has a part in it: its number. */
export async function findNote(chain: ActChain, { borrower, lender, termSheet }: Made): Promise<bigint | null> {
  const topics = [
    chain.notes.interface.getEvent("NoteMade").topicHash,
    null,
    zeroPadValue(borrower, 32),
    zeroPadValue(lender, 32),
  ];
  const logs = await logsOf(chain, await chain.notes.getAddress(), topics);
  for (const { topics: found, data } of logs.reverse()) {
    const args = chain.notes.interface.decodeEventLog("NoteMade", data, found);
    if (unpackTerms(args["terms"] as string).terms.termSheet === termSheet) return args["id"] as bigint;
  }
  return null;
}

/**
 * Sees to it that no note of a sheet is there yet, since another would be another debt.
 *
 * @throws ActError naming the note, if there is one.
 */
export async function requireNew(chain: ActChain, issued: Made): Promise<void> {
  const made = await findNote(chain, issued);
  if (made === null) return;
  throw new ActError(
    `note ${made} was made of this sheet already, by the same borrower to the same lender; say --again to make another; nothing was sent`,
  );
}

async function requireNotOffered(chain: ActChain, issued: SheetOnChain, until: Day | null): Promise<void> {
  if (until === null) return;
  const offered = await chain.notes.offeredUntil(structOf(issued), issued.accounts.lender);
  if (Number(offered) !== until) return;
  throw new ActError(`these terms are offered to the lender through ${isoOf(until)} already; nothing was sent`);
}

/** What of the terms the chain would refuse is found before a stock is made for them: they are tried without their conversion. */
export async function requireSound(chain: ActChain, from: string, issued: SheetOnChain): Promise<void> {
  const { accounts } = issued;
  const struct = { ...structOf(issued, accounts.borrower), stock: ZeroAddress };
  const call = await encoded(chain, ["make", [struct, accounts.lender]]);
  await chain.provider.call({ from, ...call });
}
