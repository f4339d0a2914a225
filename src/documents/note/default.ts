import { list, paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import { dateOf, fullDateOf } from "../../wording/days.ts";
import { endOfPeriod } from "./wording.ts";
import type { NoteText } from "./wording.ts";

/** What a default is, and what follows from one. */
export function defaultPart(text: NoteText): Part {
  return { title: "Default", clauses: [events(text), reports(text), acceleration(text), waiver()] };
}

function events(text: NoteText): Clause {
  const { terms } = text;
  const moved =
    terms.extendDeadlines && terms.calendar.zone !== "UTC"
      ? " (or, if that is no business day, of the next one that is)"
      : "";
  return {
    title: "Events of default",
    text: "Each of these is a default, from the day named, unless it is waived or turns out to have been averted in time:",
    more: [
      list(
        "(i) Non-payment. Principal is owed after the last day to pay, the lender has then given notice and demand for it on the record, and " +
          `principal is still owed at ${endOfPeriod(terms.graceDays, "the notice")}${moved}. The default begins on the day after. ${noticeExample(text)}`,
        "(ii) Bankruptcy. The maker, or whoever owes the note, files for its own bankruptcy, agrees to a petition of others, is adjudged bankrupt, or assigns " +
          "its property for its creditors' benefit: the default begins that day. If others file a petition to which it does not agree, the default begins on the day after " +
          `${endOfPeriod(terms.dismissalDays, "the filing")}${moved}, unless the petition has been stayed or dismissed by then.`,
        "(iii) Judgment. A judgment against the maker, or whoever owes the note, is neither bonded, stayed, discharged, satisfied nor paid by " +
          `${endOfPeriod(terms.judgmentDays, "its entry")}${moved}: the default begins on the day after.`,
        "(iv) Assignment. The borrower assigns its debt to one who is no affiliate of the maker: the default begins that day, and the borrower owes the note as before.",
      ),
    ],
  };
}

/** roll(notice day + grace days): notice on January 3, 2007 with ten days of grace leaves until the 13th, a Saturday, so until the 16th. */
function noticeExample({ terms }: NoteText): string {
  const { lastDayToPay, graceDays, extendDeadlines, calendar } = terms;
  const notice = lastDayToPay + 1;
  const ended = notice + graceDays;
  const last = extendDeadlines ? calendar.roll(ended) : ended;
  return `Notice on ${fullDateOf(notice)}, for example, leaves until ${fullDateOf(last)}, and the default begins on ${dateOf(last + 1)}.`;
}

function reports({ attestor }: NoteText): Clause {
  const [reporter, curer] =
    attestor === null
      ? ["the borrower, against whose interest it is", "the lender, against whose interest it is"]
      : ["the borrower or the attestor", "the lender or the attestor"];
  return {
    title: "Facts and cures on record",
    text:
      `Bankruptcies and judgments are put on record by ${reporter}; that one has been averted, by ${curer}. Nobody else's word counts for this, and a party's ` +
      "word counts only against itself. What matters is the day on which a thing happened, not the day on which it is recorded: one averted in time is no default, one averted too late remains one. " +
      "No report, cure or waiver changes what is owed.",
  };
}

function acceleration({ terms }: NoteText): Clause {
  const early = terms.prepaymentAllowed
    ? ""
    : " Before maturity the lender must also have demanded payment since the default began; otherwise the borrower could end a right to convert by its own default.";
  return {
    title: "Acceleration",
    text:
      "From the first day of a default and for as long as it stands, everything owed, charges included, is due by itself, though nobody has said so. " +
      `The amount stays what it is: interest to maturity goes on as before.${early}`,
    more: [
      paragraph(
        "A demand for which there is no ground, because no default stands and the last day to pay has not passed, is of no effect then or later.",
      ),
    ],
  };
}

function waiver(): Clause {
  return {
    title: "No waiver but an express one",
    text:
      "The lender waives a default, or a fact that may become one, by saying so on the record, for that one alone and for good. It may do so before or after the default begins. " +
      "Waiting, taking part of the money, or using one right and leaving another gives up nothing.",
  };
}
