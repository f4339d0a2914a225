import { CATALOGUE, FINDING_CODES, SEVERITIES } from "../src/lint/lint.ts";
import type { FindingCode, Severity } from "../src/lint/lint.ts";

const MEANINGS: Readonly<Record<Severity, string>> = {
  error: "It keeps the note from being made, or may make it void. `note check` exits 1.",
  warning: "It may cost one of the parties money. `note check --strict` exits 1.",
  notice: "It is as it should be, and easily overlooked.",
};

/** Where the catalogue of findings is published. */
export const FINDINGS_PAGE = new URL("../docs/findings.md", import.meta.url);

/** The text of the page. */
export function findingsPage(): string {
  const parts = SEVERITIES.map((severity) =>
    [
      `## ${severity.charAt(0).toUpperCase()}${severity.slice(1)}s`,
      MEANINGS[severity],
      tableOf(FINDING_CODES.filter((code) => CATALOGUE[code].severity === severity)),
    ].join("\n\n"),
  );
  return `${[INTRODUCTION, ...parts].join("\n\n")}\n`;
}

const INTRODUCTION = [
  "# Findings",
  "What `note check` can find in a term sheet; [drawing-up.md](drawing-up.md) says how it is asked. " +
    "`scripts/generate-findings.ts` writes this page from the catalogue in `src/lint/catalogue/`.",
  "**Findings about law, marked §, are screens and no legal advice.** They compare what the sheet says with the figure of a statute. They know neither " +
    "the parties nor the facts; silence does not mean that a note is lawful. Amounts of a statute are compared with the principal of a note in dollars; in another currency the " +
    "screens for usury are applied whatever the principal, and the choice of law is not judged. The law of New York is screened if the sheet chooses it, or if it names no law and uses the " +
    "calendar of New York.",
].join("\n\n");

function tableOf(codes: readonly FindingCode[]): string {
  const rows = codes.map((code) => {
    const { about, why, remedy, source, legal } = CATALOGUE[code];
    const cells = [`\`${code}\`${legal ? " §" : ""}`, about, why, `${remedy.replace(/\.$/, "")}.`, source];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return ["| code | what | why | remedy | source |", "|---|---|---|---|---|", ...rows].join("\n");
}
