import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

import hre from "hardhat";

import { dayOf } from "../../src/math/civilDate.ts";
import type { Act } from "../../src/model/acts.ts";
import { make, perform } from "../../src/model/life.ts";
import { view } from "../../src/model/view.ts";
import { quote } from "../../src/quote/quote.ts";
import { quoteEntry } from "../../src/quote/quoteEntry.ts";
import { readScenario } from "../../src/simulator/readScenario.ts";
import { createSimulator } from "../../src/simulator/simulator.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { openPastChain } from "../../tasks/pastChain.ts";
import { bookOf } from "./book.ts";
import { renderModelPage } from "./table.ts";
import { time } from "./timing.ts";
import type { Timing } from "./timing.ts";

const PAGE = new URL("../../docs/bench-model.md", import.meta.url);
const SHEET = "terms/infinite-group-2003.json";
const SCENARIO = "terms/scenarios/half-and-half-three-for-two.json";
const BOOK = 10_000;
const TURNS = 10_000_000;
const PARTIES = { borrower: "borrower", lender: "lender", attestor: "attestor" };
const PAID_DAY_BY_DAY = 365;

const json = readFileSync(SHEET, "utf8");
const sheet = parseTermSheet(JSON.parse(json), SHEET);
const terms = termsOf(sheet);
let kept = 0;

const loop = await told(
  time("turn of an empty loop", TURNS, () => {
    for (let turn = 0; turn < TURNS; turn += 1) kept = (kept + turn) | 0;
  }),
);
const parsing = await told(
  time("parsing the term sheet as JSON", BOOK, () => {
    for (let each = 0; each < BOOK; each += 1) kept += (JSON.parse(json) as { title: string }).title.length;
  }),
);
const timings = [await quotes(), await written(), await checked(), await life(), await scenario()];
const page = renderModelPage({
  machine: `${cpus()[0]?.model.trim() ?? "an unknown processor"} (${process.arch})`,
  runtime: `Node ${process.version}`,
  loop,
  parsing,
  timings,
});
if (process.env["BENCH_UPDATE"] === "1") writeFileSync(PAGE, page);
else process.stdout.write(page);
// nothing measured may be optimized away
if (kept === Number.MIN_VALUE) process.exitCode = 2;

async function quotes(): Promise<Timing> {
  const book = await bookOf(BOOK);
  const day = dayOf("2026-07-01");
  return await told(
    time("quote, of a book of 10,000 notes", BOOK, () => {
      for (const note of book) kept += quote(note, day).status.length;
    }),
  );
}

async function written(): Promise<Timing> {
  const book = await bookOf(BOOK);
  const day = dayOf("2026-07-01");
  return await told(
    time("quote, written out as JSON", BOOK, () => {
      for (const note of book) kept += JSON.stringify(quoteEntry("", note, quote(note, day))).length;
    }),
  );
}

async function checked(): Promise<Timing> {
  const times = 1_000;
  const parsed: unknown = JSON.parse(json);
  return await told(
    time("term sheet checked and turned into terms", times, () => {
      for (let each = 0; each < times; each += 1) kept += termsOf(parseTermSheet(parsed, SHEET)).graceDays;
    }),
  );
}

/** Overdue, and then paid one unit a day for a year, looked at each day. */
async function life(): Promise<Timing> {
  const made = make(terms, PARTIES);
  if (!made.ok) throw new Error(made.refusal);
  const acts = Array.from({ length: PAID_DAY_BY_DAY }, (_, index): Act => {
    return { on: terms.lastDayToPay + 1 + index, by: "borrower", do: "pay", amount: 1_000_000n };
  });
  return await told(
    time("act of a life in the model, with a look after it", PAID_DAY_BY_DAY, () => {
      let { world } = made;
      for (const act of acts) {
        const performed = perform(world, act);
        if (!performed.ok) throw new Error(performed.refusal);
        ({ world } = performed);
        kept += view(world, act.on).status.length;
      }
    }),
  );
}

async function scenario(): Promise<Timing> {
  const simulator = await createSimulator(await openPastChain(hre));
  const read = await readScenario(SCENARIO);
  return await told(
    time("scenario on the contracts", 1, async () => {
      const { asExpected, steps } = await simulator.play(read);
      if (!asExpected) throw new Error(`${SCENARIO} did not come out as expected`);
      kept += steps.length;
    }),
  );
}

async function told(timing: Promise<Timing>): Promise<Timing> {
  const done = await timing;
  process.stderr.write(`${done.what}: ${(done.nanoseconds / 1_000).toPrecision(3)} µs\n`);
  return done;
}
