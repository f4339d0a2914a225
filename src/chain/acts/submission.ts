import { ZeroAddress } from "ethers";

import { connectStock } from "../contracts.ts";
import { noSuchNote } from "../noSuchNote.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { factorsOf, stateOf, UNSIGNED, UNSPLIT } from "../signatures.ts";
import type { MessageName } from "../signatures.ts";
import { ActError } from "./act.ts";
import type { ActChain, Plan } from "./act.ts";
import { figuresOf, openActNote } from "./actNote.ts";
import type { ActNote } from "./actNote.ts";
import { requireNew } from "./issue.ts";
import { prepareNovation } from "./novation.ts";
import { approvalOf, tryCall } from "./payment.ts";
import { encoded, planOf } from "./plainActs.ts";
import type { PlainAct } from "./plainActs.ts";
import { requireGood, signatureArgument } from "./signedMessage.ts";
import type { PlainValue, SignedMessage } from "./signedMessage.ts";
import { rowsOfStruct, unpackedOf } from "./termsRows.ts";
import { moneyOf } from "../../wording/money.ts";
import type { Figures } from "../../errors/explain.ts";

/** A signed message, and the file it is in. */
export interface SignedFile {
  readonly file: string;
  readonly signed: SignedMessage;
}

/** What a submission is of: messages that belong together, checked, and the note they are about; null for one that is to be made. */
export interface Submission {
  readonly files: readonly SignedFile[];
  readonly note: ActNote | null;
  /** Of that note, or of the one to be made. */
  readonly figures: Figures;
  /** Of the terms in the messages, which may be in another currency than the note that they replace. */
  readonly termsFigures: Figures;
}

type Members = Readonly<Record<string, PlainValue>>;

/** Which messages can be submitted together. */
const TOGETHER: readonly (readonly MessageName[])[] = [
  ["TransferNote", "ConsentToTransfer"],
  ["AssignNote", "AcceptAssignment"],
];

const text = (value: PlainValue | undefined): string => (typeof value === "string" ? value : "");

/**
 * Checks messages that are to be submitted together: each is for this chain and contract, signed by whom it must be, in time, unused, and the
 * note stands as it was signed.
 *
 * @param again Whether another note may be made of a sheet of which there is one.
 * @throws ActError naming the file and what is wrong.
 * @example const submission = await openSubmission(chain, [{ file: "transfer.json", signed }]);
 */
export async function openSubmission(
  chain: ActChain,
  files: readonly SignedFile[],
  again = false,
): Promise<Submission> {
  const [first] = files;
  if (first === undefined) throw new ActError("note submit: no file named");
  requireTogether(files);
  for (const { file, signed } of files) await requireGood(chain, signed, file);
  const { message, primaryType } = first.signed;
  if (primaryType === "MakeNote") {
    requireSigner(first, text((message["terms"] as Members)["borrower"]), "the maker");
    const terms = unpackedOf(message["terms"] as Members);
    const { borrower, termSheet } = terms;
    if (!again) await requireNew(chain, { borrower, lender: text(message["lender"]), termSheet });
    await requireFactors(chain, first, terms.stock);
    const figures = await figuresOf(chain, terms);
    return { files, note: null, figures, termsFigures: figures };
  }
  const id = BigInt(text(message["note"]));
  const count = await chain.notes.noteCount();
  if (id < 1n || id > count) throw new ActError(`${first.file}: note: ${noSuchNote(id, count)}`);
  const note = await openActNote(chain, id);
  for (const each of files) {
    if (text(each.signed.message["note"]) !== String(id)) throw new ActError(`${each.file}: note: is of another note`);
    await requireState(note, each);
    requireSigner(each, partyOf(each.signed, note), "whose part it is");
  }
  if (primaryType !== "NovateNote") return { files, note, figures: note.figures, termsFigures: note.figures };
  const replacement = unpackedOf(message["replacement"] as Members);
  await requireFactors(chain, first, replacement.stock);
  return { files, note, figures: note.figures, termsFigures: await figuresOf(chain, replacement) };
}

/**
 * What submitting them does.
 *
 * @param from Who would send it; the lender, if it pays for the note.
 * @throws ActError for what is missing; what the chain throws, if it refuses.
 * @example const plan = await prepareSubmission(chain, from, submission);
 */
export async function prepareSubmission(
  chain: ActChain,
  from: string,
  { files, note, termsFigures }: Submission,
): Promise<Plan> {
  const of = (name: MessageName) => files.find(({ signed }) => signed.primaryType === name)?.signed;
  const making = of("MakeNote");
  if (making !== undefined) return await prepareMaking(chain, from, making, termsFigures);
  if (note === null) throw new ActError("these messages are about no note");
  const novation = of("NovateNote");
  if (novation !== undefined) {
    const { replacement, stock } = novation.message as unknown as Parameters<typeof prepareNovation>[2];
    return await prepareNovation(
      note,
      from,
      { replacement, stock },
      files.map(({ signed }) => signed),
      await rowsOfStruct(chain, unpackedOf(novation.message["replacement"] as Members), termsFigures),
    );
  }
  return await planOf(note, from, actOf(note, of));
}

function actOf({ id }: ActNote, of: (name: MessageName) => SignedMessage | undefined): PlainAct {
  const signature = (signed: SignedMessage | undefined) =>
    signed === undefined ? UNSIGNED : signatureArgument(signed);
  const [transfer, consent, assignment, acceptance] = [
    of("TransferNote"),
    of("ConsentToTransfer"),
    of("AssignNote"),
    of("AcceptAssignment"),
  ];
  if (transfer !== undefined) {
    const { to } = transfer.message;
    const until = text(consent?.message["until"] ?? "0");
    return {
      call: ["transferBySignature", [id, to, until, signature(consent), signature(transfer)]],
      says: `The note is transferred to ${text(to)}, by its holder's signature${consent === undefined ? "" : " and the borrower's consent"}`,
    };
  }
  if (assignment !== undefined) {
    const { to } = assignment.message;
    return {
      call: ["assignBySignature", [id, to, signature(assignment), signature(acceptance)]],
      says: `The obligation is assigned to ${text(to)}, by the borrower's signature${acceptance === undefined ? "" : " and the assignee's acceptance"}`,
    };
  }
  if (consent !== undefined) {
    const { to, until } = consent.message;
    return {
      call: ["consentBySignature", [id, to, until, signature(consent)]],
      says: `The borrower's signed consent to a transfer to ${text(to)} is put on record`,
    };
  }
  if (acceptance === undefined) throw new ActError("there is nothing to submit");
  const { assignee } = acceptance.message;
  return {
    call: ["acceptBySignature", [id, assignee, signature(acceptance)]],
    says: `The signed acceptance of ${text(assignee)} is put on record`,
  };
}

async function prepareMaking(chain: ActChain, from: string, signed: SignedMessage, figures: Figures): Promise<Plan> {
  const { terms, lender, againstPayment, stock } = signed.message as unknown as {
    terms: Members;
    lender: string;
    againstPayment: boolean;
    stock: Members;
  };
  const maker = signatureArgument(signed);
  if (againstPayment && !sameAddress(lender, from)) {
    throw new ActError(`only the lender, ${lender}, can take this note, as it pays for it; nothing was sent`);
  }
  const call = againstPayment
    ? await encoded(chain, ["subscribeBySignature", [terms, stock, maker]])
    : await encoded(chain, ["makeBySignature", [terms, lender, stock, maker]]);
  const preparations = againstPayment
    ? await approvalOf({ ...chain, figures }, text(terms["currency"]), from, BigInt(text(terms["principal"])))
    : [];
  await tryCall(chain, from, call, preparations.length === 0);
  return {
    says: `The note that ${text(terms["borrower"])} has signed is made to ${lender}${againstPayment ? ", against payment" : ""}`,
    rows: await rowsOfStruct(chain, unpackedOf(terms), figures),
    preparations,
    call: () => Promise.resolve(call),
    estimable: preparations.length === 0,
  };
}

function requireTogether(files: readonly SignedFile[]): void {
  const names = files.map(({ signed }) => signed.primaryType);
  const [name] = names;
  if (names.length === 1 || (name === "NovateNote" && names.every((each) => each === name))) return;
  if (new Set(names).size === names.length && TOGETHER.some((pair) => names.every((each) => pair.includes(each))))
    return;
  throw new ActError(`note submit: ${names.join(" and ")} cannot be submitted together`);
}

function requireSigner({ file, signed }: SignedFile, party: string, title: string): void {
  if (sameAddress(signed.signer, party)) return;
  throw new ActError(`${file}: signer: is ${signed.signer}, not ${party}, ${title}; nothing was sent`);
}

function partyOf({ primaryType, message, signer }: SignedMessage, { state }: ActNote): string {
  switch (primaryType) {
    case "TransferNote":
      return state.holder;
    case "ConsentToTransfer":
    case "AssignNote":
      return state.obligor;
    case "AcceptAssignment":
      return text(message["assignee"]);
    case "NovateNote":
      return text(message["signer"]);
    case "MakeNote":
      return signer;
  }
}

/** Members of a note's state that are money. */
const MONEY: ReadonlySet<string> = new Set(["principal", "carried", "charges"]);

async function requireState({ notes, id, figures }: ActNote, { file, signed }: SignedFile): Promise<void> {
  const now = await stateOf(notes, id);
  const then = signed.message["state"] as Members;
  for (const [name, value] of Object.entries(now) as [string, bigint | string][]) {
    const [was, is] = [text(then[name]), String(value)];
    if (is.toLowerCase() === was.toLowerCase()) continue;
    const told = (each: string) => (MONEY.has(name) ? moneyOf(BigInt(each), figures) : each);
    throw new ActError(
      `${file}: the note has changed since this was signed: ${name} was ${told(was)} and is ${told(is)}; ask for a new one; nothing was sent`,
    );
  }
}

async function requireFactors(chain: ActChain, { file, signed }: SignedFile, stock: string): Promise<void> {
  const now = stock === ZeroAddress ? UNSPLIT : await factorsOf(connectStock(stock, chain.provider));
  const then = signed.message["stock"] as Members;
  if (Object.entries(now).every(([name, value]) => String(value) === text(then[name]))) return;
  throw new ActError(
    `${file}: the stock was split or has distributed since this was signed; ask for a new one; nothing was sent`,
  );
}
