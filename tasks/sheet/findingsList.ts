import colors from "picocolors";

import { plainText } from "../../src/chain/noteWords.ts";
import type { Finding, Severity } from "../../src/lint/lint.ts";
import type { CheckedFile } from "./check.ts";
import { counted } from "../../src/wording/numbers.ts";

const MOST_COLUMNS = 110;
const LEAST_COLUMNS = 40;
const INDENT = "  ";

const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: colors.red,
  warning: colors.yellow,
  notice: colors.cyan,
};

/** Writes the findings of each file, the worst first, colored where the terminal takes color. */
export function findingsLists(files: readonly CheckedFile[]): string {
  return files.map(findingsList).join("\n\n");
}

function findingsList({ file, errors, warnings, notices, findings }: CheckedFile): string {
  const counts = [
    counted(String(errors), "error"),
    counted(String(warnings), "warning"),
    counted(String(notices), "notice"),
  ].join(", ");
  const verdict = findings.length === 0 ? colors.green("nothing found") : counts;
  return [`${colors.bold(file)}: ${verdict}`, ...findings.map(item)].join("\n\n");
}

/** A remedy that the next finding has too is said there, so that it is said once, under the last. */
function item({ code, severity, field, message, remedy }: Finding, index: number, all: readonly Finding[]): string {
  const heading = `${PAINT[severity](severity)} ${colors.bold(code)}${field === "" ? "" : ` ${colors.dim(plainText(field))}`}`;
  const said = all[index + 1]?.remedy === remedy ? [] : wrapped(remedy).map(colors.dim);
  return [heading, ...wrapped(message), ...said].map((line) => INDENT + line).join("\n");
}

/** A terminal that does not know its width says zero. */
function columns(): number {
  const { isTTY, columns: width } = process.stdout;
  return isTTY && width > 0 ? Math.max(LEAST_COLUMNS, Math.min(width, MOST_COLUMNS)) : MOST_COLUMNS;
}

function wrapped(text: string): string[] {
  const most = columns() - 2 * INDENT.length;
  const lines: string[] = [];
  let line = "";
  // a sheet that is checked may come from the other side
  for (const word of text.split(/\s+/).map(plainText)) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((each) => INDENT + each);
}
