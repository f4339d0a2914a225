import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

/** What is deployed is built by it, unless Hardhat was started with another. */
const PROFILE = "production";

/**
 * Compiles the contracts, as far as they have changed since they last were.
 *
 * @param compiling Told first, if there is anything to compile.
 */
export async function compile(hre: HardhatRuntimeEnvironment, compiling: () => void): Promise<void> {
  if (await isAnythingToCompile(hre)) compiling();
  await hre.tasks.getTask("build").run({ quiet: true, noTests: true, defaultBuildProfile: PROFILE });
}

async function isAnythingToCompile({ solidity, globalOptions }: HardhatRuntimeEnvironment): Promise<boolean> {
  const roots = await solidity.getRootFilePaths({ scope: "contracts" });
  // declared as always there, which it is not
  const buildProfile = (globalOptions.buildProfile as string | undefined) ?? PROFILE;
  const jobs = await solidity.getCompilationJobs(roots, { buildProfile, quiet: true, scope: "contracts" });
  // what cannot be compiled is said by the build
  return !jobs.success || jobs.compilationJobsPerFile.size > 0;
}
