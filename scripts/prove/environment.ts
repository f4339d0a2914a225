import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where the provers are, made once from a list of exact versions. */
export interface Environment {
  readonly python: string;
  /** Goes before everything else on the path of a prover. */
  readonly bin: string;
}

const REQUIREMENTS = "prove/requirements.txt";
const HOME = resolve("cache/prove/environment");

const USABLE = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

/** There is no Python to make an environment with. */
export class PythonMissing extends Error {
  override readonly name = "PythonMissing";
}

/**
 * Made anew when the list of versions changes.
 *
 * @throws PythonMissing
 */
export function environment(): Environment {
  const bin = join(HOME, process.platform === "win32" ? "Scripts" : "bin");
  const python = join(bin, "python");
  const wanted = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex");
  const made = join(HOME, "made");
  if (!existsSync(made) || readFileSync(made, "utf8") !== wanted) {
    if (spawnSync("python3", ["-c", USABLE], { stdio: "ignore" }).status !== 0) {
      throw new PythonMissing("npm run prove needs python3 on the path, 3.11 or later, with venv: nothing was proved");
    }
    console.error("installing the provers");
    rmSync(HOME, { recursive: true, force: true });
    mkdirSync(HOME, { recursive: true });
    execFileSync("python3", ["-m", "venv", HOME], { stdio: ["ignore", 2, 2] });
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS], {
      stdio: ["ignore", 2, 2],
    });
    // the prover has everything built first; here it is built already
    const forge = join(bin, "forge");
    writeFileSync(forge, "#!/bin/sh\nexit 0\n");
    chmodSync(forge, 0o755);
    writeFileSync(made, wanted);
  }
  return { python, bin };
}
