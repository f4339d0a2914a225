import { filesIn } from "./workshop.ts";

/** Tests that are not run against mutants, by how their path begins, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "test/audit/": "runs no contract",
  "test/bench/": "runs no contract",
  "test/certificate/": "pictures of notes, which are not mutated",
  "test/chain/": "its nodes are processes of their own, with code built as it is deployed",
  "test/cli/": "as above",
  "test/deep/": "runs no contract",
  "test/differential/": "runs no contract",
  "test/documentation/": "its nodes are processes of their own, with code built as it is deployed",
  "test/documents/": "runs no contract",
  "test/errors/": "its nodes are processes of their own, with code built as it is deployed",
  "test/gas/": "compares gas and size, in which code with mutants in it differs anyhow",
  "test/invariant/": "Solidity tests, which Hardhat compiles by itself",
  "test/lint/": "its nodes are processes of their own, with code built as it is deployed",
  "test/live/": "as above",
  "test/lives/":
    "random lives notice more than one can say why; what kills a mutant here is a test that names the rule",
  "test/math/": "runs no contract",
  "test/model/": "runs no contract",
  "test/mutation/": "runs no contract",
  "test/package/": "packs and installs",
  "test/records/": "its nodes are processes of their own, with code built as it is deployed",
  "test/rehearsal/": "as above",
  "test/terms/": "runs no contract",
};

/** The test files that are run against mutants, from the root. */
export function testFiles(): string[] {
  return testSources().filter((path) => path.endsWith(".test.ts"));
}

/** These files, and those they take what they share from. */
export function testSources(): string[] {
  return filesIn("test", ".ts").filter((path) => !Object.keys(LEFT_OUT).some((folder) => path.startsWith(folder)));
}
