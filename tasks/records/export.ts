import { createHash } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";

import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { openCapFormat } from "../../src/records/openCapFormat.ts";
import { run, UsageError } from "../command.ts";
import { jsonOf, writeRecords } from "./output.ts";
import { dayIn, readRecords, within } from "./readRecords.ts";
import type { NoteArguments } from "./readRecords.ts";

interface ExportArguments extends NoteArguments {
  readonly format: string;
  readonly out: string;
  readonly force: boolean;
  readonly currency: string;
  readonly formed: string;
  readonly formedIn: string;
  readonly json: boolean;
}

/** `npx hardhat note export --id N --network X --format ocf [--out DIR [--force]] [--currency CODE] [--formed DATE] [--formed-in CC] [--json]` */
export default async function exportTask(args: ExportArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    if (args.format !== "ocf") {
      throw new UsageError(
        args.format === "" ? "--format: missing; name ocf" : `--format: "${args.format}" is not ocf`,
      );
    }
    const currency = codeIn("--currency", args.currency, /^[A-Z]{3}$/, "three capital letters, such as USD");
    const country = codeIn("--formed-in", args.formedIn, /^[A-Z]{2}$/, "two capital letters, such as US");
    const on = dayIn("--formed", args.formed) ?? undefined;
    await requireFolder(args.out);

    const facts = await readRecords(hre, args);
    const files = within("--id", () => openCapFormat(facts, { md5, currency, formed: { on, country } }));
    if (args.out !== "") {
      await mkdir(args.out, { recursive: true });
      const written = files.map(({ name, text }) => ({ option: "--out", path: join(args.out, name), content: text }));
      await writeRecords(written, args);
      if (!args.json) return null;
    }
    return jsonOf(Object.fromEntries(files.map(({ name, text }): [string, unknown] => [name, JSON.parse(text)])));
  });
}

function codeIn(option: string, text: string, form: RegExp, expected: string): string | undefined {
  if (text === "") return undefined;
  if (!form.test(text)) throw new UsageError(`${option}: "${text}" is not a code: ${expected}`);
  return text;
}

async function requireFolder(path: string): Promise<void> {
  const found = path === "" ? null : await stat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) throw new UsageError(`--out: ${path} is no folder`);
}

/** The checksum Open Cap Format's manifest asks for. */
function md5(text: string): string {
  return createHash("md5").update(text, "utf8").digest("hex");
}
