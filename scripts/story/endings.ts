import Table from "cli-table3";
import colors from "picocolors";

import { formatShares, parseDecimal } from "../../src/math/decimal.ts";
import type { NoteState } from "../../src/simulator/noteState.ts";
import type { Step } from "../../src/simulator/scenarioSchema.ts";
import type { Life } from "./play.ts";
import { grouped } from "../../src/wording/numbers.ts";
import { PLAIN_BORDERS } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** A figure worked out by hand, and the same from the contracts. */
export interface Figure {
  readonly what: string;
  readonly byHand: string;
  readonly onChain: string;
}

/** Both ways the note ends, side by side. */
export function endingsTable(converted: Life, paid: Life, currency: string, { unicode }: Terminal): string {
  const [shares, money] = [endOf(converted), endOf(paid)];
  const table = new Table({
    head: ["", "Converted", "Paid"].map((heading) => colors.bold(heading)),
    colAligns: ["left", "right", "right"],
    style: { head: [], border: [], compact: true },
    ...(unicode ? {} : { chars: PLAIN_BORDERS }),
  });
  const lender = (amount: string | undefined): string => colors.bold(grouped(amount ?? "0"));
  table.push(
    ["On", converted.steps.at(-1)?.step.on ?? "", paid.steps.at(-1)?.step.on ?? ""],
    ["Status of the note", colors.cyan(shares.status), colors.cyan(money.status)],
    ["Holder of the note", shares.holder ?? "none, it is burned", money.holder ?? "none, it is burned"],
    ["Still owed", shares.total, money.total],
    ["Lender has in shares", lender(shares.shares["lender"]), lender(money.shares["lender"])],
    [`Lender has in ${currency}`, lender(shares.paid["lender"]), lender(money.paid["lender"])],
  );
  return table.toString();
}

/** The figures that the lives must reach, worked out from the terms without this software. */
export function figuresOf(converted: Life, paid: Life, unpaid: Life): Figure[] {
  const half = stateAfter(converted, "2005-09-02", "convert");
  const split = stateAfter(converted, "2006-03-15", "split");
  const rest = sharesOf(endOf(converted)) - sharesOf(split);
  return [
    {
      what: "Interest on 2005-09-02",
      byHand: "26377.768504",
      onChain: stateAfter(paid, "2005-09-02", "look").interest,
    },
    {
      what: "Interest on 2007-01-01",
      byHand: "47359.103191",
      onChain: stateAfter(paid, "2007-01-01", "look").interest,
    },
    { what: "Shares for the first half", byHand: "2259465", onChain: formatShares(sharesOf(half)) },
    { what: "Owed after it", byHand: "116728.218504", onChain: half.total },
    { what: "Price of a share after 3:2", byHand: "1/30", onChain: split.pricePerShare ?? "" },
    { what: "Shares for the rest, after 3:2", byHand: "3821710.5", onChain: formatShares(rest) },
    { what: "Paid on 2007-01-02", byHand: "250682.803191", onChain: endOf(paid).paid["lender"] ?? "" },
    {
      what: "Owed on 2007-01-11, if unpaid",
      byHand: "251300.925171",
      onChain: stateAfter(unpaid, "2007-01-11", "look").total,
    },
    { what: "Status on 2007-01-17, if unpaid", byHand: "default", onChain: endOf(unpaid).status },
  ];
}

/** Each figure twice, and whether it is the same. */
export function figuresTable(figures: readonly Figure[], { unicode }: Terminal): string {
  const [right, wrong] = unicode ? ["✓", "✗"] : ["same", "DIFFERS"];
  const table = new Table({
    head: ["Figure", "By hand", "On chain", ""].map((heading) => colors.bold(heading)),
    colAligns: ["left", "right", "right", "left"],
    style: { head: [], border: [], compact: true },
    ...(unicode ? {} : { chars: PLAIN_BORDERS }),
  });
  for (const { what, byHand, onChain } of figures) {
    const verdict = byHand === onChain ? colors.green(right) : colors.red(wrong);
    table.push([what, grouped(byHand), grouped(onChain), verdict]);
  }
  return table.toString();
}

function endOf({ steps }: Life): NoteState {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError("a life has an end");
  return last.played.state;
}

function stateAfter({ steps }: Life, on: string, act: Step["do"]): NoteState {
  const found = steps.find(({ step }) => step.on === on && step.do === act);
  if (found === undefined) throw new RangeError(`nothing is told of ${act} on ${on}`);
  return found.played.state;
}

function sharesOf({ shares }: NoteState): bigint {
  return parseDecimal(shares["lender"] ?? "0", 18);
}
