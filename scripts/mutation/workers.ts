import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { Answer, Request } from "./messages.ts";
import { ROOT } from "./workshop.ts";

const HARDHAT = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
const SCRIPT = "scripts/mutation/worker.ts";
const CONFIG = "scripts/mutation/hardhat.config.ts";
/** Milliseconds until a worker has loaded the tests. */
const LOADED_WITHIN = 180_000;

/** A process that has the tests loaded and runs parts of them when asked. */
export class Worker {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts one on code that has been built; `traced` code reports what it reaches. */
  static async start(artifacts: string, traced = false): Promise<Worker> {
    const child = fork(HARDHAT, ["--config", CONFIG, "run", "--no-compile", SCRIPT], {
      cwd: ROOT,
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, MUTATION_ARTIFACTS: artifacts, NO_COLOR: "1", ...(traced ? { MUTATION_TRACE: "1" } : {}) },
    });
    const worker = new Worker(child);
    const ready = await worker.#answer(LOADED_WITHIN);
    if (ready?.kind !== "ready") throw new Error("mutation: a worker does not start");
    return worker;
  }

  /** Asks, and waits for the answer; undefined if there is none in time, and then the worker has ended. */
  async ask(request: Request, milliseconds: number): Promise<Answer | undefined> {
    const answered = this.#answer(milliseconds);
    this.#child.send(request);
    return await answered;
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }

  async #answer(milliseconds: number): Promise<Answer | undefined> {
    return await new Promise((resolve) => {
      const end = (answer: Answer | undefined) => {
        clearTimeout(timer);
        this.#child.off("message", end as never);
        this.#child.off("exit", gone);
        if (answer === undefined) this.stop();
        resolve(answer);
      };
      const gone = () => {
        end(undefined);
      };
      const timer = setTimeout(gone, milliseconds);
      this.#child.once("message", end as never);
      this.#child.once("exit", gone);
    });
  }
}
