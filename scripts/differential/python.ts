import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const REQUIREMENTS = "differential/requirements.txt";
const ENVIRONMENT = "cache/differential/python";
/** Kept in the environment: what it was made from. */
const MADE_FROM = join(ENVIRONMENT, "made-from.txt");
const LEAST_MINOR = 9;

/** Why QuantLib cannot be asked. */
export class PythonUnavailable extends Error {}

/**
 * The Python of an environment that holds what `differential/requirements.txt` pins; made anew when that file or the Python has changed.
 *
 * @param told Is told what is being done where it takes a while.
 * @throws PythonUnavailable if there is no Python, or the packages cannot be installed.
 */
export function pythonWithQuantLib(told: (line: string) => void): string {
  const { command, version } = findPython(process.env["PYTHON"]);
  const python = join(ENVIRONMENT, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const recipe = `${version}\n${readFileSync(REQUIREMENTS, "utf8")}`;
  if (existsSync(python) && existsSync(MADE_FROM) && readFileSync(MADE_FROM, "utf8") === recipe) return python;

  rmSync(ENVIRONMENT, { recursive: true, force: true });
  mkdirSync(ENVIRONMENT, { recursive: true });
  told(`making an environment of ${version} in ${ENVIRONMENT}`);
  run(
    command,
    ["-m", "venv", ENVIRONMENT],
    "cannot make an environment (on Debian the package python3-venv is needed)",
  );
  told(`installing ${readFileSync(REQUIREMENTS, "utf8").trim().split("\n").join(", ")}`);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS];
  run(python, install, `cannot install ${REQUIREMENTS}`);
  writeFileSync(MADE_FROM, recipe);
  return python;
}

/**
 * A Python new enough.
 *
 * @param wanted The only one to try; else those usual on any system.
 * @throws PythonUnavailable
 */
export function findPython(wanted?: string): { readonly command: string; readonly version: string } {
  const candidates = wanted === undefined ? ["python3", "python", "py"] : [wanted];
  for (const command of candidates) {
    const { stdout, status } = spawnSync(command, ["--version"], { encoding: "utf8" });
    const version = /^Python 3\.(\d+)\S*/.exec(stdout);
    if (status === 0 && version !== null && Number(version[1]) >= LEAST_MINOR) return { command, version: version[0] };
  }
  throw new PythonUnavailable(
    `QuantLib needs Python 3.${LEAST_MINOR} or later, and none was found as ${candidates.join(", ")}; PYTHON names another`,
  );
}

function run(command: string, args: readonly string[], complaint: string): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
  if (status === 0) return;
  const lines = stderr.trim().split("\n");
  const reason = error?.message ?? lines.findLast((line) => /^(ERROR|Error)/.test(line)) ?? lines.at(-1) ?? "";
  throw new PythonUnavailable(`Python ${complaint}: ${reason}`);
}
