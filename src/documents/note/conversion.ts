import { quote } from "../../quote/quote.ts";
import type { ConversionTerms } from "../../terms/terms.ts";
import { list, paragraph } from "./clause.ts";
import type { Clause, Part } from "./clause.ts";
import { conversionWindow, convertHalf } from "./examples.ts";
import { dateOf } from "../../wording/days.ts";
import { sharesOf, wholeShares } from "../../wording/shares.ts";
import type { NoteText } from "./wording.ts";

/** The right to take shares instead of money. */
export function conversionPart(text: NoteText): Part {
  const { conversion } = text.terms;
  if (conversion === null) {
    return {
      title: "Conversion",
      clauses: [
        { title: "No conversion", text: "This note gives no right to shares. It can be discharged in money alone." },
      ],
    };
  }
  return {
    title: "Conversion",
    clauses: [
      right(text, conversion),
      price(text, conversion),
      splits(),
      leftover(text),
      reserved(text, conversion),
      refused(),
    ],
  };
}

function right(text: NoteText, { after, until, stock }: ConversionTerms): Clause {
  const window = conversionWindow(text.terms);
  const days =
    window === null || until === null
      ? `On any day after ${dateOf(after)} and for as long as anything is owed`
      : `On any day after ${dateOf(after)} until ${dateOf(until)} inclusive, while anything is owed`;
  const never =
    window === null ? " These days had passed when the note was dated, so that the right is never open." : "";
  return {
    title: "The right to convert",
    text:
      `${days}, after maturity and in default too, the lender, and nobody else, may turn debt into shares: ${stock.name} (${stock.symbol}), ` +
      `issued by the maker. It gives notice on the record and says how much principal it converts, all or part.${never}`,
    more: [
      paragraph("Converted are:"),
      list(
        "the principal that the lender names;",
        "the interest on that principal;",
        "that principal's share of any overdue interest;",
        "as much of the admitted charges as the lender says, and none if it says nothing. Once no principal is left, charges and what is left of interest may be converted by themselves.",
      ),
    ],
  };
}

function price(text: NoteText, conversion: ConversionTerms): Clause {
  const { money, terms } = text;
  return {
    title: "Price and number of shares",
    text:
      `A share costs ${text.price(conversion.price)}, a share being what it was when the note was made. The number of shares is the amount converted, divided by that price, and ` +
      "rounded down to whole shares; neither the amount nor the price is rounded first. The shares are issued to the lender in the same act.",
    more: examples(),
  };

  function examples() {
    const window = conversionWindow(terms);
    if (window === null) return [];
    const on = window.first;
    const all = quote(terms, on);
    if (all.conversion === null || all.conversion.shares === 0n) {
      return [paragraph(`All that is owed on ${dateOf(on)}, ${money(all.total)}, does not buy one share.`)];
    }
    const { shares, residue } = all.conversion;
    const whole = paragraph(
      `If on ${dateOf(on)}, nothing having been paid or converted before, the lender converts everything, ${money(all.total)} ÷ ${text.price(conversion.price)} ` +
        `comes to ${wholeShares(shares)}. They cost ${money(all.total - residue)}; the ${money(residue)} left over is given up, because everything was converted, and the note ends.`,
    );
    const half = convertHalf(terms, on);
    if (half === null || half.shares === 0n) return [whole];
    return [
      whole,
      paragraph(
        `If instead it converts half the principal, ${money(half.principal)}, that half takes ${money(half.interest)} of interest with it. ${money(half.amount)} ÷ ` +
          `${text.price(conversion.price)} comes to ${wholeShares(half.shares)}, which cost ${money(half.cost)}. The ${money(half.leftover)} left over stays owed, and ${money(half.owed)} is owed afterwards.`,
      ),
    ];
  }
}

function splits(): Clause {
  return {
    title: "Splits, distributions, recapitalizations",
    text:
      "Whether a note is converted before or after a split comes to the same. The shares are counted as shares were when the note was made, and then split, or put together, with everybody's: after a split of three " +
      "for two, each is one and a half; after one for ten, a tenth. That may leave a fraction of a share, as it does for every shareholder.",
    more: [
      paragraph(
        "A distribution of value to the shareholders lowers the price in the proportion that is recorded. If a recapitalization puts another stock of the same issuer in the place of this one, the note converts " +
          "into that, in the ratio of the exchange. An issue of shares for value changes nothing.",
      ),
    ],
  };
}

function leftover({ terms, money }: NoteText): Clause {
  const unit = terms.decimals === 0 ? money(1n) : `the smallest unit of ${terms.currency}`;
  return {
    title: "What is left over",
    text:
      "What is converted but does not buy another whole share stays owed and is counted with the interest; it is less than the price of one share. Only a conversion of all that is owed gives it up. " +
      `So a conversion lowers the debt by what the shares cost, rounded up to ${unit}.`,
  };
}

function reserved(text: NoteText, { stock }: ConversionTerms): Clause {
  const { conversion: atMaturity } = quote(text.terms, text.terms.maturity);
  return {
    title: "Shares kept ready",
    text:
      `When the note is made, as many of the maker's authorized shares (${sharesOf(stock.authorized)} as the terms have it) are set aside as principal and interest come to at maturity: ` +
      `${wholeShares(atMaturity?.shares ?? 0n)}, and the fraction that is left over. The note cannot be made if they are not there. They are set free as the debt is paid or converted. Charges and overdue interest convert into authorized shares that are not set aside, as far as there are any.`,
  };
}

function refused(): Clause {
  return {
    title: "When a conversion is refused",
    text: "A conversion is refused, and the debt stays what it is, if it would give no whole share, or fewer than the lender said it would accept, or if there are not enough authorized shares, or if the shares do not arrive in full.",
  };
}
