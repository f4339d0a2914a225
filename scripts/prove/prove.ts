import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";

import { compile } from "./compile.ts";
import type { Compiled } from "./compile.ts";
import { environment, PythonMissing } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { execute } from "./executed.ts";
import { faulty, readFaults } from "./faults.ts";
import { prove, startSolver } from "./halmos.ts";
import type { Verdict } from "./halmos.ts";
import { lemmas, translation } from "./lemmas.ts";
import { Remembered } from "./remembered.ts";
import { tables } from "./table.ts";
import { judgeUnchecked, readUnchecked } from "./unchecked.ts";

const PAGE = "docs/proofs.md";
const [BEGIN, END] = ["<!-- begin: written by npm run prove:update -->", "<!-- end -->"];
/** Contracts and properties that no run has yet decided in minutes: `npm run prove:long` attempts them, the others claim nothing of them. */
const LONG = new Set(Object.keys(JSON.parse(readFileSync("prove/long.json", "utf8")) as Record<string, string>));
/** Provers at a time. */
const AT_A_TIME = 2;

interface Job {
  readonly contract: string;
  readonly only: readonly string[];
}

/** The properties of one contract, or of some, and nothing else: while at work on them. */
async function some(contracts: readonly string[]): Promise<string[]> {
  const out = emptied("cache/prove/some");
  const compiled = compile(
    contracts.map((name) => `prove/${name}.sol`),
    out,
    new Map(),
  );
  const verdicts = await proveAll(environment(), out, compiled, jobsOf(compiled.flatMap(propertiesOf)));
  return judge(verdicts, new Map());
}

async function main({ long, update }: { long: boolean; update: boolean }): Promise<string[]> {
  const begun = performance.now();
  const found = environment();
  const asked = (property: string) => long || !(LONG.has(property) || LONG.has(property.split(".")[0] ?? ""));
  const files = solidity("prove").filter((file) => asked(basename(file, ".sol")));
  const ran = solidity("prove/executed");
  const out = emptied("cache/prove/code");
  console.error(`compiling ${String(files.length + ran.length)} files`);
  const compiled = compile([...files, ...ran], out, new Map());
  const proofs = compiled.filter(({ file }) => files.includes(file));
  const verdicts = await proveAll(found, out, proofs, jobsOf(proofs.flatMap(propertiesOf).filter(asked)));

  const faults = readFaults();
  const broken = [...new Set(faults.flatMap(({ breaks }) => breaks))].filter(asked);
  const faultyOut = emptied("cache/prove/faulty");
  console.error(`compiling with ${String(faults.length)} seeded faults`);
  const faultyProofs = compile(files, faultyOut, faulty(faults));
  const again = await proveAll(found, faultyOut, faultyProofs, jobsOf(broken));

  console.error("lemmas");
  const proofsOfLemmas = [...lemmas(found), ...translation(found)];
  const runs = await execute(compiled);
  const listed = Object.entries(JSON.parse(readFileSync("prove/not-proved.json", "utf8")) as Record<string, string>);
  const notProved = new Map(listed.filter(([property]) => asked(property)));
  const seconds = (performance.now() - begun) / 1000;
  const unchecked = readUnchecked();
  const notices = noticesOf(proofs);
  const findings = {
    verdicts,
    notices,
    notProved,
    unchecked,
    long: JSON.parse(readFileSync("prove/long.json", "utf8")) as Record<string, string>,
    lemmas: proofsOfLemmas,
    runs,
    faults: faults.length,
    seconds,
  };
  const page = tables(findings);

  const complaints = [
    ...judge(verdicts, notProved),
    ...judgeUnchecked(unchecked, verdicts, runs),
    ...again
      .filter(({ outcome }) => outcome !== "counterexample")
      .map((verdict) => `seeded fault not found: ${told(verdict)}`),
    ...broken
      .filter((name) => !again.some(({ property }) => property === name))
      .map((name) => `no such property: ${name}`),
    ...proofsOfLemmas
      .filter(({ result }) => result !== "proved" && result !== "held")
      .map(({ name, result }) => `lemma ${name}: ${result}`),
    ...runs.filter(({ held }) => !held).map(({ name, said }) => `${name}: ${said}`),
    ...(update || long ? [] : stale(page)),
  ];
  if (update && !long && complaints.length === 0) write(page);
  const broke = again.filter(({ outcome }) => outcome === "counterexample").length;
  console.log(
    `${page}\n\nOf ${String(broken.length)} properties that a seeded fault must break, ${String(broke)} are broken.`,
  );
  return complaints;
}

async function proveAll(
  found: Environment,
  out: string,
  compiled: readonly Compiled[],
  jobs: readonly Job[],
): Promise<Verdict[]> {
  const remembered = new Remembered(compiled);
  const { solver, socket } = await startSolver(found, out);
  const left = [...jobs];
  const verdicts: Verdict[] = [];
  const work = async () => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) {
      const { contract } = job;
      const before = job.only.flatMap((name) => remembered.of(`${contract}.${name}`) ?? []);
      verdicts.push(...before);
      const open = job.only.filter((name) => !before.some(({ property }) => property === `${contract}.${name}`));
      console.error(`${contract}: ${String(open.length)} to prove, ${String(before.length)} known of the same code`);
      if (open.length === 0) continue;
      verdicts.push(
        ...(await prove(found, out, socket, contract, open, (verdict) => {
          remembered.keep(verdict);
        })),
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  } finally {
    solver.kill();
    // no socket is left behind for whoever copies the folder
    rmSync(socket, { force: true });
  }
  return verdicts.sort((a, b) => (a.property < b.property ? -1 : 1));
}

/** A counterexample always fails; so does what is listed as not proved and is, and what is not proved and not listed. */
function judge(verdicts: readonly Verdict[], notProved: ReadonlyMap<string, string>): string[] {
  const complaints: string[] = [];
  for (const verdict of verdicts) {
    const listed = notProved.has(verdict.property);
    if (verdict.outcome === "counterexample") complaints.push(told(verdict));
    if (verdict.outcome === "not proved" && !listed) complaints.push(told(verdict));
    if (verdict.outcome === "proved" && listed) complaints.push(`${verdict.property}: proved, and listed as not`);
  }
  for (const property of notProved.keys()) {
    if (!verdicts.some((verdict) => verdict.property === property))
      complaints.push(`${property}: listed, and not there`);
  }
  return complaints;
}

function told({ property, outcome, said, paths, seconds }: Verdict): string {
  return `${property}: ${outcome}, ${String(paths)} paths, ${seconds.toFixed(1)} s ${said}`.trim();
}

function jobsOf(properties: readonly string[]): Job[] {
  const only = new Map<string, string[]>();
  for (const property of properties) {
    const [contract = "", name = ""] = property.split(".");
    only.set(contract, [...(only.get(contract) ?? []), name]);
  }
  return [...only].map(([contract, names]) => ({ contract, only: names }));
}

function propertiesOf({ name, abi }: Compiled): string[] {
  return (abi as { readonly name?: string }[])
    .flatMap((entry) => (entry.name?.startsWith("check_") ? [`${name}.${entry.name}`] : []))
    .sort();
}

function noticesOf(proofs: readonly Compiled[]): Map<string, string> {
  return new Map(
    proofs.flatMap(({ name, notice, notices }) => [
      [name, notice] as const,
      ...[...notices].map(([check, text]) => [`${name}.${check}`, text] as const),
    ]),
  );
}

function solidity(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sol"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return resolve(folder);
}

/** Without what differs from run to run: seconds, and into how many paths a prover in a hurry splits a property. */
function lasting(page: string): string {
  return page.replaceAll(/( \| \d+)? \| [\d.]+ \|$/gm, " |").replaceAll(/^All in \d+ seconds\.$/gm, "");
}

function stale(page: string): string[] {
  const [, rest = ""] = readFileSync(PAGE, "utf8").split(BEGIN);
  const same = lasting(rest.split(END)[0]?.trim() ?? "") === lasting(page.trim());
  return same ? [] : [`${PAGE} says otherwise: npm run prove:update`];
}

function write(page: string): void {
  const text = readFileSync(PAGE, "utf8");
  writeFileSync(PAGE, `${text.split(BEGIN)[0] ?? ""}${BEGIN}\n\n${page}\n\n${END}${text.split(END)[1] ?? ""}`);
}

async function complaintsOf(only: string | undefined): Promise<string[]> {
  try {
    if (only !== undefined) return await some(only.split(","));
    return await main({ long: process.env["PROVE_LONG"] === "1", update: process.env["PROVE_UPDATE"] === "1" });
  } catch (error) {
    if (error instanceof PythonMissing) return [error.message];
    throw error;
  }
}

const complaints = await complaintsOf(process.env["PROVE_ONLY"]);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
