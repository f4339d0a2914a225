import { paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import type { NoteText } from "./wording.ts";

/** How the note carries itself out, and what law it is under. */
export function recordPart(text: NoteText): Part {
  return {
    title: "The record and the law",
    clauses: [record(), days(text), change(), precedence(text), law(text)],
  };
}

function record(): Clause {
  return {
    title: "The record",
    text:
      "This note is a token, one of those kept by a contract named PromissoryNotes on the chain where it was made; whoever owns the token holds the note. The contract carries the note out: it says at any moment what is owed, takes payment, issues " +
      "shares, and refuses what this note does not allow. It has no owner, and nobody can stop, change or replace it.",
    more: [
      paragraph(
        "A notice, demand, consent, permission, report, waiver, acknowledgement or conversion is given by the party's act on that contract, or by its signature submitted there, and counts from the day of the note's calendar on which the contract records it.",
      ),
      paragraph(
        "A default, and what falls due by it, needs no record: it happens as days pass, and the contract says so when asked.",
      ),
    ],
  };
}

function days({ terms }: NoteText): Clause {
  const zone =
    terms.calendar.zone === "UTC" ? "Coordinated Universal Time (UTC)" : "New York, daylight saving time included";
  return {
    title: "Days",
    text: `A day in this note is a civil day, from midnight to midnight, by the time of ${zone}. An act is done on the day on which its transaction is recorded.`,
  };
}

function change(): Clause {
  return {
    title: "Changing the terms",
    text:
      "The terms were fixed when the note was made. They change only by a new note that takes its place, to which the lender, whoever owes this note and the maker of the new one have all agreed. " +
      "Facts, charges, consents and permissions of this note do not pass to the new one.",
  };
}

function precedence({ sheet }: NoteText): Clause {
  const own =
    sheet.document === undefined
      ? []
      : [
          paragraph(
            `The terms also name a document of the parties' own, by the SHA-256 of its file: ${sheet.document.sha256}. This text does not replace it, and yields to it wherever the two say different things.`,
          ),
        ];
  return {
    title: "If text and contract differ",
    text:
      "This text, and the terms that the contract holds, are drawn from one term sheet, which the token names by its hash. Amounts, numbers of shares, days, and who may do what on the record are as the contract " +
      "works them out from those terms, and this text is to be read so that it agrees. On everything else, such as what a word means in law, what a party owes for a wrong, or a cost that was never admitted, this text counts.",
    more: [
      ...own,
      paragraph(
        "Nothing here keeps a court from deciding otherwise, or a party from a right that the law does not let it give up.",
      ),
    ],
  };
}

function law({ sheet }: NoteText): Clause {
  return {
    title: "Governing law",
    text:
      sheet.governingLaw === undefined
        ? "The terms name no governing law."
        : `The law that governs this note: ${sheet.governingLaw}.`,
  };
}
