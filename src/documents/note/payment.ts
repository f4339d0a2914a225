import { list, paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import type { NoteText } from "./wording.ts";

/** How and when the debt is paid, and what is added to it. */
export function paymentPart(text: NoteText): Part {
  return { title: "Payment", clauses: [prepayment(text), order(text), elsewhere(text), charges(text), end()] };
}

function prepayment({ terms }: NoteText): Clause {
  const application = paragraph(
    "What is paid before maturity goes to charges first; the rest is divided between principal and the interest accrued on it, in proportion. " +
      "What is owed falls by exactly what is paid.",
  );
  if (terms.prepaymentAllowed) {
    return {
      title: "Payment before maturity",
      text: "The note may be paid before maturity at any time, in whole or in part, without premium or penalty.",
      more: [application],
    };
  }
  return {
    title: "No payment before maturity",
    text:
      "Nobody may discharge this note by paying it early, in whole or in part; such a payment is refused, so that the lender cannot be deprived " +
      "of the interest or of any right to convert. There are three exceptions:",
    more: [
      list(
        "the lender has permitted early payment until a day it has named, has not taken the permission back, and still holds the note;",
        "a default stands, and the lender has demanded payment since it began;",
        "no principal is left, but only interest or charges.",
      ),
      application,
    ],
  };
}

function order({ terms }: NoteText): Clause {
  return {
    title: "Payment and its order",
    text:
      `The debt is paid in ${terms.currency}, straight to the lender. From maturity on anyone but the lender may pay all of it or part; whoever pays says ` +
      "how much at most, and is never made to pay more than is owed. Such a payment goes to these, in this order:",
    more: [
      list("charges;", ...(terms.overdue === null ? [] : ["overdue interest;"]), "interest;", "principal."),
      paragraph("Paying part lessens the debt, but neither cures a default nor averts one."),
    ],
  };
}

function elsewhere({ attestor }: NoteText): Clause {
  const lost = attestor === null ? "" : ", or the lender's key has been declared lost";
  return {
    title: "Other ways to pay",
    text:
      "Money paid in another way, by a bank transfer for example, counts once the lender has acknowledged it on the record with a reference; nobody " +
      "else can do so. Before maturity that is a permitted early payment. The lender may also release the debt.",
    more: [
      paragraph(
        `If the currency cannot be delivered to the lender${lost}, the money is held for the lender at a place of its own. The debt ` +
          "falls as if the lender had received it, and whoever is then entitled may withdraw it at any time.",
      ),
    ],
  };
}

function charges({ terms, attestor, money }: NoteText): Clause {
  const who =
    attestor === null
      ? "when the borrower admits it on the record; as there is no attestor, nobody else can put it there"
      : `when the borrower or the attestor admits it on the record, the attestor up to ${money(terms.principal)} in all`;
  return {
    title: "Charges and costs of collection",
    text:
      "What it costs to collect this note, lawyers' fees included so far as they are reasonable, falls on the borrower. Such a cost, or a late fee, " +
      `is added to what is owed ${who}. A cost that has not been admitted before the note ends is not in its record, which then says nothing of whether it is owed.`,
  };
}

function end(): Clause {
  return {
    title: "Discharge",
    text:
      "The note ends when nothing is owed any more. Its token is then destroyed; its record stays, and says whether it was paid, converted, " +
      "replaced or released.",
  };
}
