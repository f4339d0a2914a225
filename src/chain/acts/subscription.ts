import { ZeroAddress, zeroPadValue } from "ethers";

import type { TermsStructOutput } from "../../../typechain-types/PromissoryNotes.ts";
import { isoOf } from "../../math/civilDate.ts";
import type { TermSheet } from "../../terms/termSheet.ts";
import { termSheetHash } from "../../terms/termSheetHash.ts";
import { connectStock } from "../contracts.ts";
import { factorsOf, UNSPLIT } from "../signatures.ts";
import type { UnpackedTerms } from "../termsCodec.ts";
import { attestorDifference, plainTerms, termsDifference } from "../termsDifference.ts";
import { ActError } from "./act.ts";
import type { ActChain, Plan, Row } from "./act.ts";
import { figuresOf } from "./actNote.ts";
import { logsOf } from "./logsOf.ts";
import { approvalOf, tryCall } from "./payment.ts";
import { encoded } from "./plainActs.ts";
import { moneyOf } from "../../wording/money.ts";
import { rowsOfStruct } from "./termsRows.ts";

/** An offer of a note against payment that stands. */
export interface Offer {
  /** Hash of the terms and the lender, by which the contract knows it. */
  readonly hash: string;
  readonly lender: string;
  readonly terms: UnpackedTerms;
  readonly until: number;
}

/**
 * The newest offer that stands to one of several lenders: the one of a hash, or of a sheet, or any.
 *
 * @throws ActError if there is none; if there are several and nothing says which; if the terms offered are not those of the sheet, whose hash they
 * carry.
 * @example const offer = await findOffer(chain, [lender], { sheet });
 */
export async function findOffer(
  chain: ActChain,
  lenders: readonly string[],
  { hash = null, sheet = null }: { readonly hash?: string | null; readonly sheet?: TermSheet | null },
): Promise<Offer> {
  const { notes } = chain;
  const topics = [
    notes.interface.getEvent("NoteOffered").topicHash,
    hash,
    null,
    lenders.map((each) => zeroPadValue(each, 32)),
  ];
  const found = new Map<string, Offer>();
  for (const { topics: ofLog, data } of await logsOf(chain, await notes.getAddress(), topics)) {
    const { offer, lender, terms } = notes.interface.decodeEventLog("NoteOffered", data, ofLog) as unknown as {
      offer: string;
      lender: string;
      terms: TermsStructOutput;
    };
    if (sheet !== null && terms.termSheet !== termSheetHash(sheet)) continue;
    const struct = plainTerms(terms);
    const until = Number(await notes.offeredUntil(struct, lender));
    if (until > 0) found.set(offer, { hash: offer, lender, terms: struct, until });
  }
  // anybody can offer on anybody's sheet: what is not of the sheet stands in no other offer's way
  const differences = new Map([...found.values()].map((each) => [each.hash, differenceOf(each, sheet, chain)]));
  const agreeing = [...found.values()].filter((each) => differences.get(each.hash) === null);
  const [difference] = differences.values();
  if (agreeing.length === 0 && difference != null) throw new ActError(difference);
  const [offer, another] = agreeing;
  if (offer === undefined)
    throw new ActError(`no offer ${hash ?? "of this sheet"} stands to ${lenders.join(", ")}; nothing was sent`);
  if (another !== undefined) {
    throw new ActError(
      `several offers stand, ${agreeing.map((each) => each.hash).join(", ")}; name one with --offer; nothing was sent`,
    );
  }
  return offer;
}

/**
 * Taking an offer: the lender pays the principal and receives the note, at once.
 *
 * @param from The lender.
 * @throws ActError if it has too little money; what the chain throws, if it refuses.
 * @example const plan = await prepareSubscription(chain, lender, await findOffer(chain, [lender], { sheet }));
 */
export async function prepareSubscription(chain: ActChain, from: string, offer: Offer): Promise<Plan> {
  const { terms } = offer;
  const figures = await figuresOf(chain, terms);
  const stock = terms.stock;
  const seen = stock === ZeroAddress ? UNSPLIT : await factorsOf(connectStock(stock, chain.provider));
  const call = await encoded(chain, ["subscribe", [terms, seen]]);
  const principal = terms.principal;
  const preparations = await approvalOf({ ...chain, figures }, terms.currency, from, principal);
  // what of the terms the chain would refuse is found before the money is approved
  const making = await encoded(chain, ["make", [terms, offer.lender]]);
  await chain.provider.call({ ...making, from: terms.borrower });
  await tryCall(chain, from, call, preparations.length === 0);
  const rows: Row[] = [
    { label: "Offer", after: `${offer.hash}, through ${isoOf(offer.until)}` },
    ...(await rowsOfStruct(chain, terms, figures)),
  ];
  return {
    says: `The lender pays ${moneyOf(principal, figures)} to ${terms.borrower} and receives the note`,
    rows,
    preparations,
    call: () => Promise.resolve(call),
    estimable: preparations.length === 0,
  };
}

/**
 * An offer that carries the hash of a sheet could still be of other terms, or somebody else's; nobody but the reader of the sheet can tell. An
 * attestor has power over the note, and so is taken only if the sheet appoints one.
 */
function differenceOf({ terms }: Offer, sheet: TermSheet | null, { record }: ActChain): string | null {
  if (sheet === null) return null;
  const difference = attestorDifference(terms, sheet) ?? termsDifference(terms, sheet, record.contracts);
  return difference && `the offer carries this sheet's hash, but ${difference}; nothing was sent`;
}
