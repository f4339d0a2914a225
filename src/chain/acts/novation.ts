import type { TermsStruct } from "../../../typechain-types/PromissoryNotes.ts";
import { ZeroAddress } from "ethers";
import type { Figures } from "../../errors/explain.ts";
import type { TermSheet } from "../../terms/termSheet.ts";
import { connectStock } from "../contracts.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { factorsOf, stateOf, UNSIGNED, UNSPLIT } from "../signatures.ts";
import type { NoteState as SignedState } from "../signatures.ts";
import { ActError } from "./act.ts";
import type { Plan, Row } from "./act.ts";
import type { ActNote } from "./actNote.ts";
import type { ActOptions } from "./actOptions.ts";
import { planOf } from "./plainActs.ts";
import { sheetOnChain, structOf } from "./sheetOnChain.ts";
import { memberDifference } from "../termsDifference.ts";
import { signatureArgument } from "./signedMessage.ts";
import type { SignedMessage } from "./signedMessage.ts";
import { rowsOfStruct, unpackedOf } from "./termsRows.ts";
import { meantErrors, rowsToMind } from "./toMind.ts";

/** A note's replacement, as its parties sign it and the contract takes it. */
export interface Replacement {
  readonly state: SignedState;
  readonly replacement: TermsStruct;
  readonly stock: Awaited<ReturnType<typeof factorsOf>>;
  /** Of the new terms, which may be in another currency. */
  readonly figures: Figures;
  /** Every term of them, and what to mind about them. */
  readonly rows: readonly Row[];
}

/**
 * The terms of a sheet that are to replace those of a note, between the same accounts unless the sheet or an option names others.
 *
 * @param file Where the sheet came from, for the messages.
 * @throws ActError as `sheetOnChain`, and for an error that a check finds in the sheet and the option `despite` does not name.
 * @example const replacement = await replacementOf(note, "amended.json", sheet, new ActOptions({}, 0));
 */
export async function replacementOf(
  note: ActNote,
  file: string,
  sheet: TermSheet,
  options: ActOptions,
): Promise<Replacement> {
  const { terms, state } = note;
  const none = (address: string) => (address === ZeroAddress ? null : address);
  const issued = await sheetOnChain(note, file, sheet, options, {
    borrower: terms.borrower,
    lender: state.holder,
    attestor: none(terms.attestor),
    currency: terms.currency,
    registry: none(terms.registry),
    stock: none(terms.stock),
  });
  const mind = await rowsToMind(note, issued, meantErrors(options));
  const struct = structOf(issued);
  const stock = issued.accounts.stock;
  const factors = stock === null ? UNSPLIT : await factorsOf(connectStock(stock, note.provider));
  const { figures } = issued;
  return {
    state: await stateOf(note.notes, note.id),
    replacement: struct,
    stock: factors,
    figures,
    rows: [...(await rowsOfStruct(note, unpackedOf(struct), figures)), ...mind],
  };
}

/** What the parties to a novation sign is one and the same; only the signer differs. */
export type SharedMessage = Pick<Replacement, "replacement" | "stock">;

/**
 * Replacing a note. Whoever of holder, obligor and new maker does not send it has signed it.
 *
 * @param rows Every term of the replacement, to be shown with the plan.
 * @throws ActError naming who has not signed.
 * @example const plan = await prepareNovation(note, holder, replacement, [signedByBorrower], replacement.rows);
 */
export async function prepareNovation(
  note: ActNote,
  from: string,
  { replacement, stock }: SharedMessage,
  signed: readonly SignedMessage[],
  rows: readonly Row[] = [],
): Promise<Plan> {
  const maker = replacement.borrower as string;
  const { holder, obligor } = note.state;
  for (const each of signed) requireSame(each, replacement);
  const done = new Set([from.toLowerCase()]);
  const consentOf = (title: string, account: string) => {
    if (done.has(account.toLowerCase())) return UNSIGNED;
    const found = signed.find(({ signer }) => sameAddress(signer, account));
    if (found === undefined) {
      throw new ActError(
        `${title}, ${account}, has not signed: have it run "note sign novate" and name its file; nothing was sent`,
      );
    }
    done.add(account.toLowerCase());
    return signatureArgument(found);
  };
  const consents = {
    holder: consentOf("the holder", holder),
    obligor: consentOf("the borrower", obligor),
    maker: consentOf("the new maker", maker),
  };
  return await planOf(note, from, {
    call: ["novate", [note.id, replacement, stock, consents]],
    says: `Note ${note.id} is cancelled and replaced by one on other terms, to the same holder`,
    rows,
  });
}

/** All parties must have signed the same terms, or the contract would take none of it and not say why. */
function requireSame({ signer, message }: SignedMessage, replacement: TermsStruct): void {
  const differs = memberDifference(message["replacement"] as object, replacement);
  if (differs !== null) throw new ActError(`${signer} has signed other terms: ${differs}; nothing was sent`);
}
