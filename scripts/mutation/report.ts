import { explained } from "./explained.ts";
import type { Explained } from "./explained.ts";
import { OPERATORS } from "./operators.ts";
import type { Mutant } from "./points.ts";
import { isNoticed } from "./results.ts";
import type { Result } from "./results.ts";

/** What was tried of a file, and what came of it. */
export interface Score {
  readonly all: number;
  readonly tried: number;
  readonly noticed: number;
  /** Not noticed, with a reason why that is right. */
  readonly explained: number;
}

/** All mutants, and what has been found of them. */
export interface Findings {
  readonly mutants: readonly Mutant[];
  readonly results: ReadonlyMap<string, Result>;
  readonly seed: string;
}

const HEADING = "## Figures";
const CORE = /^contracts\/(clauses|libraries)\//;

/** What came of mutants. */
export function scoreOf(
  mutants: readonly Mutant[],
  results: ReadonlyMap<string, Result>,
  reasons: ReadonlySet<string>,
): Score {
  const tried = mutants.filter(({ id }) => results.has(id));
  const [noticed, left] = [true, false].map((wanted) =>
    tried.filter(({ id }) => isNoticed(results.get(id) ?? { outcome: "survived" }) === wanted),
  );
  return {
    all: mutants.length,
    tried: tried.length,
    noticed: noticed?.length ?? 0,
    explained: left?.filter(({ id }) => reasons.has(id)).length ?? 0,
  };
}

/**
 * Of the mutants tried, the part that a test noticed, in percent; those explained as no change of behaviour do not count, since nothing can notice
 * them.
 *
 * @example percent({ all: 10, tried: 10, noticed: 8, explained: 1 }) // "88.9"
 */
export function percent({ tried, noticed, explained: equivalent }: Score): string {
  const counted = tried - equivalent;
  return counted === 0 ? "–" : ((100 * noticed) / counted).toFixed(1);
}

/** A run in one line. */
export function summaryOf(mutants: readonly Mutant[], results: ReadonlyMap<string, Result>): string {
  const score = scoreOf(mutants, results, new Set(explained().map(({ mutant }) => mutant)));
  return `${score.noticed} of ${score.tried} mutants noticed, ${score.explained} of the others explained: ${percent(score)} %`;
}

/** The page with the figures of all runs so far in place of those it had. */
export function pageWith(page: string, findings: Findings, reasons: readonly Explained[] = explained()): string {
  const text = page.split(`\n${HEADING}\n`)[0] ?? "";
  return [text.trimEnd(), "", HEADING, "", ...figures(findings, reasons), ""].join("\n");
}

function figures({ mutants, results, seed }: Findings, reasons: readonly Explained[]): string[] {
  const known = new Set(reasons.map(({ mutant }) => mutant));
  const score = (some: readonly Mutant[]) => scoreOf(some, results, known);
  const row = (name: string, some: readonly Mutant[]) => {
    const { all, tried, noticed, explained: equivalent } = score(some);
    const open = tried - noticed - equivalent;
    return `| ${name} | ${all} | ${tried} | ${noticed} | ${equivalent} | ${open} | ${percent(score(some))} |`;
  };
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  const core = mutants.filter(({ file }) => CORE.test(file));
  const outcomes = [...results.values()];
  const late = outcomes.filter(({ outcome }) => outcome === "late").length;
  const capped = outcomes.filter((result) => result.capped === true && !isNoticed(result)).length;
  const head = (first: string) => [
    `| ${first} | mutants | tried | noticed | no change | open | score |`,
    "|---|---:|---:|---:|---:|---:|---:|",
  ];
  const tried = score(mutants);
  const order =
    tried.tried === tried.all
      ? "All were tried."
      : `The order was drawn from seed ${seed}, clauses and libraries first.`;
  return [
    `${tried.tried} of ${tried.all} mutants were tried. ${order} ${late} of those noticed were so because the tests came to no end. Of those not noticed,`,
    `${capped} had more tests that reach them than a minute holds.`,
    "",
    ...head("contracts"),
    row("clauses and libraries", core),
    row("all", mutants),
    "",
    ...head("file"),
    ...files.map((file) =>
      row(
        `[${file.replace("contracts/", "")}](../${file})`,
        mutants.filter((mutant) => mutant.file === file),
      ),
    ),
    "",
    ...head("operator"),
    ...Object.entries(OPERATORS).map(([name, told]) =>
      row(
        `${name}: ${told}`,
        mutants.filter(({ operator }) => operator === name),
      ),
    ),
    ...survivors(mutants, results, reasons),
  ];
}

function survivors(
  mutants: readonly Mutant[],
  results: ReadonlyMap<string, Result>,
  reasons: readonly Explained[],
): string[] {
  const why = new Map(reasons.map((one) => [one.mutant, one.why]));
  const left = mutants.filter(({ id }) => {
    const result = results.get(id);
    return result !== undefined && !isNoticed(result);
  });
  const line = ({ id, file, line: at, original, replacement }: Mutant) => {
    const change = replacement === "" ? `without \`${original}\`` : `\`${original}\` → \`${replacement}\``;
    return `- [${file.replace("contracts/", "")}:${at}](../${file}#L${at}) ${change} (\`${id}\`)`;
  };
  const told = (mutant: Mutant) => `${line(mutant)}: ${why.get(mutant.id) ?? ""}`;
  const [equivalent, open] = [left.filter(({ id }) => why.has(id)), left.filter(({ id }) => !why.has(id))];
  return [
    "",
    "## Not noticed, with the reason",
    "",
    ...(equivalent.length === 0 ? ["None."] : equivalent.map(told)),
    "",
    "## Not noticed, and open",
    "",
    ...(open.length === 0 ? ["None."] : open.map(line)),
  ];
}
