import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";

const GENERATED = [
  "typechain-types",
  "terms/term-sheet.schema.json",
  "terms/scenario.schema.json",
  "src/abi",
  "docs/errors.md",
  "docs/findings.md",
];
const GENERATORS = ["generate-schema.ts", "generate-abis.ts", "generate-errors.ts", "generate-findings.ts"];

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26 });

function isStale(file: string): boolean {
  return !existsSync(file) || readFileSync(file, "utf8") !== run("git", "show", `HEAD:${file}`);
}

rmSync("typechain-types", { recursive: true });
run("npx", "hardhat", "build", "--quiet", "--no-tests");
for (const script of GENERATORS) run("npx", "hardhat", "run", "--no-compile", `scripts/${script}`);

const committed = run("git", "ls-tree", "-r", "--name-only", "HEAD", "--", ...GENERATED)
  .trim()
  .split("\n");
const unknown = run("git", "ls-files", "--others", "--exclude-standard", "--", ...GENERATED).trim();
const stale = [...committed.filter(isStale), ...unknown.split("\n").filter((file) => file !== "")];

if (stale.length > 0) {
  console.error(`not as generated; commit them as they are now:\n${stale.join("\n")}`);
  process.exitCode = 1;
} else {
  run("git", "checkout", "--quiet", "--", ...GENERATED);
  console.log(`${GENERATED.join(", ")}: ${String(committed.length)} files, fresh`);
}
