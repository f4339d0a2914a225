import type { HardhatPlugin } from "hardhat/types/plugins";

/** Asks for passwords and keys on stderr, so that what a command prints on stdout can be kept or piped with a keystore too. */
export const secretsOnStderr: HardhatPlugin = {
  id: "allonge-secrets-on-stderr",
  hookHandlers: {
    userInterruptions: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            async requestSecretInput(context, interruptor, description, next) {
              if (!process.stdin.isTTY || !process.stderr.isTTY) return next(context, interruptor, description);
              const { password } = await import("@inquirer/prompts");
              return password({ message: `${description}:` }, { output: process.stderr });
            },
          }),
      }),
  },
};
