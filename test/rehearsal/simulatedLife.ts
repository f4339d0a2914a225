import type { Provider } from "ethers";
import hre from "hardhat";

import { readHistory } from "../../src/chain/noteHistory.ts";
import { tellHistory } from "../../src/chain/tellHistory.ts";
import { unpackTerms } from "../../src/chain/termsCodec.ts";
import { plainEvent } from "../../src/chain/acts/told.ts";
import { castOf } from "../../src/simulator/cast.ts";
import { parseScenario } from "../../src/simulator/readScenario.ts";
import { createSimulator } from "../../src/simulator/simulator.ts";
import type { PlayedStep } from "../../src/simulator/simulator.ts";
import { openPastChain } from "../../tasks/pastChain.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import { isoOf } from "../support/days.ts";
import { newYorkDayOf } from "../support/newYork.ts";

const DECIMALS = 6;

/** What a history tells of an event, whichever chain it is on: addresses by whose they are. */
export interface EventTold {
  readonly on: string;
  readonly event: string;
  readonly by: string | null;
  readonly sentence: string;
  readonly figures: unknown;
}

/** The life of the rehearsal, as the simulator plays it on the same sheet. */
export async function simulate(sheet: unknown, timeline: readonly unknown[]) {
  const scenario = await parseScenario({ title: "the rehearsal", terms: sheet, timeline }, "the rehearsal");
  const chain = await openPastChain(hre);
  const { steps, asExpected } = await (await createSimulator(chain)).play(scenario);
  if (!asExpected) throw new Error(`the simulator played it otherwise: ${JSON.stringify(steps)}`);
  const cast = castOf(scenario);
  const names = { [cast.addressOf("lender")]: "lender", [cast.addressOf("borrower")]: "borrower" };
  return { steps, events: withNames(await eventsOn(chain), names) };
}

export type SimulatedLife = Readonly<{ steps: readonly PlayedStep[]; events: readonly EventTold[] }>;

async function eventsOn(chain: Provider): Promise<EventTold[]> {
  const made = PromissoryNotes__factory.createInterface().getEvent("NoteMade").topicHash;
  const [log] = await chain.getLogs({ fromBlock: 0, topics: [made] });
  if (log === undefined) throw new Error("the simulator made no note");
  const history = await readHistory(PromissoryNotes__factory.connect(log.address, chain), 1n, { fromBlock: 0 });
  return tellHistory(history, DECIMALS).map(({ event, by, sentence }) => ({
    on: isoOf(newYorkDayOf(event.timestamp)),
    event: event.name,
    by,
    sentence,
    figures: plainEvent(event).args,
  }));
}

/** What is to be compared of events, and every address in them as whose it is, also inside of the packed terms. */
export function withNames(events: readonly EventTold[], names: Readonly<Record<string, string>>): EventTold[] {
  const [first] = events;
  const { terms: packed } = (first?.figures ?? {}) as { terms: string };
  const { currency, calendar, registry, stock, attestor } = unpackTerms(packed).terms;
  const all = {
    ...names,
    ...{ [currency]: "currency", [calendar]: "calendar", [registry]: "registry", [stock]: "stock" },
    [attestor]: "attestor",
  };
  const text = Object.entries(all).reduce(
    (told, [address, name]) => told.replaceAll(new RegExp(`(0x)?${address.slice(2)}`, "gi"), `<${name}>`),
    JSON.stringify(events.map(({ on, event, by, sentence, figures }) => ({ on, event, by, sentence, figures }))),
  );
  return JSON.parse(text) as EventTold[];
}
