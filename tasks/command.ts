import { plainText } from "../src/chain/noteWords.ts";

/** What a command was given that it cannot take. The message is one line. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs a command that returns what to print, null for nothing. Prints all of it or, if it fails, nothing but one line on stderr, and then the
 * exit code is 1.
 */
export async function run(command: () => Promise<string | null>): Promise<void> {
  try {
    const output = await command();
    if (output !== null) process.stdout.write(`${output}\n`);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** One line, which may quote files and chains of strangers: nothing in it moves the terminal. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return plainText(message.trim().replace(/\s*\n\s*/g, " "));
}
