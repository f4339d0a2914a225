import { expect } from "chai";
import hre from "hardhat";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { compile } from "../../tasks/deployment/compile.ts";

const SOURCE = "contracts/PromissoryNotes.sol";

/** The real environment, but what is still to be compiled is said, and nothing is. */
function given(toCompile: readonly string[], told: string[]): HardhatRuntimeEnvironment {
  const jobs = { success: true, compilationJobsPerFile: new Map(toCompile.map((file) => [file, {}])) };
  const run = () => {
    told.push("built");
    return Promise.resolve();
  };
  return {
    ...hre,
    tasks: { getTask: () => ({ run }) },
    solidity: { getRootFilePaths: () => Promise.resolve([SOURCE]), getCompilationJobs: () => Promise.resolve(jobs) },
  } as unknown as HardhatRuntimeEnvironment;
}

describe("compiling before a deployment", function () {
  for (const [what, files, expected] of [
    ["says so before it compiles", [SOURCE], ["said", "built"]],
    ["says nothing when all is compiled", [], ["built"]],
  ] as const) {
    it(what, async function () {
      const told: string[] = [];
      await compile(given(files, told), () => told.push("said"));
      expect(told).to.deep.equal(expected);
    });
  }
});
