import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { breakDownActs } from "./ours/acts.ts";
import { growthOfBook } from "./ours/growthOfBook.ts";
import { growthOfControl } from "./ours/growthOfControl.ts";
import { growthOfFacts, growthOfSplits } from "./ours/growthOfNote.ts";
import { measurePeers } from "./peers/measure.ts";
import { drawCharts } from "./report/charts.ts";
import { differences } from "./report/figures.ts";
import type { Figures } from "./report/figures.ts";
import { renderPage } from "./report/page.ts";
import type { Trials } from "./report/trials.ts";

const ROOT = new URL("../", import.meta.url);
const FIGURES = new URL("gas/bench.json", ROOT);
const TRIALS = new URL("gas/trials.json", ROOT);
const PAGE = "docs/bench.md";
const IMAGES = "docs/images/";
const UPDATE = process.env["BENCH_UPDATE"] === "1";

const started = performance.now();
const figures = await measure();
const files = await render(figures);
const stale = UPDATE ? update(figures, files) : staleOf(figures, files);
for (const each of stale) process.stderr.write(`stale: ${each}\n`);
if (stale.length > 0) process.stderr.write("npm run bench:update writes them anew\n");
process.exitCode = stale.length > 0 ? 1 : 0;
tell(stale.length > 0 ? `not as committed: ${stale.length}` : `all figures as committed, see ${PAGE}`);

async function measure(): Promise<Figures> {
  tell("the acts of a note, step by step");
  const acts = await breakDownActs();
  const peers = await measurePeers((name) => {
    tell(`the acts of ${name}`);
  });
  tell("what acts cost as things grow");
  const book = await growthOfBook(tell);
  return { acts, peers, growth: [book, await growthOfFacts(), await growthOfSplits(), await growthOfControl()] };
}

async function render(of: Figures): Promise<Record<string, string>> {
  const trials = JSON.parse(readFileSync(TRIALS, "utf8")) as Trials;
  const charts = Object.entries(await drawCharts(of)).map(([name, svg]) => [`${IMAGES}${name}`, svg]);
  return { [PAGE]: renderPage(of, trials), ...(Object.fromEntries(charts) as Record<string, string>) };
}

function update(of: Figures, rendered: Record<string, string>): string[] {
  mkdirSync(new URL(IMAGES, ROOT), { recursive: true });
  writeFileSync(FIGURES, `${JSON.stringify(of, null, 2)}\n`);
  for (const [path, text] of Object.entries(rendered)) writeFileSync(new URL(path, ROOT), text);
  return [];
}

function staleOf(of: Figures, rendered: Record<string, string>): string[] {
  const committed = JSON.parse(readFileSync(FIGURES, "utf8")) as Figures;
  const files = Object.entries(rendered).filter(([path, text]) => readFileSync(new URL(path, ROOT), "utf8") !== text);
  return [...differences(committed, of), ...files.map(([path]) => `${path} is not what the figures render to`)];
}

function tell(progress: string): void {
  const seconds = ((performance.now() - started) / 1_000).toFixed(0).padStart(3);
  process.stderr.write(`${seconds} s  ${progress}\n`);
}
