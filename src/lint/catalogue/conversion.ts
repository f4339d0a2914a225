import type { CatalogueEntry } from "../finding.ts";

/** Findings on the right of conversion and the stock. */
export const CONVERSION = {
  "conversion-from-refused": {
    severity: "error",
    about: "a first day of conversion, where the last day before it belongs",
    why: "A sheet says after which day conversion is open; two ways to say it would be one day apart.",
    remedy: "State in conversion.after the day before the first on which conversion is open.",
    source: "docs/term-sheet.md, conversion",
    legal: false,
  },
  "conversion-opens-next-day": {
    severity: "notice",
    about: '"after" a day that may have been meant as "from" that day',
    why: 'A right "at any time after" a day is not open on that day. Said only where the day is not the last of a month, which plainly means from the first.',
    remedy: "If conversion is to be open on that day already, state the day before.",
    source: "General Construction Law 20 (the day from which is not counted)",
    legal: false,
  },
  "conversion-without-end": {
    severity: "warning",
    about: "a right of conversion without a last day",
    why: "It lasts while anything is owed: after maturity, in default, and the shares stay reserved.",
    remedy:
      "State conversion.until, or be content that the lender chooses between money and shares after maturity too.",
    source: "Decision 27",
    legal: false,
  },
  "conversion-ends-before-opening": {
    severity: "error",
    about: "a last day to convert on or before the day after which conversion opens",
    why: "There would be no day to convert.",
    remedy: "Correct one of the two days.",
    source: "docs/term-sheet.md, conversion",
    legal: false,
  },
  "conversion-opens-after-maturity": {
    severity: "warning",
    about: "a right of conversion that opens only once the note has fallen due",
    why: "A borrower that pays at maturity leaves nothing to convert.",
    remedy: "Let conversion open before maturity.",
    source: "Decision 27",
    legal: false,
  },
  "conversion-ends-before-maturity": {
    severity: "notice",
    about: "a last day to convert before maturity",
    why: "From then on the lender can only wait to be paid, whatever the shares are worth.",
    remedy: "Set conversion.until to maturity or later if the lender is to choose when the note falls due.",
    source: "Decision 33",
    legal: false,
  },
  "price-below-par": {
    severity: "error",
    about: "a conversion price below par value",
    why: "Shares with a par value may not be issued for less: they would not be fully paid, and whoever holds them may be liable for the difference.",
    remedy: "Raise the price to par, or have the company lower the par value first",
    source: "New York Business Corporation Law 504(c); Delaware General Corporation Law 153(a)",
    legal: true,
  },
  "authorized-shares-short": {
    severity: "error",
    about: "fewer shares authorized than full conversion at maturity takes",
    why: "Making the note reserves these shares, so making it would fail.",
    remedy: "Have the company authorize more shares, or raise the price.",
    source: "Decision 28",
    legal: false,
  },
  "stock-may-adjust-twice": {
    severity: "warning",
    about: "a stock token named that may adjust for splits in a way of its own",
    why: "The note expects a CommonStock of this project's factory, where a split scales balances and the price once. A token with a multiplier of its own would be adjusted twice, or not at all.",
    remedy: "Make sure that the address is a CommonStock of the factory on record for the chain.",
    source: "docs/stock.md; ERC-8056",
    legal: false,
  },
} as const satisfies Record<string, CatalogueEntry>;
