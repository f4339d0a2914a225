import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { deployNotes } from "../../src/chain/deploy.ts";
import { LifePlayer__factory } from "../../typechain-types/factories/mocks/lives/LifePlayer__factory.ts";
import { PEOPLE } from "./life.ts";

/** One more than there may be in a line, so that the last is refused. */
const STOCKS = 9;

/** What each of the people holds of the currency at first. */
export const CURRENCY_AT_FIRST = 1n << 160n;

/** Every contract a life is played on; deployed once, and left as it is by each life. */
export type Stage = Awaited<ReturnType<typeof setStage>>;

/** A stage on a chain of its own, which puts no limit on the gas of a call. */
export async function openStage(): Promise<Stage> {
  const override = { blockGasLimit: 1_000_000_000_000n, transactionGasCap: false } as const;
  return setStage(await network.create({ network: "past", override }));
}

/** Deploys the contracts, seats the people, and gives them currency and the approvals they need. */
async function setStage({ ethers }: NetworkConnection<string>) {
  const deployer = await ethers.provider.getSigner();
  const { notes, lens } = await deployNotes(deployer);
  const reader = await ethers.deployContract("LifeReader");
  const player = await new LifePlayer__factory(deployer).deploy(reader, PEOPLE.length);
  const seated = await player.people();
  const addresses: ReadonlyMap<string, string> = new Map(PEOPLE.map((name, place) => [name, seated[place]!]));
  const addressOf = (name: string) => addresses.get(name)!;

  const calendarOver = async (name: string) =>
    ethers.deployContract("SetCalendar", [await ethers.deployContract(name)]);
  const calendars: ReadonlyMap<string, string> = new Map([
    ["America/New_York", await (await calendarOver("NewYorkCalendar")).getAddress()],
    ["UTC", await (await calendarOver("UTCCalendar")).getAddress()],
  ]);
  const currency = await ethers.deployContract("BlockingDollar", [addressOf("issuer")]);
  const registry = await ethers.deployContract("ControlRegistry", [addressOf("registrar")]);
  const factory = await ethers.deployContract("CommonStockFactory");
  const stocks: string[] = [];
  for (let generation = 1; generation <= STOCKS; generation++) {
    const named = [`Stock ${generation}`, `STOCK${generation}`, addressOf("borrower"), 0n] as const;
    stocks.push(await factory.make.staticCall(...named));
    await factory.make(...named);
  }
  const stock = await ethers.getContractAt("CommonStock", stocks[0]!);

  const prepare = async (by: string, target: { getAddress(): Promise<string> }, data: string) =>
    player.prepare(PEOPLE.indexOf(by as (typeof PEOPLE)[number]), await target.getAddress(), data);
  for (const name of PEOPLE) {
    await currency.mint(addressOf(name), CURRENCY_AT_FIRST);
    await prepare(
      name,
      currency,
      currency.interface.encodeFunctionData("approve", [await notes.getAddress(), (1n << 256n) - 1n]),
    );
  }
  await prepare("borrower", stock, stock.interface.encodeFunctionData("grantConversion", [await notes.getAddress()]));

  return {
    provider: ethers.provider,
    addressOf,
    calendarOf: (zone: string) => calendars.get(zone)!,
    player: await player.getAddress(),
    notes: await notes.getAddress(),
    lens: await lens.getAddress(),
    /** The first stock, and those that may succeed it in turn. */
    stocks,
    registry: await registry.getAddress(),
    currency: await currency.getAddress(),
  };
}
