import { relative, resolve } from "node:path";

import hre from "hardhat";
import Mocha from "mocha";
import type { Runner, Suite, Test } from "mocha";

import { now, watchConnections } from "./connections.ts";
import { deployFrom } from "./factories.ts";
import type { Answer, Failure, Request, TracedTest } from "./messages.ts";
import { testFiles } from "./suite.ts";
import { ROOT } from "./workshop.ts";

/** A reporter that says nothing. */
function silent(): void {
  return undefined;
}

/** Milliseconds a test may take; the longest takes a tenth of it. */
const TIMEOUT = 30_000;

/** The suite, loaded once, of which any part can be run again and again. */
class WarmSuite {
  readonly #mocha: Mocha;
  readonly #tests = new Map<Suite, Test[]>();
  readonly #names = new Map<string, Test>();
  readonly #nameOf = new Map<Test, string>();

  private constructor(mocha: Mocha) {
    this.#mocha = mocha;
    const visit = (suite: Suite) => {
      this.#tests.set(suite, suite.tests);
      for (const test of suite.tests) {
        const name = `${relative(ROOT, test.file ?? "")}: ${test.fullTitle()}`;
        const unique = this.#names.has(name) ? `${name} #${this.#names.size}` : name;
        this.#names.set(unique, test);
        this.#nameOf.set(test, unique);
      }
      suite.suites.forEach(visit);
    };
    visit(mocha.suite);
  }

  static async load(files: readonly string[]): Promise<WarmSuite> {
    const mocha = new Mocha({ timeout: TIMEOUT, reporter: silent as never });
    mocha.cleanReferencesAfterRun(false);
    for (const file of files) mocha.addFile(resolve(ROOT, file));
    await mocha.loadFilesAsync();
    return new WarmSuite(mocha);
  }

  testsOf(file: string): string[] {
    return [...this.#names.keys()].filter((name) => name.startsWith(`${file}: `));
  }

  /** Runs tests, in the order of their files. */
  async run(names: readonly string[], bail: boolean, watch?: (runner: Runner, nameOf: (test: Test) => string) => void) {
    const wanted = names.flatMap((name) => (this.#names.has(name) ? [name] : this.testsOf(name)));
    const chosen = new Set(wanted.map((name) => this.#names.get(name)));
    const files = [...new Set(wanted.map((name) => this.#names.get(name)?.file))];
    for (const [suite, tests] of this.#tests) {
      suite.tests = tests.filter((test) => chosen.has(test));
      suite.bail(bail);
    }
    const root = this.#mocha.suite;
    root.suites = root.suites.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file));
    const failed: Failure[] = [];
    let ran = 0;
    await new Promise<void>((done) => {
      const runner = this.#mocha.run(() => {
        done();
      });
      runner.on("hook", (hook) => (now.hook = hook));
      runner.on("hook end", () => (now.hook = undefined));
      runner.on("test end", () => (ran += 1));
      runner.on("fail", (test, error: Error) => {
        failed.push({
          test: this.#nameOf.get(test) ?? `${relative(ROOT, test.file ?? "")}: ${test.title}`,
          message: error.message,
        });
      });
      watch?.(runner, (test) => this.#nameOf.get(test) ?? "");
    });
    return { ran, failed };
  }
}

/** What is reached while a fixture is built, and while each test runs. */
async function trace(suite: WarmSuite, file: string): Promise<Answer> {
  const fixture = new Set<string>();
  const tests: TracedTest[] = [];
  let test = new Set<string>();
  let inFixture = true;
  hits = (tags) => {
    for (const tag of tags) (inFixture ? fixture : test).add(tag);
  };
  now.onFixture = (state) => (inFixture = state === "begins");
  let began = 0;
  const { failed } = await suite.run(suite.testsOf(file), false, (runner, nameOf) => {
    runner.on("test", () => {
      test = new Set();
      inFixture = false;
      began = Date.now();
    });
    runner.on("test end", (ended) => {
      const passed = ended.state === "passed";
      tests.push({ test: nameOf(ended), milliseconds: Date.now() - began, passed, reached: [...test] });
      inFixture = true;
    });
  });
  for (const { test: name, message } of failed) process.stderr.write(`${name}: ${message}\n`);
  return { kind: "traced", fixture: [...fixture], tests };
}

let hits: (tags: readonly string[]) => void = () => undefined;

function answer(message: Answer): void {
  process.send?.(message);
}

deployFrom(hre.config.paths.artifacts);
watchConnections();
if (process.env["MUTATION_TRACE"] !== undefined) {
  hre.hooks.registerHandlers("network", {
    onCoverageData: (_context, tags) => {
      hits(tags);
      return Promise.resolve();
    },
  });
}
// a promise nobody waits for, of a test that has failed already, must not end the worker
process.on("unhandledRejection", () => undefined);
const suite = await WarmSuite.load(testFiles());
process.on("message", (request: Request) => {
  if (request.kind === "trace") void trace(suite, request.file).then(answer);
  else {
    now.mutant = request.mutant;
    now.fresh = new Set(request.fresh.map((file) => resolve(ROOT, file)));
    void suite.run(request.tests, request.bail).then(({ ran, failed }) => {
      answer({ kind: "ran", ran, failed });
    });
  }
});
answer({ kind: "ready" });
await new Promise((end) => process.on("disconnect", end));
