import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { hashesOf, verify } from "../../src/documents/verify.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { onlyFile, readBytes } from "./files.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { tokenOf } from "./token.ts";

interface VerifyArguments {
  readonly files: string[];
  readonly id: string;
  readonly deployments: string;
  readonly sheet: string;
  readonly json: boolean;
}

/** `npx hardhat note verify FILE (--id N --network NAME [--deployments FOLDER] | --sheet FILE) [--json]` */
export default async function verifyTask(
  { files, id, deployments, sheet, json }: VerifyArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const file = onlyFile("note verify", files);
    if (id === "" && sheet === "") {
      throw new UsageError(
        "note verify: compare with what? Name a note with --id and --network, or a term sheet with --sheet",
      );
    }
    if (id !== "" && sheet !== "") throw new UsageError("note verify: --id or --sheet, not both");

    const bytes = await readBytes(file);
    const token = sheet === "" ? await tokenOf(hre, id, deployments) : hashesOf(await readTermSheet(sheet));
    const verdict = await verify(bytes, token, readFonts);
    const { matches, outcome, found, expected, sentence } = verdict;
    if (json) {
      if (!matches) process.exitCode = 1;
      return JSON.stringify({ file, matches, outcome, found, expected, sentence }, null, 2);
    }
    if (!matches) throw new UsageError(`${file}: ${sentence} Found ${found}, expected ${expected}`);
    const what = outcome === "termSheet" ? "Term sheet (Keccak-256)" : "File (SHA-256)";
    return `${file}: ${sentence}\n${what}: ${found}`;
  });
}
