import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import type { PlayableStep } from "../../src/simulator/playableTimeline.ts";
import { hourOf } from "../../src/simulator/scenarioSchema.ts";
import type { PlayedStep, Simulator } from "../../src/simulator/simulator.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import type { Told } from "./life.ts";

/** A told step as it came out. */
export interface ToldStep extends Told {
  readonly played: PlayedStep;
}

/** What was owed in total on a day, as a decimal. */
export interface Sample {
  readonly on: string;
  readonly total: string;
}

/** A life as it came out. */
export interface Life {
  readonly asExpected: boolean;
  readonly steps: readonly ToldStep[];
  /** Of every day looked at, in order. */
  readonly samples: readonly Sample[];
}

/** Plays what is told, and looks at the note on further days for what was owed. */
export async function playLife(
  simulator: Simulator,
  sheet: TermSheet,
  told: readonly Told[],
  days: readonly Day[],
): Promise<Life> {
  const looks = days.map((day): PlayableStep => ({ on: isoOf(day), do: "look" }));
  const timeline = [...told.map(({ step }) => step), ...looks].sort(inTime);
  const { asExpected, steps } = await simulator.play({ title: sheet.title, sheet, control: [], timeline });
  const playedOf = new Map(timeline.map((step, index) => [step, steps[index]]));
  return {
    asExpected,
    steps: told.flatMap((each) => {
      const played = playedOf.get(each.step);
      return played === undefined ? [] : [{ ...each, played }];
    }),
    samples: steps.map(({ on, state }) => ({ on, total: state.total })),
  };
}

function inTime(a: PlayableStep, b: PlayableStep): number {
  const [left, right] = [a, b].map(({ on, at }) => `${on} ${hourOf(at)}`);
  return left === right ? 0 : (left ?? "") < (right ?? "") ? -1 : 1;
}
