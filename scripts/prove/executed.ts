import { randomBytes } from "node:crypto";

import { network } from "hardhat";

import { civil, dayOf, isoOf } from "../../src/math/civilDate.ts";
import type { Compiled } from "./compile.ts";

/** What was run and held, and in how many cases. */
export interface Run {
  readonly name: string;
  readonly notice: string;
  readonly held: boolean;
  readonly said: string;
  readonly cases: number;
  readonly seconds: number;
}

const END = dayOf("2201-01-01");
const QUOTIENTS = 6000;

/** Runs what no proof covers, or what ties a transcription to the code. */
export async function execute(compiled: readonly Compiled[]): Promise<Run[]> {
  const { ethers } = await network.create("past");
  const deploy = async (name: string) => {
    const contract = compiled.find((candidate) => candidate.name === name);
    if (contract === undefined) throw new Error(`no contract ${name}`);
    const [signer] = await ethers.getSigners();
    return { contract, deployed: await new ethers.ContractFactory(contract.abi, contract.bytecode, signer).deploy() };
  };

  const { contract, deployed } = await deploy("EveryDay");
  // days to a call: as many as the gas of a transaction suffices for
  const everyDay = (name: string, step: number) =>
    timed(`EveryDay.${name}`, contract.notices.get(name) ?? "", END, async () => {
      for (let first = 0; first < END; first += step) {
        if (first % (100 * step) === 0) console.error(`EveryDay.${name}: ${isoOf(first)}`);
        await deployed.getFunction(`${name}From`).staticCall(first, Math.min(step, END - first));
      }
    });
  const mulDiv = await deploy("MulDiv");
  return [
    await everyDay("theDateGivesTheDayBack", 1000),
    await everyDay("theYearFractionNeverFalls", 150),
    await everyDay("thePartsMakeTheWhole", 400),
    await everyDay("aDayOfNewYorkBeginsInItself", 1000),
    await timed(
      "src/math/civilDate.ts",
      "The TypeScript model gives every day of 1900 to 2200 the date JavaScript gives, and the day back.",
      END - dayOf("1900-01-01"),
      () => {
        modelDates();
        return Promise.resolve();
      },
    ),
    await timed(
      "MulDiv.quotients",
      "The code of mulDiv gives the floor of x · y / d, as the lemmas say.",
      QUOTIENTS,
      async () => {
        for (let done = 0; done < QUOTIENTS; done += 1000) {
          const [x, y, d] = divisions(1000);
          const found = (await mulDiv.deployed.getFunction("quotients").staticCall(x, y, d)) as bigint[];
          found.forEach((q, i) => {
            if (q !== (at(x, i) * at(y, i)) / at(d, i))
              throw new Error(`mulDiv(${[at(x, i), at(y, i), at(d, i)].join(", ")})`);
          });
        }
      },
    ),
  ];
}

function modelDates(): void {
  for (let day = dayOf("1900-01-01"); day < END; ++day) {
    const { year, month, day: dayOfMonth } = civil(day);
    const date = new Date(day * 86_400_000);
    const same = date.getUTCFullYear() === year && date.getUTCMonth() + 1 === month && date.getUTCDate() === dayOfMonth;
    if (!same || dayOf(isoOf(day)) !== day) throw new Error(`day ${day}`);
  }
}

/** Factors and divisors of every width, with a quotient that fits. */
function divisions(count: number): [bigint[], bigint[], bigint[]] {
  const [xs, ys, ds]: [bigint[], bigint[], bigint[]] = [[], [], []];
  while (xs.length < count) {
    const [x, y, odd] = [number(), number(), number() | 1n];
    const d = (odd << BigInt(randomBytes(1)[0] ?? 0)) % 2n ** 256n;
    if (d <= (x * y) >> 256n) continue;
    xs.push(x);
    ys.push(y);
    ds.push(d);
  }
  return [xs, ys, ds];
}

function number(): bigint {
  const [width = 0, ...bytes] = randomBytes(33);
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`) >> BigInt(width);
}

function at(values: readonly bigint[], index: number): bigint {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value ${index}`);
  return value;
}

async function timed(name: string, notice: string, cases: number, work: () => Promise<void>): Promise<Run> {
  const begun = performance.now();
  let said = "";
  try {
    await work();
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  return { name, notice, held: said === "", said, cases, seconds: (performance.now() - begun) / 1000 };
}
