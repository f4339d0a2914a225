import { grouped } from "../ratio.ts";
import { markdown } from "./tables.ts";

/** A change to the contracts that was tried in a copy, and what it did to the gas of acts. */
export interface Trial {
  readonly title: string;
  /** Branch it is kept on, if it is. */
  readonly branch: string | null;
  /** What was changed. */
  readonly change: string;
  /** What came of it, and what it costs besides. */
  readonly verdict: string;
  /** Gas of acts before and after, both measured. */
  readonly acts: Readonly<Record<string, readonly [before: number, after: number]>>;
}

/** What was tried, the most promising first. */
export interface Trials {
  readonly promising: readonly Trial[];
  readonly failed: readonly Trial[];
}

/** The section on what could be cheaper. */
export function trialsSection({ promising, failed }: Trials): string[] {
  return [
    "## What could be cheaper",
    "",
    "Each was tried in a copy and measured on the acts of `npm run gas`, with the code of the contracts it changes in place of the deployed; none is in the contracts.",
    "Before and after are both of the day of the trial.",
    "",
    ...promising.flatMap((trial, index) => section(`${index + 1}. ${trial.title}`, trial)),
    "### Tried and not worth it",
    "",
    ...failed.flatMap((trial) => section(trial.title, trial, "####")),
  ];
}

function section(title: string, { branch, change, verdict, acts }: Trial, heading = "###"): string[] {
  const rows = Object.entries(acts).map(([act, [before, after]]) => [
    act,
    grouped(before),
    grouped(after),
    `${after <= before ? "−" : "+"}${grouped(Math.abs(after - before))}`,
  ]);
  const kept = branch === null ? [] : [`Branch \`${branch}\`.`];
  return [
    `${heading} ${title}`,
    "",
    [change, verdict, ...kept].join(" "),
    "",
    ...(rows.length === 0 ? [] : [...markdown(["act", "before", "after", "difference"], rows), ""]),
  ];
}
