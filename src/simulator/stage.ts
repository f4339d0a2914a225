import { MaxUint256 } from "ethers";
import type { BaseContract } from "ethers";

import type { CommonStock, ControlRegistry, Dollar, NoteLens, PromissoryNotes } from "../../typechain-types/index.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { NewYorkCalendar__factory } from "../../typechain-types/factories/NewYorkCalendar__factory.ts";
import { UTCCalendar__factory } from "../../typechain-types/factories/UTCCalendar__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import type { Zone } from "../calendar/calendars.ts";
import { deployNotes } from "../chain/deploy.ts";
import { termsOnChain } from "../chain/termsOnChain.ts";
import { termsOf } from "../terms/terms.ts";
import type { Terms } from "../terms/terms.ts";
import type { Cast } from "./cast.ts";
import type { Scenario } from "./readScenario.ts";
import { ScenarioError } from "./readScenario.ts";
import { refusalOf } from "./refusal.ts";
import { holdAt, moveTo, openAccount, sendAs } from "./simulatedChain.ts";
import type { SimulatedChain } from "./simulatedChain.ts";

/** Currency of every account, in its smallest unit: more than all the charges a note can have. */
const ENOUGH = 2n ** 112n;

/** Contracts that do not depend on who the parties are. */
export interface Contracts {
  readonly notes: PromissoryNotes;
  readonly lens: NoteLens;
  readonly calendars: Readonly<Record<Zone, string>>;
}

/** One note on the chain, with everyone and everything around it. */
export interface Stage {
  readonly chain: SimulatedChain;
  readonly cast: Cast;
  readonly terms: Terms;
  readonly notes: PromissoryNotes;
  readonly lens: NoteLens;
  readonly registry: ControlRegistry;
  /** Null without a right of conversion. */
  readonly stock: CommonStock | null;
  /** The note's identifier. */
  readonly id: bigint;
  /** Block in which the note was made. */
  readonly madeIn: number;
  /** Second at which it was. */
  readonly madeAt: number;
}

/** Deploys what all notes share. */
export async function deployContracts(chain: SimulatedChain): Promise<Contracts> {
  const deployer = await chain.getSigner(0);
  const { notes, lens } = await deployNotes(deployer);
  return {
    notes,
    lens,
    calendars: {
      "America/New_York": await addressOf(await new NewYorkCalendar__factory(deployer).deploy()),
      UTC: await addressOf(await new UTCCalendar__factory(deployer).deploy()),
    },
  };
}

/**
 * Gives everyone an account with currency, records who controls whom, and makes the note in the first second of the day it is
 * dated.
 *
 * @throws ScenarioError naming the custom error, if a control or the note itself is refused.
 */
export async function setStage(
  chain: SimulatedChain,
  { notes, lens, calendars }: Contracts,
  cast: Cast,
  { sheet, control }: Scenario,
): Promise<Stage> {
  const terms = termsOf(sheet);
  const deployer = await chain.getSigner(0);
  const dawn = await dawnOf(chain, terms);
  await moveTo(chain, dawn);

  await holdAt(chain, dawn);
  const currency = await new Dollar__factory(deployer).deploy(terms.currency, terms.decimals);
  await holdAt(chain, dawn);
  const registry = await new ControlRegistry__factory(deployer).deploy(cast.addressOf("registrar"));
  for (const name of cast.names) await endow(chain, cast.addressOf(name), currency, notes, dawn);
  for (const [index, { controller, controlled }] of control.entries()) {
    const call = registry.interface.encodeFunctionData("recordControl", [
      cast.addressOf(controller),
      cast.addressOf(controlled),
      "",
    ]);
    await certain(`control.${index}`, () =>
      sendAs(chain, cast.addressOf("registrar"), { to: registry, data: call }, dawn),
    );
  }

  const stock = await issueStock(chain, cast, terms, notes, dawn);
  const termsStruct = termsOnChain(terms, sheet, {
    borrower: cast.addressOf("borrower"),
    attestor: cast.addressOf("attestor"),
    currency: await addressOf(currency),
    calendar: calendars[sheet.calendar.zone],
    registry: await addressOf(registry),
    stock: stock && (await addressOf(stock)),
  });
  const making = notes.interface.encodeFunctionData("make", [termsStruct, cast.addressOf("lender")]);
  await certain("making the note", () => sendAs(chain, cast.addressOf("borrower"), { to: notes, data: making }, dawn));
  const [id, madeIn] = await Promise.all([notes.noteCount(), chain.getBlockNumber()]);
  return { chain, cast, terms, notes, lens, registry, stock, id, madeIn, madeAt: dawn };
}

/** The first second of the day the note is dated; a chain cannot go back to one before its own first block. */
async function dawnOf(chain: SimulatedChain, { calendar, dated }: Terms): Promise<number> {
  const latest = await chain.getBlock("latest");
  const dawn = calendar.startOf(dated);
  const now = latest?.timestamp ?? dawn;
  if (calendar.dateOf(now) > dated) throw new ScenarioError("the chain is past the day the note is dated");
  return Math.max(dawn, now);
}

async function endow(
  chain: SimulatedChain,
  account: string,
  currency: Dollar,
  notes: PromissoryNotes,
  timestamp: number,
): Promise<void> {
  await openAccount(chain, account);
  const mint = currency.interface.encodeFunctionData("mint", [account, ENOUGH]);
  await sendAs(chain, account, { to: currency, data: mint }, timestamp);
  const approve = currency.interface.encodeFunctionData("approve", [await addressOf(notes), MaxUint256]);
  await sendAs(chain, account, { to: currency, data: approve }, timestamp);
}

async function issueStock(
  chain: SimulatedChain,
  cast: Cast,
  { conversion }: Terms,
  notes: PromissoryNotes,
  timestamp: number,
): Promise<CommonStock | null> {
  if (conversion === null) return null;
  const { name, symbol, authorized } = conversion.stock;
  const borrower = cast.addressOf("borrower");
  const deployer = await chain.getSigner(0);
  await holdAt(chain, timestamp);
  const stock = await new CommonStock__factory(deployer).deploy(name, symbol, borrower, authorized);
  const grant = stock.interface.encodeFunctionData("grantConversion", [await addressOf(notes)]);
  await sendAs(chain, borrower, { to: stock, data: grant }, timestamp);
  return stock;
}

async function certain(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new ScenarioError(`${what}: refused with ${refusalOf(error)}`);
  }
}

function addressOf(contract: BaseContract): Promise<string> {
  return contract.getAddress();
}
