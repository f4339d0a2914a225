import { localTimestamp } from "../calendar/calendars.ts";
import { dayOf } from "../math/civilDate.ts";
import { RefusedAct, transactionsOf } from "./acts.ts";
import { NATURAL_ACTORS } from "./actors.ts";
import { castOf } from "./cast.ts";
import { readState } from "./noteState.ts";
import type { NoteState } from "./noteState.ts";
import type { PlayableStep } from "./playableTimeline.ts";
import type { Scenario } from "./readScenario.ts";
import { refusalOf } from "./refusal.ts";
import { hourOf } from "./scenarioSchema.ts";
import type { Step } from "./scenarioSchema.ts";
import { goBackTo, mark, moveTo, sendAs } from "./simulatedChain.ts";
import type { SimulatedChain } from "./simulatedChain.ts";
import { deployContracts, setStage, stageAfterNovation, stageAfterRecapitalization } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** A step as it came out. */
export interface PlayedStep {
  readonly on: string;
  /** Null for a look by nobody. */
  readonly by: string | null;
  readonly do: Step["do"];
  readonly ok: boolean;
  /** Name of the custom error it was refused with. */
  readonly error: string | null;
  /** The note right after it; after a novation, the new one. */
  readonly state: NoteState;
  /** The note that this very step has replaced. */
  readonly replaced?: NoteState;
}

/** A scenario as it came out. */
export interface Played {
  readonly title: string;
  /** Whether every step was refused that should be, and no other. */
  readonly asExpected: boolean;
  readonly steps: readonly PlayedStep[];
}

/** Plays scenarios against the contracts. */
export interface Simulator {
  /**
   * Plays one scenario, from the same fresh chain as any other. Plays must not overlap.
   *
   * @throws ScenarioError if the note itself is refused.
   */
  play(scenario: Scenario): Promise<Played>;
}

/**
 * Deploys the contracts on a chain in this process.
 *
 * @param chain Not yet past the day any note to be played is dated; mines each transaction at once, and takes blocks of the same
 * second.
 * @example
 * const simulator = await createSimulator(ethers.provider);
 * const { steps } = await simulator.play(await readScenario("terms/scenarios/half-now-half-after-split.json"));
 */
export async function createSimulator(chain: SimulatedChain): Promise<Simulator> {
  const contracts = await deployContracts(chain);
  let fresh = await mark(chain);
  return {
    async play(scenario) {
      await goBackTo(chain, fresh);
      fresh = await mark(chain);
      const stage = await setStage(chain, contracts, castOf(scenario), scenario);
      return playOn(stage, scenario);
    },
  };
}

async function playOn(first: Stage, { title, timeline }: Scenario): Promise<Played> {
  const steps: PlayedStep[] = [];
  let asExpected = true;
  let stage = first;
  let now = stage.madeAt;
  for (const step of timeline) {
    // an hour that a spring night skips is read as a later one, which the next step may be before
    now = Math.max(now, localTimestamp(stage.terms.calendar, dayOf(step.on), hourOf(step.at)));
    const { played, after } = await playStep(stage, step, now);
    steps.push(played);
    stage = after;
    if (played.ok === (step.refused ?? false)) asExpected = false;
  }
  return { title, asExpected, steps };
}

async function playStep(
  stage: Stage,
  step: PlayableStep,
  timestamp: number,
): Promise<{ played: PlayedStep; after: Stage }> {
  const { chain } = stage;
  const by = step.by ?? NATURAL_ACTORS[step.do];
  await moveTo(chain, timestamp);
  const before = await mark(chain);
  const error = by === null ? null : await refusalIn(() => act(stage, step, by, timestamp));
  // of an act in two transactions the first may have passed
  if (error !== null) await goBackTo(chain, before);
  const after = error === null ? await stageAfter(stage, step) : stage;
  const played = {
    on: step.on,
    by,
    do: step.do,
    ok: error === null,
    error,
    state: await readState(after),
    ...(after.id === stage.id ? {} : { replaced: await readState(stage) }),
  };
  return { played, after };
}

/** The stage as it is once the step is done. */
async function stageAfter(stage: Stage, step: PlayableStep): Promise<Stage> {
  if (step.do === "novate") return await stageAfterNovation(stage, step.sheet);
  return step.do === "recapitalize" ? await stageAfterRecapitalization(stage) : stage;
}

async function act(stage: Stage, step: PlayableStep, by: string, timestamp: number): Promise<void> {
  for (const { from, call } of await transactionsOf(stage, step, by)) {
    await sendAs(stage.chain, from, call, timestamp);
  }
}

async function refusalIn(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof RefusedAct ? error.custom : refusalOf(error);
  }
}
