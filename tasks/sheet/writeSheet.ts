import { access, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import type { Day } from "../../src/math/civilDate.ts";
import { lint } from "../../src/lint/lint.ts";
import { UsageError } from "../command.ts";
import type { Ask } from "./ask.ts";
import { checkedFile } from "./check.ts";
import type { CheckedFile } from "./check.ts";
import { drawUp } from "./drawUp.ts";

/** What `note init` needs beside the answers. */
export interface Drawing {
  readonly file: string;
  /** Whether a file of that name is overwritten without asking. */
  readonly force: boolean;
  readonly today: Day;
  /** Told what was written. */
  readonly tell: (line: string) => void;
}

/**
 * Asks for a term sheet and writes it.
 *
 * @returns What was found in it.
 * @throws UsageError before anything is asked if there is no such folder, or a file of that name is to stay.
 */
export async function writeSheet(ask: Ask, { file, force, today, tell }: Drawing): Promise<CheckedFile> {
  if (!(await exists(dirname(file)))) throw new UsageError(`${file}: no such folder`);
  const overwrite = force || (await exists(file));
  if (
    overwrite &&
    !force &&
    !(await ask.confirm({ message: `${file} is there already. Overwrite it?`, default: false }))
  ) {
    throw new UsageError(`${file}: is there already, and stays as it is`);
  }
  const sheet = await drawUp(ask, today);
  try {
    await writeFile(file, `${JSON.stringify(sheet, null, 2)}\n`, { flag: overwrite ? "w" : "wx" });
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${(error as Error).message}`);
  }
  tell(`written ${file}`);
  return checkedFile(file, lint(sheet, { today }));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
