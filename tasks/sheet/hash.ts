import colors from "picocolors";

import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { canonicalTermSheet, termSheetHash } from "../../src/terms/termSheetHash.ts";
import { run, UsageError } from "../command.ts";
import { dayOption, rebased } from "./sheetOption.ts";

interface HashArguments {
  readonly files: string[];
  readonly rebase: string;
  readonly canonical: boolean;
  readonly json: boolean;
}

interface HashedFile {
  readonly file: string;
  /** Keccak-256 of the canonical JSON, in hexadecimal with 0x: what the note keeps. */
  readonly termSheet: string;
  /** SHA-256 of the prose, in hexadecimal; null if the sheet states none. */
  readonly document: string | null;
  readonly canonical: string;
}

/** `npx hardhat note hash FILE... [--rebase DATE] [--canonical] [--json]` */
export default async function hashTask({ files, rebase, canonical, json }: HashArguments): Promise<void> {
  await run(async () => {
    if (files.length === 0) throw new UsageError("note hash: no file named");
    const dated = dayOption("rebase", rebase);

    const hashed: HashedFile[] = [];
    for (const file of files) {
      const sheet = rebased(file, await readTermSheet(file), dated);
      hashed.push({
        file,
        termSheet: termSheetHash(sheet),
        document: sheet.document?.sha256 ?? null,
        canonical: canonicalTermSheet(sheet),
      });
    }

    if (json) return JSON.stringify(canonical ? hashed : hashed.map(withoutText), null, 2);
    return canonical ? hashed.map((each) => each.canonical).join("\n") : hashed.map(lines).join("\n\n");
  });
}

function withoutText({ file, termSheet, document }: HashedFile): Omit<HashedFile, "canonical"> {
  return { file, termSheet, document };
}

function lines({ file, termSheet, document }: HashedFile): string {
  return [
    colors.bold(file),
    `  term sheet, keccak-256  ${termSheet}`,
    `  document, SHA-256       ${document ?? "none stated"}`,
  ].join("\n");
}
