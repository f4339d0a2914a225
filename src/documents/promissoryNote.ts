import type { TermSheet } from "../terms/termSheet.ts";
import { canonicalTermSheet } from "../terms/termSheetHash.ts";
import type { Attachment, Block, Document } from "./document.ts";
import { numbered } from "./note/clause.ts";
import { conversionPart } from "./note/conversion.ts";
import { debtPart } from "./note/debt.ts";
import { defaultPart } from "./note/default.ts";
import { partiesPart } from "./note/parties.ts";
import { paymentPart } from "./note/payment.ts";
import { recordPart } from "./note/record.ts";
import { schedule } from "./note/schedule.ts";
import { dateOf, fullDateOf } from "../wording/days.ts";
import { noteText } from "./note/wording.ts";
import type { NoteText } from "./note/wording.ts";

/** The name under which a document carries the term sheet it was drawn from. */
export const TERM_SHEET_FILE = "term-sheet.json";

/**
 * The note that a term sheet states, in plain English: every clause, with figures worked out, a schedule, and the term sheet
 * attached. The same sheet, the same document.
 *
 * @example toMarkdown(promissoryNote(sheet))
 */
export function promissoryNote(sheet: TermSheet): Document {
  const text = noteText(sheet);
  return {
    title: `Promissory note: ${sheet.title}`,
    subject: `Promissory note of ${sheet.borrower.name} to ${sheet.lender.name}, drawn from its term sheet`,
    language: "en",
    date: sheet.dated,
    reference: `Term sheet ${text.hash}`,
    attachments: [termSheetAttachment(sheet)],
    blocks: [
      ...opening(text),
      ...numbered([
        debtPart(text),
        paymentPart(text),
        defaultPart(text),
        partiesPart(text),
        conversionPart(text),
        recordPart(text),
      ]),
      signatures(text),
      ...schedule(text),
      ...origin(text),
    ],
  };
}

/** The term sheet as a document carries it: canonical JSON, whose keccak-256 is the hash that a note's token holds. */
export function termSheetAttachment(sheet: TermSheet): Attachment {
  return {
    name: TERM_SHEET_FILE,
    mediaType: "application/json",
    text: canonicalTermSheet(sheet),
    description: "The term sheet this text was drawn from, as canonical JSON (RFC 8785).",
  };
}

function opening({ sheet, terms, hash, attestor, money, price }: NoteText): Block[] {
  const { conversion } = terms;
  const items = [
    { label: "Borrower", value: terms.borrower.name },
    { label: "Lender", value: terms.lender.name },
    ...(attestor === null ? [] : [{ label: "Attestor", value: attestor }]),
    { label: "Dated", value: dateOf(terms.dated) },
    { label: "Principal", value: money(terms.principal) },
    { label: "Interest", value: `${sheet.interest.rate} a year` },
    { label: "Due", value: fullDateOf(terms.maturity) },
    ...(conversion === null ? [] : [{ label: "Converts at", value: `${price(conversion.price)} a share` }]),
    { label: "Term sheet (keccak-256)", value: hash },
  ];
  return [
    { kind: "heading", level: 1, text: "Promissory note" },
    { kind: "paragraph", text: sheet.title },
    { kind: "fields", items },
    {
      kind: "paragraph",
      text:
        "This text was drawn by software from the term sheet whose hash stands above and which is attached. It is no legal advice, and has not been reviewed by a lawyer " +
        "for the case at hand; have it reviewed before relying on it.",
    },
  ];
}

function signatures({ terms, attestor }: NoteText): Block {
  const sign = (name: string, office: string): Block[] => [
    { kind: "heading", level: 3, text: `${name}, ${office}` },
    {
      kind: "signature",
      lines: [
        { label: "By", name: "" },
        { label: "Name and title", name: "" },
        { label: "Date", name: "" },
      ],
    },
  ];
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: "Signatures" },
    {
      kind: "paragraph",
      text: "The note is made on the record by the borrower's act there, or by its electronic signature of the terms. Those who sign below confirm that this text says what they agreed.",
    },
    ...sign(terms.borrower.name, "borrower"),
    ...sign(terms.lender.name, "lender"),
    ...(attestor === null ? [] : sign(attestor, "attestor, who accepts that office")),
  ];
  return { kind: "together", blocks };
}

function origin({ hash }: NoteText): Block[] {
  return [
    { kind: "heading", level: 2, text: "Where this text comes from" },
    {
      kind: "paragraph",
      text:
        `The term sheet is attached to this document as ${TERM_SHEET_FILE}. Its keccak-256 is ${hash}; if the note that a token stands for carries the same hash, this text is of that note. ` +
        "The same software writes the same text from the same term sheet, to the last byte, so that a text that was altered can be told from one that was not.",
    },
  ];
}
