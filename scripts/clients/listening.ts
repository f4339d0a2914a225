import { spawn } from "node:child_process";

/** A process that listens by itself. */
export interface Listening {
  /** Ends it at once, as a power cut would. */
  readonly stop: () => Promise<void>;
  /** Asks it to end, which gives it time to write its state if it was told to. */
  readonly shutDown: () => Promise<void>;
}

/** A program, and how it says that it listens. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly folder?: string;
  readonly says: string;
}

/** Starts a program, and waits until it says that it listens. */
export async function startListening({ name, command, args, folder, says }: Program): Promise<Listening> {
  const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(says)) resolve();
    });
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      reject(new Error(`${name} ended with ${code}: ${said}`));
    });
  });
  const endWith = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  return { stop: endWith("SIGKILL"), shutDown: endWith("SIGTERM") };
}
