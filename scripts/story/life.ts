import type { PlayableStep } from "../../src/simulator/playableTimeline.ts";

/** A step, and how it is told. */
export interface Told {
  readonly step: PlayableStep;
  /** Who does what, without the day. */
  readonly act: string;
  /** Why it goes as it goes. */
  readonly why: string;
}

/** What happens however the note ends. */
export const OPENING: readonly Told[] = [
  {
    step: { on: "2003-12-31", at: "00:00", do: "look" },
    act: "The borrower makes the note to the lender",
    why: "full conversion at maturity is reserved in authorized shares",
  },
  {
    step: { on: "2004-06-15", do: "transfer", by: "lender", to: "stranger", refused: true },
    act: "The lender sells the note to a stranger",
    why: "only with the borrower's consent",
  },
  {
    step: { on: "2005-03-01", do: "pay", by: "borrower", amount: "all", refused: true },
    act: "The borrower offers to pay it off early",
    why: "it has no right to prepay",
  },
  {
    step: { on: "2005-09-01", at: "23:59", do: "convert", by: "lender", principal: "100000", refused: true },
    act: "The lender converts 100,000.00 a minute too soon",
    why: "open after that day, in New York",
  },
];

/** It is converted, half before a split and half after. */
export const CONVERTED: readonly Told[] = [
  {
    step: { on: "2005-09-02", at: "00:00", do: "convert", by: "lender", principal: "100000" },
    act: "The lender converts 100,000.00 and the interest on it",
    why: "the price of less than one share stays owed",
  },
  {
    step: { on: "2006-03-15", do: "split", by: "borrower", ratio: "3:2" },
    act: "The borrower splits its stock, three for two",
    why: "shares held and the price adjust by themselves",
  },
  {
    step: { on: "2007-01-01", do: "convert", by: "lender", principal: "all" },
    act: "The lender converts the rest at maturity",
    why: "to the same part of the company as without the split",
  },
];

/** It is paid, on the last day that counts as maturity. */
export const PAID: readonly Told[] = [
  {
    step: { on: "2005-09-02", at: "00:00", do: "look" },
    act: "Conversion opens, and the lender waits",
    why: "the right lasts while anything is owed",
  },
  {
    step: { on: "2006-12-31", at: "23:59", do: "pay", by: "borrower", amount: "all", refused: true },
    act: "The borrower pays a minute too soon",
    why: "still before maturity",
  },
  {
    step: { on: "2007-01-01", do: "look" },
    act: "The note matures, on a public holiday",
    why: "so the next business day will do",
  },
  {
    step: { on: "2007-01-02", at: "23:59", do: "pay", by: "borrower", amount: "all" },
    act: "The borrower pays in one lump sum",
    why: "nothing is added for the extension",
  },
];

/** It is neither. */
export const UNPAID: readonly Told[] = [
  {
    step: { on: "2007-01-03", do: "demand", by: "lender" },
    act: "The lender gives notice and demands payment",
    why: "ten days of grace end on the 13th, a Saturday, so on the 16th",
  },
  {
    step: { on: "2007-01-11", do: "look" },
    act: "Overdue interest runs",
    why: "9% a year on the sum due, from maturity",
  },
  {
    step: { on: "2007-01-17", at: "00:00", do: "look" },
    act: "Default begins by itself",
    why: "time passed, and nobody had to say so",
  },
];

/** The lender loses its key. */
export const LOST: readonly Told[] = [
  {
    step: { on: "2006-11-01", do: "declareLost", by: "attestor" },
    act: "The attestor declares the lender's key lost",
    why: "which alone moves nothing",
  },
  {
    step: { on: "2006-11-06", do: "recover", by: "borrower", to: "new address" },
    act: "The borrower consents to the lender's new address",
    why: "for thirty days more, anything the lender does undoes it",
  },
  {
    step: { on: "2006-12-06", at: "23:59", do: "recover", by: "new address", refused: true },
    act: "The new address claims the note a minute too soon",
    why: "the thirtieth day is not over",
  },
  {
    step: { on: "2006-12-07", at: "00:00", do: "recover", by: "new address" },
    act: "The note moves to the new address",
    why: "the lender was silent; no one of them could do it alone",
  },
];
