import { paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import type { NoteText } from "./wording.ts";

/** How another may come to hold the note, or to owe it. */
export function partiesPart(text: NoteText): Part {
  return { title: "Change of parties", clauses: [transfer(text), assignment(), affiliates(), lostNote(text)] };
}

function transfer({ terms, attestor }: NoteText): Clause {
  const freedom = terms.affiliatesFree
    ? "The lender may pass this note to an affiliate of its own without asking. To pass it to anyone else it needs the borrower's consent, given beforehand"
    : "The lender may pass this note on only with the borrower's consent, given beforehand; that is so for an affiliate too";
  return {
    title: "Transfer by the lender",
    text:
      `${freedom}. A consent is for one transferee, one transfer, and until a day that it names. It may be taken back; a later one replaces it; and it ends if what is owed ` +
      "changes other than by the passing of time, or if who holds or owes the note changes.",
    more: [
      paragraph(
        `The maker${attestor === null ? " and" : ","} whoever owes the note${attestor === null ? "" : " and the attestor"} can never hold it. Leave given to another to act for the lender does not widen what the lender itself may do.`,
      ),
    ],
  };
}

function assignment(): Clause {
  return {
    title: "Assignment by the borrower",
    text:
      "The borrower may assign what it owes to an affiliate of the maker that accepts the debt as it then stands: the affiliate owes it from then on, and the maker remains bound. " +
      "An assignment to anyone else does not release the borrower, and is a default.",
  };
}

function affiliates(): Clause {
  return {
    title: "Affiliates",
    text:
      "Two persons are affiliates if one controls the other, directly or through others, or if both are controlled by the same third, as the register of control that " +
      "the note names has it, from the day it was recorded there. If the note names no register, nobody has an affiliate.",
  };
}

function lostNote({ attestor }: NoteText): Clause {
  if (attestor === null) {
    return {
      title: "Lost key",
      text: "There is no attestor to declare that the lender has lost the key it holds the note with, so a note whose key is lost cannot be moved to another address.",
    };
  }
  return {
    title: "Lost key",
    text:
      "If the lender loses the key with which it holds the note, the attestor may declare so, and the borrower may consent to a new address of the lender's. If 30 days have passed " +
      "since the later of the two and the lender has done nothing with the note, it may be moved there. Any act of the lender with this note in those days is an objection, and ends the recovery. " +
      "A new address starts the 30 days again, and the attestor may not declare twice within a year. What is paid after the declaration is held for whoever turns out to hold the note.",
  };
}
