import { parseArgs } from "node:util";

import { createServer } from "vite";

import { deskConfigOf, withDesk } from "./deskFile.ts";
import { PARTS, startSampleChain } from "./sampleChain.ts";
import type { SampleChain } from "./sampleChain.ts";

const USAGE = `npm run app [-- OPTIONS]
  --present      the chain's clock begins now and the note is dated today; unless given, it begins on 2003-12-31
  --port N       where the page is served (default 5173)
  --rpc-port N   where the chain listens (default 8545)
  --help`;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = {
    present: { type: "boolean" },
    port: { type: "string" },
    "rpc-port": { type: "string" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const [port, rpcPort] = [portOf("port", values.port ?? "5173"), portOf("rpc-port", values["rpc-port"] ?? "8545")];

  // heard from the beginning, so that no chain is left behind
  const ended = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  say("starting a chain, and making the sample note on it …");
  const chain = await startSampleChain(values.present === true ? "present" : "past", rpcPort);
  try {
    await serveBeside(chain, port, ended);
  } finally {
    await chain.stop();
  }
  return 0;
}

async function serveBeside(chain: SampleChain, port: number, ended: Promise<void>): Promise<void> {
  const desk = deskConfigOf("Your own chain", chain.url, chain.record, { isOwn: true });
  const server = await createServer({
    configFile: "app/vite.config.ts",
    plugins: [withDesk(() => desk)],
    server: { port, strictPort: true, host: "127.0.0.1" },
    logLevel: "warn",
  });
  await server.listen();
  for (const part of PARTS) say(`  ${part.padEnd(12)} ${chain.people[part].address}`);
  say(
    `\n  The desk: http://127.0.0.1:${port}/#/note/${chain.record.chainId}/${chain.id}\n  Ctrl-C ends it, and the chain with it.`,
  );
  await ended;
  await server.close();
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new TypeError(`--${name}: "${text}" is no port`);
  return port;
}

try {
  process.exit(await main());
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
