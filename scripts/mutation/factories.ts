import { readdirSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FACTORY = /\/typechain-types\/factories\/.*?([A-Za-z0-9]+)__factory\.ts$/;
const BYTECODE = /const _bytecode = "0x[^"]*"/;

/** Generated factories deploy the code of these artifacts from here on, not the code they were generated with. */
export function deployFrom(artifacts: string): void {
  const code = new Map(
    readdirSync(join(artifacts, "contracts"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".json"))
      .map((path) => JSON.parse(readFileSync(join(artifacts, "contracts", path), "utf8")) as Record<string, string>)
      .map(({ contractName = "", bytecode = "0x" }) => [contractName, bytecode]),
  );
  registerHooks({
    load(url, context, next) {
      const name = FACTORY.exec(url)?.[1];
      const bytecode = name === undefined ? undefined : code.get(name);
      if (bytecode === undefined) return next(url, context);
      const source = readFileSync(fileURLToPath(url), "utf8").replace(BYTECODE, `const _bytecode = "${bytecode}"`);
      return { format: "module-typescript", source, shortCircuit: true };
    },
  });
}
