import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { AUDIT, CACHE, run, tell } from "./workshop.ts";

const PYTHONS = ["python3", "python3.13", "python3.12", "python3.11", "python"];
const LEAST_MINOR = 11;

/**
 * The Python of an environment with an analyser in it, installed from its pinned and hashed requirements if it is not there as they are now.
 * Throws in one line where there is no Python.
 */
export function pythonWith(tool: "slither" | "wake"): string {
  const requirements = join(AUDIT, `${tool}.txt`);
  const environment = join(CACHE, `${tool}-environment`);
  const stamp = join(environment, "requirements");
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const python = join(environment, "bin", "python");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return python;

  const system = findPython();
  tell(`installs ${tool} and what it needs, once`);
  rmSync(environment, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  run(system, ["-m", "venv", environment]);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"];
  run(python, [...install, "-r", requirements]);
  writeFileSync(stamp, hash);
  return python;
}

/** Throws in one line if there is no Python of use on this machine. */
export function findPython(): string {
  const probe = `import sys, venv, ensurepip; sys.exit(sys.version_info < (3, ${String(LEAST_MINOR)}))`;
  const found = PYTHONS.find((name) => spawnSync(name, ["-c", probe], { stdio: "ignore" }).status === 0);
  if (found === undefined) {
    throw new Error(`Slither and Wake need Python 3.${String(LEAST_MINOR)} or later with venv, and there is none here`);
  }
  return found;
}
