import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { readScenario, ScenarioError } from "../src/simulator/readScenario.ts";
import type { Scenario } from "../src/simulator/readScenario.ts";
import { createSimulator } from "../src/simulator/simulator.ts";
import type { Played, Simulator } from "../src/simulator/simulator.ts";
import { run, UsageError } from "./command.ts";
import { openPastChain } from "./pastChain.ts";

interface SimulateArguments {
  readonly files: string[];
  readonly json: boolean;
}

interface PlayedFile extends Played {
  readonly file: string;
}

const MILLISECONDS_OF_SILENCE = 2000;

/** `npx hardhat note simulate FILE... [--json]` */
export default async function simulateTask(
  { files, json }: SimulateArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    if (files.length === 0) throw new UsageError("note simulate: no file named");
    const scenarios: [file: string, scenario: Scenario][] = [];
    for (const file of files) scenarios.push([file, await readScenario(file)]);

    const simulator = await createSimulator(await openPastChain(hre));
    const progress = progressOf(scenarios.length);
    const played: PlayedFile[] = [];
    for (const [file, scenario] of scenarios) {
      played.push({ file, ...(await play(simulator, file, scenario)) });
      progress.show(played.length);
    }
    progress.clear();

    if (!played.every(({ asExpected }) => asExpected)) process.exitCode = 1;
    if (json) return JSON.stringify(played, null, 2);
    const { simulationTables } = await import("./simulateTable.ts");
    return simulationTables(played.map((each, index) => ({ ...each, timeline: scenarios[index]?.[1].timeline ?? [] })));
  });
}

async function play(simulator: Simulator, file: string, scenario: Scenario): Promise<Played> {
  try {
    return await simulator.play(scenario);
  } catch (error) {
    throw error instanceof ScenarioError ? new ScenarioError(`${file}: ${error.message}`) : error;
  }
}

/** How far the command has come, for whoever sits at a terminal and has waited a while. */
function progressOf(all: number): { show(done: number): void; clear(): void } {
  const started = performance.now();
  const { stderr } = process;
  let shown = false;
  return {
    show(done) {
      if (!stderr.isTTY || performance.now() - started < MILLISECONDS_OF_SILENCE) return;
      shown = true;
      stderr.write(`\r${done} of ${all} scenarios played`);
    },
    clear() {
      if (shown) stderr.write("\r\u001b[K");
    },
  };
}
