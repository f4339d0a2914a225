import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

import { id as keccakOfText } from "ethers";

import type { Compiler } from "./build.ts";
import type { Finding, Severity } from "./finding.ts";
import { enclosing } from "./finding.ts";
import { pythonWith } from "./python.ts";
import { AUDIT, CACHE, copySources, isOurs, read, ROOT, run, sources } from "./workshop.ts";

interface Location {
  readonly relative_path: string | null;
  readonly start_line: number;
  readonly source: string;
  readonly source_start_line: number;
}

interface Detection {
  readonly message: string;
  readonly location: Location;
  readonly subdetections?: readonly Detection[];
}

interface Detected {
  readonly detector_name: string;
  readonly impact: string;
  readonly detection: Detection;
}

/** What Wake calls a warning is a habit to look at, no fault yet. */
const IMPACTS: Readonly<Record<string, Severity>> = {
  high: "high",
  medium: "medium",
  low: "low",
  warning: "low",
  info: "informational",
};
const PROJECT = join(CACHE, "wake");
const DATA = join(CACHE, "wake-data");

/** Every detector of Wake, on the sources that `build` reads. */
export function wakeFindings(compiler: Compiler): Finding[] {
  const python = pythonWith("wake");
  layOut(compiler);
  installCompiler(compiler);
  const args = [join(AUDIT, "run_wake.py"), compiler.version, "detect", "--no-artifacts"];
  run(python, [...args, "--ignore-disable-overrides", "--export", "json", "all"], {
    cwd: PROJECT,
    env: { XDG_DATA_HOME: DATA, XDG_CONFIG_HOME: DATA, PYTHONHASHSEED: "0" },
    allowed: [0, 3],
  });
  const detected = JSON.parse(readFileSync(join(PROJECT, ".wake", "detections.json"), "utf8")) as Detected[];
  return detected.flatMap(findingOf);
}

/** One file imports all the others, so that Wake compiles them at once and sees each with all that call it. */
function layOut({ version }: Compiler): void {
  copySources(join(PROJECT, "contracts"));
  const imports = sources().map((path, index) => `import "./${path}" as Source${String(index)};`);
  const head = ["// SPDX-License-Identifier: MIT", `pragma solidity ${version};`];
  writeFileSync(join(PROJECT, "All.sol"), [...head, ...imports, ""].join("\n"));
  const dependencies = JSON.stringify([join(ROOT, "node_modules")]);
  const settings = [
    "[compiler.solc]",
    `target_version = "${version}"`,
    "exclude_paths = []",
    `include_paths = ${dependencies}`,
    `allow_paths = ${dependencies}`,
  ];
  writeFileSync(join(PROJECT, "wake.toml"), `${settings.join("\n")}\n`);
}

/** Where Wake looks for compilers, it finds a script that runs the one from npm. */
function installCompiler({ version, longVersion }: Compiler): void {
  const name = `solc-v${longVersion}`;
  const folder = join(DATA, "wake", "compilers");
  const script = join(folder, name, name);
  const code = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "scripts/audit/compiler.ts")}" "$@"\n`;
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(script, code);
  chmodSync(script, 0o755);
  const build = {
    path: name,
    version,
    build: longVersion.slice(version.length + 1),
    longVersion,
    keccak256: keccakOfText(code),
    sha256: `0x${createHash("sha256").update(code).digest("hex")}`,
    urls: [],
  };
  const list = { builds: [build], releases: { [version]: name }, latestRelease: version };
  writeFileSync(join(folder, "solc.json"), JSON.stringify(list));
}

function findingOf({ detector_name: detector, impact, detection }: Detected): Finding[] {
  const { relative_path: file, start_line: line } = detection.location;
  if (file === null || !isOurs(file)) return [];
  return [
    {
      analyser: "wake",
      detector,
      severity: IMPACTS[impact] ?? "high",
      ...enclosing(read(file), line),
      file,
      line,
      text: [textOf(detection), ...(detection.subdetections ?? []).map(textOf).sort()].join("\n"),
    },
  ];
}

/** The message and the line it is about: Wake says the same of every line that a detector stops at. */
function textOf({ message, location }: Detection): string {
  const line = location.source.split("\n")[location.start_line - location.source_start_line] ?? "";
  return `${message}: ${line.trim()}`;
}
