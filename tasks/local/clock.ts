import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { Calendar } from "../../src/calendar/calendar.ts";
import { calendarFor, localTimestamp } from "../../src/calendar/calendars.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";
import { run, UsageError } from "../command.ts";
import { reachNode } from "../live/reachNode.ts";

interface ClockArguments {
  readonly to: string;
  readonly at: string;
  readonly zone: string;
  readonly json: boolean;
}

/** `npx hardhat note clock --network X [--to DATE [--at HH:MM]] [--zone ZONE] [--json]` */
export default async function clockTask(
  { to, at, zone, json }: ClockArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    // declared as always there, which it is not
    const named = hre.globalOptions.network as string | undefined;
    if (named === undefined) throw new UsageError("--network: missing; name the network whose clock is meant");
    const calendar = calendarOf(zone);
    const wanted = to === "" ? null : secondOf(calendar, to, at);
    const { ethers } = await hre.network.create();
    const before = await reachNode(hre, named, () => timestampOf(ethers.provider));
    if (wanted !== null) {
      if (wanted <= before) throw new UsageError(`--to: the chain is at ${shown(calendar, before)} already`);
      await move(ethers.provider, wanted, named);
    }
    const timestamp = await timestampOf(ethers.provider);
    if (json) {
      return JSON.stringify({ network: named, zone, timestamp, on: isoOf(calendar.dateOf(timestamp)) }, null, 2);
    }
    return `${named} is at ${shown(calendar, timestamp)}`;
  });
}

interface Chain {
  send(method: string, params: unknown[]): Promise<unknown>;
  getBlock(tag: "latest"): Promise<{ readonly timestamp: number } | null>;
}

async function timestampOf(chain: Chain): Promise<number> {
  const block = await chain.getBlock("latest");
  if (block === null) throw new Error("the node answers no latest block");
  return block.timestamp;
}

async function move(chain: Chain, timestamp: number, network: string): Promise<void> {
  try {
    await chain.send("evm_setNextBlockTimestamp", [timestamp]);
    await chain.send("evm_mine", []);
  } catch (error) {
    throw new UsageError(`--to: nobody sets the clock of ${network}: ${(error as Error).message}`);
  }
}

function calendarOf(zone: string): Calendar {
  try {
    return calendarFor(zone);
  } catch (error) {
    throw new UsageError(`--zone: ${(error as RangeError).message}`);
  }
}

function secondOf(calendar: Calendar, to: string, at: string): number {
  let day;
  try {
    day = dayOf(to);
  } catch (error) {
    throw new UsageError(`--to: ${(error as RangeError).message}`);
  }
  try {
    return localTimestamp(calendar, day, at);
  } catch (error) {
    throw new UsageError(`--at: ${(error as RangeError).message}`);
  }
}

function shown(calendar: Calendar, timestamp: number): string {
  const written = new Intl.DateTimeFormat("en-CA", {
    timeZone: calendar.zone,
    dateStyle: "short",
    timeStyle: "medium",
    hourCycle: "h23",
  }).format(timestamp * 1000);
  return `${written.replace(",", "")} ${calendar.zone}`;
}
