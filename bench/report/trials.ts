import { grouped } from "../ratio.ts";
import { markdown } from "./tables.ts";

/** A change to the contracts that was tried in a copy, and what it did to the gas of acts. */
export interface Trial {
  readonly title: string;
  /** What was changed. */
  readonly change: string;
  /** What came of it, and what it costs besides. */
  readonly verdict: string;
  /** Gas of acts before and after, both measured on the day of the trial. */
  readonly acts: Readonly<Record<string, readonly [before: number, after: number]>>;
}

type Gas = Readonly<Record<string, number>>;

/** What was tried: a history, not measured again. */
export interface Trials {
  /** What is in the contracts now, and the committed gas of each act before and after all of it. */
  readonly adopted: { readonly before: Gas; readonly after: Gas; readonly trials: readonly Trial[] };
  /** What was left out. */
  readonly left: readonly Trial[];
}

/** The section on what could be cheaper: what was made so, and what was left. */
export function trialsSection({ adopted, left }: Trials): string[] {
  return [
    "## What could be cheaper",
    "",
    "Changes were tried one by one in copies of the contracts, on the acts of `npm run gas`. This section is a history: its figures are of the day of",
    "each trial and are not measured again. To repeat one, make the change that is described and run `npm run gas`.",
    "",
    "### Adopted",
    "",
    `Together these changed ${changed(adopted)}. Both figures are as committed that day (\`git log -p gas/acts.json\`):`,
    "",
    ...table(pairsOf(adopted)),
    "",
    "Each alone, before the others:",
    "",
    ...adopted.trials.flatMap(section),
    "### Tried and left",
    "",
    ...left.flatMap(section),
    "### Not tried",
    "",
    "What is left above the unavoidable is spread thin. A piece that is not the act itself is finding the function called: the compiler tries one selector after another,",
    "and an act that is passed on to a part pays that again there. Dispatch written by hand, or names chosen for their selectors, would save some of it; neither is worth a",
    "reader's time. *Parts of the notes*, 2,600 for each, would go if a contract could be larger. Terms kept as a hash alone would take most of *terms as code* off making,",
    "but then every later act would have to bring the terms along, and whoever has lost them could not claim under the note.",
    "",
  ];
}

function changed({ before, after }: Trials["adopted"]): string {
  const differences = Object.keys(after).map((act) => (after[act] ?? 0) - (before[act] ?? 0));
  const cheaper = differences.filter((each) => each < 0);
  const dearer = differences.filter((each) => each > 0);
  const saved = cheaper.reduce((sum, each) => sum - each, 0);
  return (
    `${String(cheaper.length + dearer.length)} of ${String(differences.length)} acts: ${String(cheaper.length)} are cheaper, by ${grouped(saved)} in all and ` +
    `${grouped(-Math.min(...cheaper))} at most, and ${String(dearer.length)} dearer, by ${grouped(Math.max(0, ...dearer))} at most`
  );
}

function pairsOf({ before, after }: Trials["adopted"]): Trial["acts"] {
  const pairs = Object.entries(after).map(([act, gas]) => [act, [before[act] ?? gas, gas]] as const);
  return Object.fromEntries(pairs.filter(([, [one, other]]) => one !== other));
}

function section({ title, change, verdict, acts }: Trial): string[] {
  return [`#### ${title}`, "", `${change} ${verdict}`, "", ...table(acts), ""];
}

function table(acts: Trial["acts"]): string[] {
  const rows = Object.entries(acts).map(([act, [before, after]]) => [
    act,
    grouped(before),
    grouped(after),
    `${after <= before ? "−" : "+"}${grouped(Math.abs(after - before))}`,
  ]);
  return markdown(["act", "before", "after", "difference"], rows);
}
