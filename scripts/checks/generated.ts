import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";

const GENERATED = ["typechain-types", "terms/term-sheet.schema.json"];

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8" });

rmSync("typechain-types", { recursive: true });
run("npx", "hardhat", "build", "--force", "--quiet");
run("npx", "hardhat", "run", "--no-compile", "scripts/generate-schema.ts");

const stale = run("git", "status", "--porcelain", "--", ...GENERATED).trim();
if (stale !== "") {
  console.error(`generated files differ from what is committed; commit them as they are now:\n${stale}`);
  process.exitCode = 1;
} else {
  console.log(`${GENERATED.join(", ")}: fresh`);
}
