import { dayOf } from "../../math/civilDate.ts";
import { yearFraction } from "../../math/dayCount.ts";
import type { DayCountConvention } from "../../math/dayCount.ts";
import { quote } from "../../quote/quote.ts";
import type { Party } from "../../terms/terms.ts";
import { paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import { dateOf, fullDateOf } from "../../wording/days.ts";
import { grouped } from "../../wording/numbers.ts";
import { daysOf } from "./wording.ts";
import type { NoteText } from "./wording.ts";

/** How days of each convention become a fraction of a year. */
const DAY_COUNTS: Readonly<Record<DayCountConvention, string>> = {
  ACT_365F:
    "The days that have passed are counted, and each is 1/365 of a year, in a leap year too (Actual/365 Fixed, ISDA 2006 section 4.16(d)).",
  ACT_360:
    "The days that have passed are counted, and each is 1/360 of a year (Actual/360, ISDA 2006 section 4.16(e)).",
  ACT_ACT_ISDA:
    "The days that have passed are counted: one that falls in a leap year is 1/366 of a year, any other 1/365 (Actual/Actual, ISDA 2006 section 4.16(b)).",
  THIRTY_360_BB:
    "A month has 30 days and a year 360. A period that begins on a 31st is taken to begin on the 30th; one that ends on a 31st is taken to end on the 30th " +
    "only if it begins on a 30th or 31st (30/360, Bond Basis, ISDA 2006 section 4.16(f)).",
  THIRTY_E_360:
    "A month has 30 days and a year 360. A period that begins or ends on a 31st is taken to do so on the 30th (30E/360, Eurobond Basis, ISDA 2006 section 4.16(g)).",
  THIRTY_E_360_ISDA:
    "A month has 30 days and a year 360. A period that begins or ends on the last day of a month, February included, is taken to do so on the 30th; " +
    "but a maturity in February is left where it is (30E/360 ISDA, ISDA 2006 section 4.16(h)).",
  NL_365: "The days that have passed are counted, without any February 29, and each is 1/365 of a year (NL/365).",
};

/** Who owes what to whom, with what interest, and when. */
export function debtPart(text: NoteText): Part {
  return {
    title: "The debt",
    clauses: [parties(text), promise(text), replaced(text), interest(text), dueDate(text), overdueInterest(text)],
  };
}

function parties({ terms, attestor }: NoteText): Clause {
  const third =
    attestor === null
      ? "No attestor is named. Where this note would take the word of a neutral third person, there is none to give it."
      : `${attestor} is the attestor: a neutral third person, and never a party, whose word is taken on matters that this note names.`;
  return {
    title: "Parties",
    text:
      `The borrower is ${describe(terms.borrower)}. It signs this note as its maker, and remains bound by it even if another ` +
      `comes to owe it. The lender is ${describe(terms.lender)}, and after it whoever holds the note at the time. ${third}`,
  };
}

/** A party's name, with what it is and where it is found as far as the term sheet says. */
function describe({ name, kind, address }: Party): string {
  return `${name}${kind === undefined ? "" : ` (${kind})`}${address === undefined ? "" : `, of ${address}`}`;
}

function promise({ terms, money }: NoteText): Clause {
  return {
    title: "Promise to pay",
    text:
      `The borrower owes the lender a principal of ${money(terms.principal)}, for value that it has had already or that it is ` +
      "paid as the note is made; the transaction that made the note shows which. It binds itself to pay that principal and " +
      "the interest on it as one sum, when the note falls due.",
  };
}

function replaced({ sheet, terms, money }: NoteText): Clause {
  const { replaces } = sheet;
  if (replaces === undefined || terms.predecessor === null) {
    return {
      title: "Earlier notes",
      text:
        "This note takes the place of no note outside the contract that keeps it. If it was made in place of another note " +
        "kept there, the records of both say so.",
    };
  }
  const { dated, principal } = terms.predecessor;
  const details = [
    replaces.maker === undefined ? "" : `, made by ${replaces.maker}`,
    replaces.payee === undefined ? "" : `, payable to ${replaces.payee}`,
    replaces.assigned === undefined ? "" : `, assigned to the lender on ${dateOf(dayOf(replaces.assigned))}`,
  ].join("");
  return {
    title: "Note replaced",
    text:
      `An earlier note comes to an end with this one: ${replaces.description}, dated ${dateOf(dated)}, with an original ` +
      `principal of ${money(principal)}${details}. Once this note is made, nothing more can be claimed under that one.`,
  };
}

function interest({ sheet, terms, money }: NoteText): Clause {
  const { principal, dated, maturity, dayCount, decimals, currency } = terms;
  if (terms.rate.numerator === 0n) {
    return { title: "Interest", text: "Until it falls due, the principal bears no interest." };
  }
  const { numerator, denominator } = yearFraction(dayCount, dated, maturity, maturity);
  const { interest: accrued, total } = quote(terms, maturity);
  const unit = decimals === 0 ? `whole ${currency}` : `${currency} 0.${"1".padStart(decimals, "0")}`;
  return {
    title: "Interest",
    text:
      `Principal bears simple interest at ${sheet.interest.rate} a year. The first day counted is ${dateOf(dated)}; the day up to which ` +
      `interest is asked for is not counted, nor is any from maturity on. Interest bears no interest. ${DAY_COUNTS[dayCount]}`,
    more: [
      paragraph(
        `From ${dateOf(dated)} to maturity the fraction of a year is ${fraction(numerator, denominator)}, and the interest on the whole ` +
          `principal is ${money(principal)} × ${sheet.interest.rate} × ${fraction(numerator, denominator)} = ${money(accrued)}. ` +
          `Principal and interest then come to ${money(total)}.`,
        `What is less than the smallest unit of the currency (${unit}) is dropped, once, at the end of the calculation.`,
      ),
      paragraph(
        "Interest follows the principal it is on: if part of the principal is converted or paid early, the interest on that part goes with it, " +
          "and the rest is treated as if it had been that small from the beginning.",
      ),
    ],
  };
}

function dueDate({ terms }: NoteText): Clause {
  const { maturity, lastDayToPay, extendDeadlines, calendar } = terms;
  const due = `The note falls due on ${fullDateOf(maturity)}, its maturity.`;
  const last = `the last day to pay is ${fullDateOf(lastDayToPay)}`;
  return {
    title: "Maturity and the last day to pay",
    ...(calendar.zone === "UTC"
      ? { text: `${due} Every day counts as a business day in this note, and the last day to pay is the same.` }
      : { text: `${due} ${lastDaySentence()}`, more: [paragraph(periodSentence())] }),
  };

  function lastDaySentence(): string {
    if (!extendDeadlines) return `Maturity is not moved if it is no business day: ${last}.`;
    if (lastDayToPay === maturity) return `It is a business day, and so ${last} as well.`;
    return `As that is no business day, ${last}. Whoever pays by then owes nothing more for the days between: what is owed is what it was at maturity.`;
  }

  function periodSentence(): string {
    const days =
      "Saturdays, Sundays and the public holidays of New York (General Construction Law section 24) are no business days.";
    return extendDeadlines
      ? `${days} A period of days that this note gives ends, if its last day is no business day, with the next one that is. That does not ` +
          "hold for days that are named as dates, such as the last day of a consent or of the right to convert, or for the days to object " +
          "to the recovery of a lost note."
      : `${days} No period of days in this note is made longer because its last day is no business day.`;
  }
}

function overdueInterest({ sheet, terms, money }: NoteText): Clause {
  const { overdue, maturity, lastDayToPay, dayCount } = terms;
  const rate = sheet.interest.overdue?.rate ?? "";
  if (overdue === null || overdue.rate.numerator === 0n) {
    return {
      title: "Overdue interest",
      text: "None runs: no interest is added after maturity, however late the note is paid.",
    };
  }
  const base =
    overdue.base === "principal"
      ? "the principal outstanding"
      : "the principal outstanding together with the interest on it";
  const late = maturity + 10;
  const quoted = quote(terms, late);
  const { numerator, denominator } = yearFraction(dayCount, maturity, late, maturity);
  const amount = overdue.base === "principal" ? quoted.principal : quoted.principal + quoted.interest;
  return {
    title: "Overdue interest",
    text:
      `If the last day to pay (${dateOf(lastDayToPay)}) passes, simple interest at ${rate} a year runs on ${base}, from maturity until payment, with days ` +
      "counted as above. Charges bear no interest, nor does overdue interest itself. After a part payment or conversion it runs on what is left.",
    more: [
      paragraph(
        `Were nothing paid or converted, overdue interest on ${dateOf(late)}, ${daysOf(10)} after maturity, would be ${money(amount)} × ${rate} × ` +
          `${fraction(numerator, denominator)} = ${money(quoted.overdueInterest)}, and ${money(quoted.total)} would be owed in all.`,
      ),
    ],
  };
}

function fraction(numerator: bigint, denominator: bigint): string {
  return `${grouped(String(numerator))}/${grouped(String(denominator))}`;
}
