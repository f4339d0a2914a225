import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { unpackTerms } from "../../src/chain/termsCodec.ts";
import { formatMoney, formatShares } from "../../src/math/decimal.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { newYorkTime } from "../helpers/time.ts";
import { REGISTRAR } from "./deployer.ts";
import type { LifeClient } from "./lifeClients.ts";
import { dropping, tooManyRequests } from "./misfortunes.ts";
import { gather } from "./people.ts";
import type { People } from "./people.ts";
import { withNames } from "./simulatedLife.ts";
import type { EventTold } from "./simulatedLife.ts";

const SHEET = "terms/infinite-group-2003.json";
/** Ahead of any client's clock, and 84 years after the sample: the same weekdays, leap years and holidays. */
export const DATED = "2087-12-31";
const DAY_BEFORE = "2089-09-01";
const FIRST_DAY = "2089-09-02";
/** Maturity is New Year's Day. */
const LAST_DAY = "2091-01-02";

const DECIMALS = 6;
const CONVERTED = "100000";
const FUNDS = "200000";
/** Of the transactions that issue a note: the stock is made before, and the note after. */
const GRANTING = 2;
/** Of the transactions of a payment: it is approved before. */
const PAYING = 2;

/** What happens, as the simulator is told. */
export const TIMELINE = [
  { on: DATED, do: "look" },
  { on: DAY_BEFORE, at: "23:00", do: "convert", principal: CONVERTED, refused: true },
  { on: FIRST_DAY, at: "00:00", do: "look" },
  { on: FIRST_DAY, at: "00:00", do: "convert", principal: CONVERTED },
  { on: LAST_DAY, do: "look" },
  { on: LAST_DAY, do: "pay", amount: "all" },
];

/** A note as a command wrote it. */
type State = Readonly<Record<string, unknown>>;

interface Done {
  readonly events: readonly { readonly name: string; readonly args: Readonly<Record<string, string>> }[];
  readonly state: State;
}

/** What the deployer is told. */
export interface Deployed {
  readonly record: { readonly contracts: { readonly TestDollar: string } };
}

/** A note as it stands, and what the lender has of stock and money. */
export interface Look {
  readonly state: State;
  readonly shares: string;
  readonly money: string;
}

/** A client, on which a note is to live. */
export type Begun = Awaited<ReturnType<typeof begin>>;

/** What became of a note, act by act. */
export type Lived = Awaited<ReturnType<Begun["live"]>>;

/** Starts a client, gathers the people, and moves the clock to the day the note is to be made. */
export async function begin({ start, killAndStartAgain }: LifeClient) {
  const folder = await mkdtemp(join(tmpdir(), "allonge-life-"));
  let client = await start(folder);
  const { url } = client;
  const people = await gather(url, folder);
  await moveTo(people, DATED, "12:00");
  const again = async () => {
    if (killAndStartAgain === null) return null;
    const height = await people.provider.getBlockNumber();
    client = await killAndStartAgain(client, folder, height);
    return height - (await people.provider.getBlockNumber());
  };
  const recorded = ["--deployments", join(folder, "deployments"), "--json"];
  const deploying = ["deploy", "--test-dollar", "--registrar", REGISTRAR, ...recorded, "--yes"];
  return {
    /** Begins to deploy: `underway` once the command has built and sends, `done` once all is there. */
    deploy: () => {
      const done = people.told<Deployed>("deployer", ...deploying);
      return { underway: Promise.race([done, people.hasSent("deployer")]), done };
    },
    live: ({ record }: Deployed) => {
      const currency = record.contracts.TestDollar;
      return liveOn({ url, folder, people, recorded, currency, killAndStartAgain: again });
    },
    end: async () => {
      await client.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Scene {
  readonly url: string;
  readonly folder: string;
  readonly people: People;
  /** Options by which a command finds the contracts, and is to write JSON. */
  readonly recorded: readonly string[];
  readonly currency: string;
  /** How many blocks are lost thereby; null if the client would lose them all, and runs on. */
  readonly killAndStartAgain: () => Promise<number | null>;
}

/** A note's life, by the commands of those it concerns, who meet with misfortunes. */
async function liveOn(scene: Scene) {
  const { url, people, recorded } = scene;
  const { provider, told, attempt, addressOf } = people;
  const ofNote = ["--id", "1", ...recorded];
  const { sheet, unfinished, issued } = await make(scene);
  const { stock } = unpackTerms(issued.events[0]?.args["terms"] ?? "").terms;
  const look = async (state: State): Promise<Look> => {
    const lender = addressOf("lender");
    const shares = await CommonStock__factory.connect(stock, provider).balanceOf(lender);
    const money = await Dollar__factory.connect(scene.currency, provider).balanceOf(lender);
    return { state, shares: formatShares(shares), money: formatMoney(money, DECIMALS) };
  };
  const made = await look(issued.state);

  await moveTo(people, DAY_BEFORE, "23:00");
  const convert = ["convert", "--principal", CONVERTED, ...ofNote, "--yes"];
  const tooEarly = await attempt("lender", convert);

  const clock = await told<{ timestamp: number }>("lender", "clock", "--to", FIRST_DAY, "--at", "00:00", "--json");
  const opened = await look(await told("lender", "show", ...ofNote));
  const busy = await tooManyRequests(1, "asked", url);
  const refused = await attempt("lender", convert, busy.url);
  await busy.stop();
  const converted = await look((await told<Done>("lender", ...convert)).state);

  const lost = await scene.killAndStartAgain();
  // a client that is started again has the chain's clock only in its blocks, and must be told the time
  await moveTo(people, LAST_DAY, "12:00");
  const matured = await look(await told("borrower", "show", ...ofNote));
  const pay = ["pay", "--amount", "all", ...ofNote, "--yes"];
  const forgetful = await dropping(PAYING, url, provider);
  const dropped = await attempt("borrower", pay, forgetful.url);
  await forgetful.stop();
  const paid = await look((await told<Done>("borrower", ...pay)).state);

  const names = { [addressOf("lender")]: "lender", [addressOf("borrower")]: "borrower" };
  const history = withNames(await told<EventTold[]>("lender", "history", ...ofNote), names);
  return {
    ...{ sheet, unfinished, tooEarly, clock, refused, lost, dropped, history },
    looks: { made, opened, converted, matured, paid },
    sent: await people.leave(),
  };
}

/** The deployer gives the borrower money; the borrower issues the note, at the second attempt. */
async function make({ url, folder, people, recorded, currency }: Scene) {
  const { told, attempt, addressOf } = people;
  await told("deployer", "fund", "--to", addressOf("borrower"), "--amount", FUNDS, ...recorded);

  const out = join(folder, "sheet.json");
  const accounts = ["--lender", addressOf("lender"), "--attestor", addressOf("attestor"), "--currency", currency];
  const issue = ["issue", SHEET, "--rebase", DATED, "--out", out, ...accounts, ...recorded, "--yes"];
  const busy = await tooManyRequests(GRANTING, "taken", url);
  const unfinished = await attempt("borrower", [...issue, "--timeout", "2"], busy.url);
  await busy.stop();
  const issued = await told<Done>("borrower", ...issue);
  const sheet: unknown = JSON.parse(await readFile(out, "utf8"));
  return { sheet, unfinished, issued };
}

async function moveTo({ provider }: People, date: string, clock: string): Promise<void> {
  await provider.send("evm_setNextBlockTimestamp", [newYorkTime(date, clock)]);
  await provider.send("evm_mine", []);
}
