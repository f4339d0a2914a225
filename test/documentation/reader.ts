import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { freePort } from "../../scripts/clients/anvil.ts";

const HARDHAT = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
const NODE_COMMAND = "npx hardhat node";
const NODE_LISTENS = "Started HTTP";

/** What a command printed, on both its outputs. */
export interface Typed {
  readonly code: number | null;
  readonly output: string;
}

/** Somebody at a terminal in the project's folder. */
export interface Reader {
  /** Types a command and waits for it to end; a chain's node is left running. */
  readonly types: (command: string) => Promise<Typed>;
  /** Ends what was left running. */
  readonly leave: () => Promise<void>;
}

/** A reader who has no terminal to answer questions at, and whose node listens where nobody else does. */
export function openReader(folder: string): Reader {
  const running: ChildProcess[] = [];
  const variables: Record<string, string> = { NO_COLOR: "1" };

  const start = (command: string) =>
    spawn("sh", ["-c", command.replaceAll("npx hardhat", `"${process.execPath}" "${HARDHAT}"`)], {
      cwd: folder,
      env: { ...process.env, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });

  const startNode = async (command: string): Promise<Typed> => {
    const port = await freePort();
    variables["LOCALHOST_URL"] = `http://127.0.0.1:${port}`;
    const child = start(`exec ${command} --hostname 127.0.0.1 --port ${port}`);
    running.push(child);
    return new Promise((resolve, reject) => {
      let output = "";
      const hear = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(NODE_LISTENS)) resolve({ code: 0, output });
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("error", reject);
      child.once("close", (code) => {
        resolve({ code, output });
      });
    });
  };

  return {
    types: (command) => (command.startsWith(NODE_COMMAND) ? startNode(command) : ended(start(command))),
    leave: async () => {
      await Promise.all(
        running.map((child) => {
          child.kill("SIGKILL");
          return ended(child);
        }),
      );
    },
  };
}

function ended(child: ChildProcess): Promise<Typed> {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve({ code: child.exitCode, output: "" });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, output });
    });
  });
}
