import type { HookContext } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";

/**
 * Contracts are listed in the order of their paths before TypeChain writes them down, which else takes the order in which the disk happens to
 * answer: a build would change committed files, and the next deployment would be of changed code.
 */
export const orderedTypes: HardhatPlugin = {
  id: "allonge-ordered-types",
  hookHandlers: {
    solidity: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            processArtifactsAfterSuccessfulBuild(_context: HookContext, artifactPaths: readonly string[]) {
              // the handlers after this one are given the same array
              (artifactPaths as string[]).sort();
              return Promise.resolve();
            },
          }),
      }),
  },
};
