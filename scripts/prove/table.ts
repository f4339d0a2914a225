import type { Run } from "./executed.ts";
import type { Verdict } from "./halmos.ts";
import type { Lemma } from "./lemmas.ts";

/** All that a run found. */
export interface Findings {
  readonly verdicts: readonly Verdict[];
  /** Of each property, what it says; of each contract, of what it holds. */
  readonly notices: ReadonlyMap<string, string>;
  readonly notProved: ReadonlyMap<string, string>;
  /** Of each function that counts without a check, the properties that say nothing wraps there. */
  readonly unchecked: ReadonlyMap<string, readonly string[]>;
  /** What no run has decided, and what stands for it. */
  readonly long: Readonly<Record<string, string>>;
  readonly lemmas: readonly Lemma[];
  readonly runs: readonly Run[];
  readonly faults: number;
  readonly seconds: number;
}

/** The tables of `docs/proofs.md`, in Markdown. */
export function tables(findings: Findings): string {
  const proved = findings.verdicts.filter(({ outcome }) => outcome === "proved");
  const others = findings.verdicts.filter(({ outcome }) => outcome !== "proved");
  const contracts = [...new Set(proved.map(({ property }) => property.split(".")[0] ?? ""))];
  return [
    `### Proved: ${String(proved.length)} properties of the code`,
    ...contracts.flatMap((contract) => [
      "",
      `**[${contract}](../prove/${contract}.sol)** ${findings.notices.get(contract) ?? ""}`,
      "",
      "| property | paths | seconds |",
      "|---|---:|---:|",
      ...proved
        .filter(({ property }) => property.startsWith(`${contract}.`))
        .map(
          ({ property, paths, seconds }) =>
            `| ${cell(findings, property)} | ${String(paths)} | ${seconds.toFixed(1)} |`,
        ),
    ]),
    "",
    `### Proved of a transcription: ${String(lemmasOf(findings).length)} lemmas on \`mulDiv\``,
    "",
    "| lemma | seconds |",
    "|---|---:|",
    ...lemmasOf(findings).map(({ name, notice, seconds }) => `| \`${name}\` ${notice} | ${seconds.toFixed(1)} |`),
    "",
    `### Counted without a check: ${String(findings.unchecked.size)} functions with an \`unchecked\` block`,
    "",
    "| function | nothing wraps, by |",
    "|---|---|",
    ...[...findings.unchecked].map(
      ([name, by]) => `| \`${name}\` | ${by.map((each) => `\`${each.replace("check_", "")}\``).join(", ")} |`,
    ),
    "",
    "### Tested only, by running the code",
    "",
    "| property | cases | seconds |",
    "|---|---:|---:|",
    ...ran(findings).map(
      ({ name, notice, cases, seconds }) =>
        `| \`${name}\` ${notice} | ${cases.toLocaleString("en")} | ${seconds.toFixed(1)} |`,
    ),
    "",
    "### Not proved",
    "",
    "| property | instead |",
    "|---|---|",
    ...others.map(({ property }) => `| ${cell(findings, property)} | ${findings.notProved.get(property) ?? ""} |`),
    ...Object.entries(findings.long).map(([name, instead]) => `| \`${name.replace("check_", "")}\` | ${instead} |`),
    "",
    `All in ${String(Math.round(findings.seconds))} seconds.`,
  ].join("\n");
}

function lemmasOf({ lemmas }: Findings): Lemma[] {
  return lemmas.filter(({ cases }) => cases === undefined);
}

function ran({ lemmas, runs }: Findings): Pick<Run, "name" | "notice" | "cases" | "seconds">[] {
  return [...runs, ...lemmas.flatMap((lemma) => (lemma.cases === undefined ? [] : [{ ...lemma, cases: lemma.cases }]))];
}

function cell({ notices }: Findings, property: string): string {
  const name = property.replace(/^.*\.check_/, "");
  return `\`${name}\` ${(notices.get(property) ?? "").replaceAll("|", "\\|")}`;
}
