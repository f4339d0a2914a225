import { cheaperTable } from "./cheaper.ts";
import { distanceToFloor } from "./distance.ts";
import type { Figures } from "./figures.ts";
import { aboveTable, comparisonTable, growthTable, partsTable, peersTable, unavoidableTable } from "./tables.ts";
import { trialsSection } from "./trials.ts";
import type { Trials } from "./trials.ts";

/** The page that is committed. */
export function renderPage(figures: Figures, trials: Trials): string {
  return [
    "# Benchmarks",
    "",
    "Written by `npm run bench:update`; `npm run bench` measures all of it again and fails on any figure that is not as committed. Every figure is the",
    "receipt of a whole transaction, all on one machine under prague rules (Hardhat's, in this process), and so the same on any computer. Notes are of the",
    "sample's terms, as in [gas.md](gas.md), which has our goals. Speed of the model, which does depend on the computer, is in [bench-model.md](bench-model.md).",
    "",
    "## Ours and others'",
    "",
    "A ratio below one, in bold, means that ours is cheaper. *OpenZeppelin* is the floor: a bare token and bare money, compiled as the notes are, with no terms, rule",
    "or record; where an act needs several, they are counted as one transaction (their sum, the base of 21,000 once). Others run at the bytecode they ship.",
    "They promise other things than a note does, so each row says which of their acts is put beside ours. A consented transfer follows a consent, and a recovery a",
    "declaration and a consent, as T-REX's transfer follows a claim and a registration, once for each holder: those are transactions of their own.",
    "",
    "![Bars of gas for each act: ours, the bare token or money, and other systems. The same figures are in the table below.](images/bench.svg)",
    "",
    ...comparisonTable(figures),
    "",
    ...peersTable(figures),
    "",
    "### Where another is cheaper",
    "",
    ...cheaperTable(figures),
    "",
    "Each of these leaves out something that the note's act promises. The bare token and money are cheaper in every act.",
    "",
    "Several systems that also lend or tokenize are not here, because no bytecode of theirs is published as a package: CMTAT, Arcade, Maple, ACTUS, Centrifuge, Polymath,",
    "OpenZeppelin's community contracts. Hifi's package has sources without bytecode or settings. Figures of some, measured once from their sources, are in",
    "[gas.md](gas.md). Nobody else converts, accrues or records default, so those acts stand beside the closest thing there is.",
    "",
    "## What is unavoidable",
    "",
    "Of each act, what no way of writing it could do without, given what it promises: the base of 21,000 and what is sent; each slot first written (20,000, or 22,100",
    "if not read before) or changed (2,900 or 5,000); each slot and account read for the first time (2,100, 2,600); each other contract reached; the transfer of",
    "the money itself; the writing of the terms as code; the check of signatures; events; less what is refunded. It is read off the trace of the transaction",
    "step by step, and the parts are checked to add up to the receipt. The rest is how it is written: *above*. What an act reads is taken as it is; whether it must read",
    "all of it is another question: the first of the changes adopted below found acts that asked for the day and need not.",
    "",
    "![One bar for each act: the unavoidable part, then what is above it. The same figures are in the table below.](images/bench-unavoidable.svg)",
    "",
    ...unavoidableTable(figures),
    "",
    ...distanceToFloor(figures),
    "Farthest are the acts that compute: they read all of the terms, accrue interest and turn money into shares or shares into money, and most of that is stack and jumps.",
    "",
    "<details><summary>What the unavoidable part is made of</summary>",
    "",
    ...partsTable(figures),
    "",
    "</details>",
    "",
    "<details><summary>Where the rest goes, by class of operation and (in italics) by contract</summary>",
    "",
    ...aboveTable(figures),
    "",
    "</details>",
    "",
    "*Parts of the notes* is the price of the limit on a contract's size: 2,600 for each library or part that an act runs in for the first time.",
    "",
    "## As things grow",
    "",
    "![Four panels of lines: what acts cost as notes, facts, splits and links of control grow. The same figures are in the tables below.](images/bench-growth.svg)",
    "",
    ...figures.growth.flatMap((growth) => [
      `### ${growth.title}`,
      "",
      ...growthTable(growth),
      "",
      ...remarkOn(growth.title),
    ]),
    ...trialsSection(trials),
  ].join("\n");
}

const REMARKS: Readonly<Record<string, readonly string[]>> = {
  "Notes on the books": [
    "Flat: a note costs the same whatever else is on the books. The first of a contract and of a holder writes slots that later ones change; a number of",
    "more bytes costs one or two hundred more. A holder that gives away or is paid its only note is refunded 4,800.",
    "",
  ],
  "Open facts on a note": [
    "Sixteen facts of each reporter may be open at once, so the last column is the worst there is. Reporting, transferring and, from maturity on, paying do not look at facts. A demand looks at",
    "each (two slots); a waiver looks for its own in the list, from the front.",
    "",
  ],
  "Splits of the stock": ["Flat: the stock keeps one factor, whatever made it.", ""],
  "Links of control": [
    "A transfer climbs one link at a time, 2,600 or so each, from both ends until they meet; 16 links is the most a register takes.",
    "Recording a link remeasures the chain above it.",
    "",
  ],
};

const remarkOn = (title: string): readonly string[] => REMARKS[title] ?? [];
