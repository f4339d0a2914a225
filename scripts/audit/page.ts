import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Analyser, Finding } from "./finding.ts";
import { ANALYSERS, detectorOf, functionOf, SEVERITIES } from "./finding.ts";
import { AUDIT, ROOT } from "./workshop.ts";

const BEGIN = "<!-- counted by `npm run audit -- --update` -->";
const END = "<!-- end of the count -->";
/** What the page names place by place; of the rest it gives the number. */
const NAMED = ["high", "medium"] as const;

/** Findings by analyser and severity, as a table. Each is triaged, or the audit has failed. */
export function countTable(findings: readonly Finding[]): string {
  const rows = ANALYSERS.map((analyser) => {
    const own = findings.filter((finding) => finding.analyser === analyser);
    return row([analyser, versionOf(analyser), ...countsOf(own), String(own.length)]);
  });
  return [
    row(["analyser", "version", ...SEVERITIES, "all"]),
    row(["---", "---", ...SEVERITIES.map(() => "--:"), "--:"]),
    ...rows,
    row(["all", "", ...countsOf(findings), String(findings.length)]),
  ].join("\n");
}

/** Where the findings of high and medium severity are, by detector, as a table. */
export function placeTable(findings: readonly Finding[]): string {
  const rows = NAMED.flatMap((severity) => {
    const grave = findings.filter((finding) => finding.severity === severity);
    const detectors = [...new Set(grave.map(detectorOf))].sort();
    return detectors.map((detector) => {
      const own = grave.filter((finding) => detectorOf(finding) === detector);
      const places = [...new Set(own.map(functionOf))].sort().map((place) => `\`${place}\``);
      return row([severity, detector, String(own.length), places.join(", ")]);
    });
  });
  return [row(["severity", "detector", "findings", "where"]), row(["---", "---", "--:", "---"]), ...rows].join("\n");
}

/** The page with the count put in its place. Throws if the place is not marked. */
export function withCount(page: string, findings: readonly Finding[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`the page does not mark where the count goes, between ${BEGIN} and ${END}`);
  const counted = `${countTable(findings)}\n\n${placeTable(findings)}`;
  return `${page.slice(0, begin + BEGIN.length)}\n\n${counted}\n\n${page.slice(end)}`;
}

/** The version pinned, from where the audit takes it. */
function versionOf(analyser: Analyser): string {
  if (analyser === "runner") return "";
  if (analyser !== "solhint") {
    const requirement = readFileSync(join(AUDIT, `${analyser}.in`), "utf8");
    return requirement.trim().split("==")[1] ?? "";
  }
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return devDependencies["solhint"] ?? "";
}

function countsOf(findings: readonly Finding[]): string[] {
  return SEVERITIES.map((severity) => String(findings.filter((finding) => finding.severity === severity).length));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
