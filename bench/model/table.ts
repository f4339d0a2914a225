import { markdown } from "../report/tables.ts";
import type { Timing } from "./timing.ts";

/** What a run of the model's benchmark found, and where. */
export interface ModelSpeed {
  readonly machine: string;
  readonly runtime: string;
  /** One turn of a loop that adds two numbers. */
  readonly loop: Timing;
  /** One parsing of a term sheet's JSON. */
  readonly parsing: Timing;
  readonly timings: readonly Timing[];
}

const SECOND = 1_000_000_000;
const MICROSECOND = 1_000;

/** Three digits that count. */
export const threeDigits = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString("en-US", { maximumSignificantDigits: 3 });

/** The page of the model's speed. */
export function renderModelPage({ machine, runtime, loop, parsing, timings }: ModelSpeed): string {
  const rows = [loop, parsing, ...timings].map(({ what, nanoseconds }) => [
    what,
    threeDigits(nanoseconds / MICROSECOND),
    threeDigits(SECOND / nanoseconds),
    threeDigits(nanoseconds / parsing.nanoseconds),
    threeDigits(nanoseconds / loop.nanoseconds),
  ]);
  return [
    "# Speed of the model",
    "",
    "Written by `npm run bench:model:update`; `npm run bench:model` shows the same for your computer. Times are noisy and each computer has its own, so what counts are",
    "the ratios: to parsing the sample's term sheet as JSON, and to one turn of a loop that does nothing but add. Medians of nine rounds.",
    "",
    `Measured on ${machine}, ${runtime}, one thread.`,
    "",
    ...markdown(["one of", "µs", "a second", "parsings", "turns of a loop"], rows),
    "",
    "The book is 10,000 notes, no two alike, over the seven day-count conventions: a whole book is quoted in the time that 10,000 such quotes take, with no index and",
    "no cache. *A life in the model* is an act and what is owed after it, many times over; *a scenario on the contracts* is what `note simulate` does for one file, on a chain",
    "in this process, contracts deployed before.",
    "",
  ].join("\n");
}
