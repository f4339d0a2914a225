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
import { NOTE_PLACE_FILE, notePlaceAttachment } from "./notePlace.ts";
import type { NotePlace } from "./notePlace.ts";
import { noteText } from "./note/wording.ts";
import type { NoteText } from "./note/wording.ts";

/** The name under which a document carries the term sheet it was drawn from. */
export const TERM_SHEET_FILE = "term-sheet.json";

/** To be filled in by hand. */
const BLANK = ".".repeat(60);

/**
 * The note that a term sheet states, in plain English: every clause, with figures worked out, a schedule, and the term sheet
 * attached. The same sheet and place, the same document.
 *
 * @param place Where the note is kept, once it is made; without it there are blanks to be filled in by hand.
 * @example toMarkdown(promissoryNote(sheet))
 */
export function promissoryNote(sheet: TermSheet, place: NotePlace | null = null): Document {
  const text = noteText(sheet);
  return {
    title: `Promissory note: ${sheet.title}`,
    subject: `Promissory note of ${sheet.borrower.name} to ${sheet.lender.name}, drawn from its term sheet`,
    language: "en",
    date: sheet.dated,
    reference: `Term sheet ${text.hash}`,
    attachments: [...(place === null ? [] : [notePlaceAttachment(place)]), termSheetAttachment(sheet)],
    blocks: [
      ...opening(text, place),
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
      ...origin(text, place),
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

function opening({ sheet, terms, hash, attestor, money, price }: NoteText, place: NotePlace | null): Block[] {
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
    { label: "Chain", value: place === null ? BLANK : String(place.chainId) },
    { label: "Contract", value: place?.contract ?? BLANK },
    { label: "Number of the note", value: place === null ? BLANK : String(place.id) },
  ];
  return [
    { kind: "heading", level: 1, text: "Promissory note" },
    { kind: "paragraph", text: sheet.title },
    { kind: "fields", items },
    {
      kind: "paragraph",
      text:
        "Chain, contract and number say where the note is kept. They are no part of the terms, and are known once the note is made" +
        `${place === null ? ": they are then filled in above" : ""}.`,
    },
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

function origin({ hash }: NoteText, place: NotePlace | null): Block[] {
  const basis = place === null ? "" : ` and the same place of the note, attached as ${NOTE_PLACE_FILE}`;
  return [
    { kind: "heading", level: 2, text: "Where this text comes from" },
    {
      kind: "paragraph",
      text:
        `The term sheet is attached to this document as ${TERM_SHEET_FILE}. Its keccak-256 is ${hash}; if the note that a token stands for carries the same hash, this text is of that note. ` +
        `The same software writes the same text from the same term sheet${basis}, to the last byte, so that a text that was altered can be told from one that was not.`,
    },
  ];
}
