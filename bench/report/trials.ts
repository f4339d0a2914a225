import { grouped } from "../ratio.ts";
import { markdown } from "./tables.ts";

/** A change to the contracts that was tried in a copy, and what it did to the gas of acts. */
export interface Trial {
  readonly title: string;
  /** What was changed. */
  readonly change: string;
  /** What came of it, and what it costs besides. */
  readonly verdict: string;
  /** Gas of acts before and after, both measured. */
  readonly acts: Readonly<Record<string, readonly [before: number, after: number]>>;
}

/** What was tried: what the contracts now do, and what they do not. */
export interface Trials {
  readonly adopted: readonly Trial[];
  readonly failed: readonly Trial[];
}

/** The section on what made it cheaper, and what did not. */
export function trialsSection({ adopted, failed }: Trials): string[] {
  return [
    "## What made it cheaper",
    "",
    "Each was tried in a copy, alone, and measured on the acts of `npm run gas`. Before and after are both of the day of the trial.",
    "",
    ...adopted.flatMap((trial, index) => section(`${index + 1}. ${trial.title}`, trial)),
    "## Tried and not worth it",
    "",
    ...failed.flatMap((trial) => section(trial.title, trial)),
  ];
}

function section(title: string, { change, verdict, acts }: Trial): string[] {
  const rows = Object.entries(acts).map(([act, [before, after]]) => [
    act,
    grouped(before),
    grouped(after),
    `${after <= before ? "−" : "+"}${grouped(Math.abs(after - before))}`,
  ]);
  return [
    `### ${title}`,
    "",
    [change, verdict].join(" "),
    "",
    ...(rows.length === 0 ? [] : [...markdown(["act", "before", "after", "difference"], rows), ""]),
  ];
}
