import { readFileSync } from "node:fs";

const LEAST_PERCENT = 98;
const IS_COUNTED = (file: string) => file.startsWith("contracts/") && !file.startsWith("contracts/mocks/");

let lines = 0;
let covered = 0;
const uncovered: string[] = [];

for (const record of readFileSync("coverage/lcov.info", "utf8").split("end_of_record")) {
  const file = /^SF:(.+)$/m.exec(record)?.[1];
  if (file === undefined || !IS_COUNTED(file)) continue;
  for (const [, line, hits] of record.matchAll(/^DA:(\d+),(\d+)$/gm)) {
    lines += 1;
    if (hits === "0") uncovered.push(`${file}:${line ?? ""}`);
    else covered += 1;
  }
}

const percent = (100 * covered) / lines;
console.log(`lines of contracts/ covered, mocks aside: ${covered} of ${lines}, ${percent.toFixed(2)}%`);
for (const place of uncovered) console.log(`  not covered: ${place}`);
if (lines === 0 || percent < LEAST_PERCENT) {
  console.error(`below ${LEAST_PERCENT}%`);
  process.exitCode = 1;
}
