/** Reads comma-separated values as RFC 4180 has them, by a parser of its own. */
export function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const character = csv[at] ?? "";
    if (isQuoted && character === '"' && csv[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === "," || csv.startsWith("\r\n", at))) {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character !== ",") {
        rows.push([]);
        at++;
      }
    } else {
      cell += character;
    }
  }
  if (isQuoted || cell !== "" || rows.at(-1)?.length !== 0) throw new Error("the last line is not ended");
  return rows.slice(0, -1);
}

/** The same, each line an object by the header's titles. */
export function readCsvRecords(csv: string): Record<string, string>[] {
  const [header = [], ...lines] = readCsv(csv);
  return lines.map((line) => Object.fromEntries(header.map((title, place) => [title, line[place] ?? ""])));
}
