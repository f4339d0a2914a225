import { randomBytes, toBigInt } from "ethers";

import type { TermSheet } from "../../terms/termSheet.ts";
import { termSheetHash } from "../../terms/termSheetHash.ts";
import { connectStock } from "../contracts.ts";
import { factorsOf, stateOf, UNSPLIT } from "../signatures.ts";
import type { MessageName } from "../signatures.ts";
import type { Figures } from "../../errors/explain.ts";
import { ActError } from "./act.ts";
import type { ActChain, Row } from "./act.ts";
import { lastSecondOf } from "./actNote.ts";
import type { ActNote } from "./actNote.ts";
import type { ActOptions } from "./actOptions.ts";
import { requireNew } from "./issue.ts";
import { replacementOf } from "./novation.ts";
import { sayMessage } from "./sayMessage.ts";
import { sheetOnChain, structOf } from "./sheetOnChain.ts";
import { plainMembers } from "./signedMessage.ts";
import { stockToSign } from "./stockOfSheet.ts";
import { rowsOfStruct, unpackedOf } from "./termsRows.ts";
import { meantErrors, rowsToMind } from "./toMind.ts";

/** So many that nobody draws one twice. */
const NONCE_BYTES = 8;

/** A message as it is to be signed, but for nonce and deadline. */
export interface Unsigned {
  readonly name: MessageName;
  readonly contents: Readonly<Record<string, unknown>>;
  /** Whose part it is; null for whoever signs. */
  readonly party: { readonly title: string; readonly address: string } | null;
  /** Of the note it is about; of the one to be made, where that is none yet. */
  readonly figures: Figures;
  /** Of the terms in it, which may be in another currency than the note that they replace. */
  readonly termsFigures: Figures;
  /** Every term in it, and what to mind about them; none where it has none. */
  readonly rows: readonly Row[];
  /** Whose days the deadline is in. */
  readonly calendar: string;
}

/** Acts on a note that can be signed, by the names of their commands. */
export const SIGNABLE = ["issue", "consent", "transfer", "accept-assignment", "assign", "novate"] as const;

/** Name of an act that can be signed. */
export type SignableName = (typeof SIGNABLE)[number];

/**
 * The making of a sheet's note, as the maker signs it.
 *
 * @param file Where the sheet came from, for the messages.
 * @throws ActError if the stock it converts into is not there yet, or a check finds an error in the sheet that the option `despite` does not name.
 * @example const unsigned = await makingToSign(chain, "sheet.json", sheet, new ActOptions({ againstPayment: true }, 0));
 */
export async function makingToSign(
  chain: ActChain,
  file: string,
  sheet: TermSheet,
  options: ActOptions,
): Promise<Unsigned> {
  const issued = await sheetOnChain(chain, file, sheet, options);
  const { accounts, figures } = issued;
  if (!options.flag("again")) await requireNew(chain, { ...accounts, termSheet: termSheetHash(sheet) });
  const mind = await rowsToMind(chain, issued, meantErrors(options));
  const { stock, rows } = await stockToSign(chain, file, issued);
  const terms = structOf(issued, stock);
  const factors = stock === null ? UNSPLIT : await factorsOf(connectStock(stock, chain.provider));
  return {
    name: "MakeNote",
    contents: { terms, lender: accounts.lender, againstPayment: options.flag("againstPayment"), stock: factors },
    party: { title: "the borrower", address: accounts.borrower },
    figures,
    termsFigures: figures,
    rows: [...(await rowsOfStruct(chain, unpackedOf(terms), figures)), ...rows, ...mind],
    calendar: accounts.calendar,
  };
}

/**
 * An act on a note, as its party signs it: bound to the note as it stands.
 *
 * @param signer Who signs, where that follows from no part in the note; null otherwise.
 * @param sheet Of a novation, and the file it came from; null otherwise.
 * @throws ActError for options that cannot be taken.
 * @example
 * const options = new ActOptions({ to: buyer, until: "2004-06-30" }, note.figures.decimals);
 * const unsigned = await actToSign("consent", note, null, options, "", null);
 */
export async function actToSign(
  act: Exclude<SignableName, "issue">,
  note: ActNote,
  signer: string | null,
  options: ActOptions,
  file: string,
  sheet: TermSheet | null,
): Promise<Unsigned> {
  const { id, notes, figures, terms } = note;
  const state = await stateOf(notes, id);
  const common = { figures, termsFigures: figures, rows: [], calendar: terms.calendar };
  const holder = { title: "the holder", address: state.holder };
  const obligor = { title: "the borrower", address: state.obligor };
  switch (act) {
    case "consent": {
      const [to, until] = [options.address("to"), options.day("until")];
      return { name: "ConsentToTransfer", contents: { note: id, to, until, state }, party: obligor, ...common };
    }
    case "transfer":
      return {
        name: "TransferNote",
        contents: { note: id, to: options.address("to"), state },
        party: holder,
        ...common,
      };
    case "assign":
      return {
        name: "AssignNote",
        contents: { note: id, to: options.address("to"), state },
        party: obligor,
        ...common,
      };
    case "accept-assignment":
      return { name: "AcceptAssignment", contents: { note: id, assignee: signer, state }, party: null, ...common };
    case "novate": {
      if (sheet === null) throw new ActError("note sign novate: no term sheet named");
      const { replacement, stock, figures: termsFigures, rows } = await replacementOf(note, file, sheet, options);
      const contents = { note: id, state, replacement, stock, signer };
      return { name: "NovateNote", contents, party: null, ...common, termsFigures, rows };
    }
  }
}

/** How long and how often a message is good, and what it then says. */
export interface Limits {
  readonly nonce: bigint;
  /** Last second in which it can be submitted. */
  readonly deadline: bigint;
  readonly says: string;
}

/**
 * Settles until when a message can be submitted, and with which nonce: the options `deadline`, a day of the note's calendar, and `nonce`, any free
 * one unless given.
 *
 * @throws ActError if the day is past or the nonce used.
 * @example
 * const { says, ...limits } = await limitsOf(chain, unsigned, holder, new ActOptions({ deadline: "2006-01-10" }, 0));
 */
export async function limitsOf(
  chain: ActChain,
  { name, contents, figures, termsFigures, calendar }: Unsigned,
  signer: string,
  options: ActOptions,
): Promise<Limits> {
  const deadline = await lastSecondOf(chain, calendar, options.day("deadline"));
  const { timestamp } = (await chain.provider.getBlock("latest")) ?? { timestamp: 0 };
  if (deadline < BigInt(timestamp)) throw new ActError(`--deadline: "${options.text("deadline")}" is past`);
  const nonce = options.whole("nonce", toBigInt(randomBytes(NONCE_BYTES)));
  if (await chain.notes.isNonceUsed(signer, nonce)) {
    throw new ActError(`--nonce: ${nonce} of ${signer} is used; leave the option out for a free one`);
  }
  const message = plainMembers({ ...contents, nonce, deadline });
  return { nonce, deadline, says: sayMessage(name, message, signer, figures, termsFigures) };
}
