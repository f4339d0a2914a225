import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import type { Terms } from "../../src/terms/terms.ts";

const SHEETS = ["infinite-group-2003", "harbor-tool-works-2022", "lakeshore-bridge-2023"];
const CONVENTIONS = [
  "ACT_365F",
  "ACT_360",
  "ACT_ACT_ISDA",
  "THIRTY_360_BB",
  "THIRTY_E_360",
  "THIRTY_E_360_ISDA",
  "NL_365",
] as const;
/** A prime, so that a note's day, its convention and its size do not go together. */
const STEP = 9_973;

/** So many notes, no two alike: the terms of the sample sheets, of other principals, days and conventions. */
export async function bookOf(count: number): Promise<Terms[]> {
  const samples: Terms[] = [];
  for (const name of SHEETS) samples.push(termsOf(await readTermSheet(`terms/${name}.json`)));
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length];
    const dayCount = CONVENTIONS[index % CONVENTIONS.length];
    if (sample === undefined || dayCount === undefined) throw new Error("no sheets");
    const later = (index * STEP) % 365;
    return {
      ...sample,
      dayCount,
      principal: sample.principal + BigInt(index * STEP),
      dated: sample.dated + later,
      maturity: sample.maturity + later,
      lastDayToPay: sample.calendar.roll(sample.maturity + later),
    };
  });
}
