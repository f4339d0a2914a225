import { network, tasks } from "hardhat";

import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import type { DayCountConvention } from "../../src/math/dayCount.ts";
import type { Day } from "../../src/math/civilDate.ts";
import type { Period } from "./periods.ts";

const PERIODS_A_CALL = 2_500;
const DAYS_A_CALL = 4_096;
const HOLIDAY = 128;

/** What the Solidity libraries and the calendar contract say. */
export interface Contracts {
  /** Numerators over the denominator of the convention. Days are from 1970-01-01 on. */
  numerators(convention: DayCountConvention, periods: readonly Period[]): Promise<readonly bigint[]>;
  /** By how many days each day from the first through the last is moved to be a business day. */
  rolls(first: Day, last: Day): Promise<readonly number[]>;
}

/** Compiles what has changed of them. */
export async function buildContracts(): Promise<void> {
  await tasks.getTask("build").run({ noTests: true, quiet: true });
}

/** Deploys them to a chain of their own, which puts no limit on the gas of a call. */
export async function openContracts(): Promise<Contracts> {
  const override = { blockGasLimit: 1_000_000_000_000n, transactionGasCap: false } as const;
  const { ethers } = await network.create({ network: "past", override });
  const counter = await ethers.deployContract("DayCountHarness");
  const reader = await ethers.deployContract("CalendarHarness");
  const calendar = await ethers.deployContract("NewYorkCalendar");

  return {
    async numerators(convention, periods) {
      const found: bigint[] = [];
      for (let from = 0; from < periods.length; from += PERIODS_A_CALL) {
        const part = periods.slice(from, from + PERIODS_A_CALL);
        const told = part.map(({ start, end, maturity }) => [start, end, maturity] as [number, number, number]);
        found.push(...(await counter.yearFractions(DAY_COUNT_CONVENTIONS.indexOf(convention), told)));
      }
      return found;
    },
    async rolls(first, last) {
      const found: number[] = [];
      for (let day = first; day <= last; day += DAYS_A_CALL) {
        const answer = await reader.rollsOfDays(calendar, day, Math.min(DAYS_A_CALL, last - day + 1));
        found.push(...Buffer.from(answer.slice(2), "hex").map((byte) => byte % HOLIDAY));
      }
      return found;
    },
  };
}
