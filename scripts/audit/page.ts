import type { Finding } from "./finding.ts";
import { ANALYSERS, SEVERITIES } from "./finding.ts";

const BEGIN = "<!-- counted by `npm run audit -- --update` -->";
const END = "<!-- end of the count -->";

/** Findings by analyser and severity, as a table. Each is triaged, or the audit has failed. */
export function countTable(findings: readonly Finding[]): string {
  const rows = ANALYSERS.map((analyser) => {
    const own = findings.filter((finding) => finding.analyser === analyser);
    const counts = SEVERITIES.map((severity) => own.filter((finding) => finding.severity === severity).length);
    return row([analyser, ...counts.map(String), String(own.length)]);
  });
  const totals = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  return [
    row(["analyser", ...SEVERITIES, "all"]),
    row(["---", ...SEVERITIES.map(() => "--:"), "--:"]),
    ...rows,
    row(["all", ...totals.map(String), String(findings.length)]),
  ].join("\n");
}

/** The page with the count put in its place. Throws if the place is not marked. */
export function withCount(page: string, findings: readonly Finding[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`the page does not mark where the count goes, between ${BEGIN} and ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${countTable(findings)}\n\n${page.slice(end)}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
