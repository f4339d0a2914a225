import { run, UsageError } from "../command.ts";
import { todayWhere } from "./check.ts";

interface InitArguments {
  readonly file: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `npx hardhat note init [FILE] [--force] [--json]` */
export default async function initTask({ file, force, json }: InitArguments): Promise<void> {
  await run(async () => {
    const { stdin, stderr } = process;
    if (!stdin.isTTY || !stderr.isTTY) throw new UsageError("note init: asks questions and needs a terminal");

    const { askAt } = await import("./ask.ts");
    const { writeSheet } = await import("./writeSheet.ts");
    const ask = askAt({ input: stdin, output: stderr });
    const tell = (line: string) => void stderr.write(`${line}\n`);
    const written = await writeSheet(ask, { file, force, today: todayWhere(null), tell }).catch((error: unknown) => {
      throw wasInterrupted(error) ? new UsageError("note init: stopped, and nothing written") : error;
    });

    if (json) return JSON.stringify(written, null, 2);
    const { findingsLists } = await import("./findingsList.ts");
    return findingsLists([written]);
  });
}

function wasInterrupted(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}
