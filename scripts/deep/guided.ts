import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { STEPS } from "./jobs.ts";
import { figure } from "./tally.ts";

const FOLDER = "deep";
const FORGE = join(FOLDER, "node_modules", "@foundry-rs", `forge-${platform()}`, "bin", "forge");

/**
 * A campaign of Forge's over the same handlers, which keeps every sequence of calls that reached code none had reached and varies it.
 *
 * @param seed Where its draws come from; with the sequences kept from earlier campaigns in `cache/deep/corpus`, all there is to chance.
 * @returns Whether nothing was found; false too where Forge cannot be had.
 */
export async function guided(seed: number, calls: number, say: (line: string) => void): Promise<boolean> {
  if (!existsSync(FORGE)) {
    say(`installing what ${FOLDER}/package-lock.json pins`);
    const { status, stderr } = spawnSync("npm", ["ci", "--prefix", FOLDER, "--ignore-scripts"], { encoding: "utf8" });
    if (status !== 0 || !existsSync(FORGE)) {
      say(`Forge cannot be installed: ${stderr.trim().split("\n").at(-1) ?? ""}`);
      return false;
    }
  }
  const started = Date.now();
  const { passed, output } = await forge(seed, Math.ceil(calls / STEPS));
  const made = callsIn(output);
  if (!passed || made === null) {
    say(`found with seed ${seed}; the same command plays it again first, from cache/deep/failures`);
    return false;
  }
  const seconds = (Date.now() - started) / 1000;
  console.log(`\n${figure(made)} guided calls, ${figure(Math.round(made / seconds))} a second, seed ${seed}`);
  return true;
}

/**
 * How many calls a campaign says it made.
 *
 * @example callsIn("[PASS] invariant_1() (runs: 20, calls: 4000, reverts: 0)") // 4000
 */
export function callsIn(output: string): number | null {
  const found = /\(runs: \d+, calls: (\d+)/.exec(output)?.[1];
  return found === undefined || found === "0" ? null : Number(found);
}

async function forge(seed: number, runs: number): Promise<{ readonly passed: boolean; readonly output: string }> {
  const asked = ["test", "--root", ".", "--match-contract", "^Acts$", "--match-test", "^invariant_"];
  const child = spawn(FORGE, [...asked, "--fuzz-seed", String(seed), "-vv"], {
    env: {
      ...process.env,
      // the compiler that stands in is started by its first line
      PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
      FOUNDRY_CONFIG: join(FOLDER, "foundry.toml"),
      FOUNDRY_INVARIANT_RUNS: String(runs),
      FOUNDRY_INVARIANT_DEPTH: String(STEPS),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
    process.stderr.write(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { passed: code === 0, output };
}

function platform(): string {
  return `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
}
