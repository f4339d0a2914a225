import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { STATEMENTS } from "./build.ts";
import type { Statement } from "./build.ts";
import { builtInput, OURS } from "./compiler.ts";
import { shuffled } from "./draw.ts";
import { explained } from "./explained.ts";
import { writeNoticed } from "./noticed.ts";
import type { Mutant } from "./points.ts";
import { Reach } from "./reach.ts";
import { pageWith, summaryOf } from "./report.ts";
import { isNoticed, isSettled, resultsOf } from "./results.ts";
import type { Result } from "./results.ts";
import type { Trial } from "./run.ts";
import { tryAll } from "./run.ts";
import { trySample } from "./sample.ts";
import { findPoints, mutate } from "./sources.ts";
import { testFiles, testSources } from "./suite.ts";
import { traceAll } from "./trace.ts";
import { CACHE, filesIn, hashOf, ROOT, tell } from "./workshop.ts";

const USAGE = `npm run mutation [-- OPTIONS]
  --sample N     so many mutants alone, drawn from the seed, each on the tests that noticed it when all were tried
  --seed S       where the order comes from (default 1)
  --only FILE    mutants of contracts whose path has this in it
  --mutant ID    one mutant, whatever has been found of it before
  --list FILE    write all mutants to a file, and try none
  --jobs N       workers beside each other (default 1)
  --again        those alone that no test has noticed so far and that are not explained
  --update       write what has been found so far into docs/mutation.md
  --help         this`;

const PAGE = join(ROOT, "docs", "mutation.md");
/** Their mutants come first: they are the clauses of the note and what these reckon with. */
const FIRST = /^contracts\/(clauses|libraries)\//;

async function main(): Promise<number> {
  const options = {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    mutant: { type: "string" },
    list: { type: "string" },
    jobs: { type: "string", default: "1" },
    again: { type: "boolean" },
    update: { type: "boolean" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const input = builtInput();
  const { sources, output } = findPoints(input);
  const all = sources.flatMap((source) =>
    source.points.flatMap((point) => point.mutants.map(({ mutant }) => ({ source, point, mutant }))),
  );
  const numbers = new Map(all.map(({ mutant }, at) => [mutant.id, at + 1]));
  if (values.list !== undefined) {
    writeFileSync(values.list, all.map(({ mutant }) => `${JSON.stringify(mutant)}\n`).join(""));
    tell(`${all.length} mutants in ${values.list}`);
    return 0;
  }
  const contracts = hashOf(filesIn("contracts", ".sol"));
  const tests = hashOf(testSources());
  const page = () => {
    const results = resultsOf(contracts);
    return { mutants: all.map(({ mutant }) => mutant), results, seed: values.seed };
  };
  if (values.update === true) {
    writeFileSync(PAGE, pageWith(readFileSync(PAGE, "utf8"), page()));
    writeNoticed(page().mutants, page().results);
    return 0;
  }

  const seed = whole("seed", values.seed);
  const drawn = shuffled(all, seed);
  const ordered = [
    ...drawn.filter(({ mutant }) => FIRST.test(mutant.file)),
    ...drawn.filter(({ mutant }) => !FIRST.test(mutant.file)),
  ];
  const chosen = ordered.filter(
    ({ mutant }) =>
      (values.only === undefined || mutant.file.includes(values.only)) &&
      (values.mutant === undefined || mutant.id === values.mutant),
  );
  if (chosen.length === 0) throw new Error(`no such mutant: ${values.mutant ?? values.only ?? ""}`);
  const sample = values.sample === undefined ? chosen : chosen.slice(0, whole("sample", values.sample));

  if (values.sample !== undefined) {
    // what is explained cannot be noticed, so there is nothing to try
    const reasons = new Set(explained().map(({ mutant }) => mutant));
    const open = sample.map(({ mutant }) => mutant).filter(({ id }) => !reasons.has(id));
    const results = new Map((await trySample(open, { contracts, tests })).map((result) => [result.id, result]));
    console.log(summaryOf(open, results));
    return judge(open, results);
  }

  const code = JSON.stringify(mutate(input, output, sources, (id) => numbers.get(id) ?? 0));
  const built = createHash("sha256").update(code).digest("hex").slice(0, 16);
  await build(built);
  const files = testFiles();
  const traced = await traceAll(files, built);
  const reach = new Reach(JSON.parse(readFileSync(STATEMENTS, "utf8")) as Statement[], traced);
  const known = values.mutant === undefined ? resultsOf(contracts) : new Map<string, Result>();
  const settled = (id: string) => {
    const result = known.get(id);
    return result !== undefined && isSettled(result, tests);
  };
  const reasons = new Set(explained().map(({ mutant }) => mutant));
  const isOpen = (id: string) => {
    const result = known.get(id);
    return result !== undefined && !isNoticed(result) && !reasons.has(id);
  };
  const trials = sample
    .filter(({ mutant }) => (values.again === true ? isOpen(mutant.id) : !settled(mutant.id)))
    .map(({ source, point, mutant }): Trial => {
      const plan = reach.planOf(source, point, input.sources[`${OURS}${source.file}`]?.content ?? "");
      return { mutant, number: numbers.get(mutant.id) ?? 0, plan };
    });
  tell(`${trials.length} mutants to try, ${sample.length - trials.length} tried before`);
  const found = await tryAll(trials, { contracts, tests }, whole("jobs", values.jobs));
  const results = new Map([...known, ...found.map((result) => [result.id, result] as const)]);
  const mutants = sample.map(({ mutant }) => mutant);
  console.log(summaryOf(mutants, results));
  return judge(mutants, results);
}

/** One line for each mutant that was not noticed and is not explained; whether there is none. */
function judge(mutants: readonly Mutant[], results: ReturnType<typeof resultsOf>): number {
  const reasons = new Set(explained().map(({ mutant }) => mutant));
  const open = mutants.filter(({ id }) => {
    const result = results.get(id);
    return result !== undefined && !isNoticed(result) && !reasons.has(id);
  });
  for (const { id, file, line, operator, original, replacement } of open) {
    const outcome = results.get(id)?.outcome ?? "";
    console.log(
      `${file}:${line} ${outcome} ${id} [${operator}] ${original} → ${replacement === "" ? "(left out)" : replacement}`,
    );
  }
  return open.length === 0 ? 0 : 1;
}

/** The two builds, unless they are there; each in a process of its own, since the compiler keeps the memory it has had. */
async function build(hash: string): Promise<void> {
  const stamp = join(CACHE, "built");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  mkdirSync(CACHE, { recursive: true });
  tell("compiling the contracts with all mutants in them, and with a trace, which takes some minutes");
  await Promise.all(["mutated", "traced"].map(buildIn));
  writeFileSync(stamp, hash);
}

async function buildIn(kind: string): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, "scripts/mutation/builds.ts"), kind], { stdio: "inherit" });
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`the ${kind} build failed`);
}

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`);
  return Number(text);
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
