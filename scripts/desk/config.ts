import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { parseDeploymentRecord } from "../../src/chain/parseDeploymentRecord.ts";
import { deskConfigOf } from "./deskFile.ts";

const USAGE = `npm run app:config -- --rpc URL --record FILE [OPTIONS]
  --rpc URL        where the chain's node is asked, by the visitor's browser
  --record FILE    deployment record, such as deployments/11155111.json
  --name NAME      what the chain is called; the record's network unless given
  --explorer URL   a block explorer for links to accounts and transactions; none unless given
  --out FILE       app/dist/desk.json unless given
  --help`;

function main(): void {
  const options = {
    rpc: { type: "string" },
    record: { type: "string" },
    name: { type: "string" },
    explorer: { type: "string" },
    out: { type: "string" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    console.error(USAGE);
    return;
  }
  const rpc = addressOf("rpc", values.rpc);
  const explorer = values.explorer === undefined ? null : addressOf("explorer", values.explorer);
  if (values.record === undefined) throw new TypeError("--record: missing; name the chain's deployment record");
  const text = readFileSync(values.record, "utf8");
  const { network } = parseDeploymentRecord(text, values.record);
  const file = deskConfigOf(values.name ?? network, rpc, JSON.parse(text), { explorer });
  const out = values.out ?? "app/dist/desk.json";
  writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`);
  console.error(`wrote ${out}`);
}

function addressOf(option: string, text: string | undefined): string {
  if (text === undefined) throw new TypeError(`--${option}: missing`);
  if (!/^https?:\/\/[^\s/]/.test(text)) throw new TypeError(`--${option}: "${text}" is no http address`);
  return text;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
