import type { HookContext } from "hardhat/types/hooks";
import type { HardhatPlugin } from "hardhat/types/plugins";

const IN_A_PACKAGE = /^\s*--> (\.\/node_modules|npm)\//m;

/** Compiler warnings about packages are their makers' business: only those about this project are shown. */
export const quietDependencies: HardhatPlugin = {
  id: "allonge-quiet-dependencies",
  hookHandlers: {
    solidity: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            async getCompilationJobErrors(context: HookContext, job, output, next) {
              const found = await next(context, job, output);
              return found.filter(
                ({ severity, formattedMessage }) => severity === "error" || !IN_A_PACKAGE.test(formattedMessage ?? ""),
              );
            },
          }),
      }),
  },
};
