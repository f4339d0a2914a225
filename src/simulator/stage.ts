import { MaxUint256 } from "ethers";
import type { BaseContract } from "ethers";

import type {
  CommonStock,
  CommonStockFactory,
  ControlRegistry,
  DollarWithBlocklist,
  NoteLens,
  PromissoryNotes,
} from "../../typechain-types/index.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { CommonStockFactory__factory } from "../../typechain-types/factories/CommonStockFactory__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { NewYorkCalendar__factory } from "../../typechain-types/factories/NewYorkCalendar__factory.ts";
import { UTCCalendar__factory } from "../../typechain-types/factories/UTCCalendar__factory.ts";
import { DollarWithBlocklist__factory } from "../../typechain-types/factories/mocks/DollarWithBlocklist__factory.ts";
import type { TermsStruct } from "../../typechain-types/PromissoryNotes.ts";
import type { Zone } from "../calendar/calendars.ts";
import { deployNotes } from "../chain/deploy.ts";
import { factorsOf, UNSPLIT } from "../chain/signatures.ts";
import { termsOnChain } from "../chain/termsOnChain.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { termsOf } from "../terms/terms.ts";
import type { Terms } from "../terms/terms.ts";
import { COURIER } from "./actors.ts";
import type { Cast } from "./cast.ts";
import { ScenarioError, sheetsOf } from "./readScenario.ts";
import type { Scenario } from "./readScenario.ts";
import { refusalOf } from "./refusal.ts";
import { signingWith } from "./signing.ts";
import type { Sign } from "./signing.ts";
import { holdAt, moveTo, openAccount, sendAs } from "./simulatedChain.ts";
import type { Call, SimulatedChain } from "./simulatedChain.ts";

/** Currency of every account, in its smallest unit: more than all the charges a note can have. */
const ENOUGH = 2n ** 112n;

/** Contracts that do not depend on who the parties are. */
export interface Contracts {
  readonly notes: PromissoryNotes;
  readonly lens: NoteLens;
  readonly calendars: Readonly<Record<Zone, string>>;
  /** Makes stocks, and vouches for them to their predecessors. */
  readonly stocks: CommonStockFactory;
}

/** Everyone and everything around a note. */
interface Surroundings extends Contracts {
  readonly chain: SimulatedChain;
  readonly cast: Cast;
  readonly sign: Sign;
  readonly currency: DollarWithBlocklist;
  readonly registry: ControlRegistry;
  /** The newest stock of its line; null if no terms of the scenario give a right of conversion. */
  readonly stock: CommonStock | null;
  /** Those it has replaced, the first of the line first. */
  readonly formerStocks: readonly CommonStock[];
}

/** One note on the chain, with everyone and everything around it. */
export interface Stage extends Surroundings {
  readonly terms: Terms;
  /** The note's identifier. */
  readonly id: bigint;
  /** Block in which the note was made. */
  readonly madeIn: number;
  /** Second at which it was. */
  readonly madeAt: number;
  /** Identifiers of the notes it replaced, directly or not. */
  readonly replaced: readonly bigint[];
}

/** A transaction, and who sends it. */
export interface SentBy {
  readonly from: string;
  readonly call: Call;
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
    stocks: await new CommonStockFactory__factory(deployer).deploy(),
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
  contracts: Contracts,
  cast: Cast,
  scenario: Scenario,
): Promise<Stage> {
  const { sheet, control } = scenario;
  const { notes } = contracts;
  const terms = termsOf(sheet);
  const deployer = await chain.getSigner(0);
  const dawn = await dawnOf(chain, terms);
  await moveTo(chain, dawn);

  await holdAt(chain, dawn);
  const currency = await new DollarWithBlocklist__factory(deployer).deploy(terms.currency, terms.decimals);
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

  const stock = await issueStock(chain, contracts, cast, scenario, dawn);
  const sign = signingWith(chain, notes, cast);
  const surroundings: Surroundings = {
    ...contracts,
    chain,
    cast,
    sign,
    currency,
    registry,
    stock,
    formerStocks: [],
  };
  const { from, call } = await making(surroundings, scenario);
  await certain("making the note", () => sendAs(chain, from, call, dawn));
  return { ...surroundings, ...(await lastMade(surroundings)), terms, madeAt: dawn, replaced: [] };
}

/** The stage as it is once the note has been replaced by one on other terms, the last made. */
export async function stageAfterNovation(stage: Stage, sheet: TermSheet): Promise<Stage> {
  return { ...stage, ...(await lastMade(stage)), terms: termsOf(sheet), replaced: [...stage.replaced, stage.id] };
}

/** The stage as it is once its stock has been replaced by a successor. */
export async function stageAfterRecapitalization(stage: Stage): Promise<Stage> {
  const { chain, stock, formerStocks } = stage;
  if (stock === null) return stage;
  const successor = CommonStock__factory.connect(await stock.successor(), chain);
  return { ...stage, stock: successor, formerStocks: [...formerStocks, stock] };
}

/** What a term sheet states, as the contracts take it, between the parties of the scenario. */
export async function structOf(around: Surroundings, sheet: TermSheet): Promise<TermsStruct> {
  const { cast, currency, registry, stock, calendars } = around;
  return termsOnChain(termsOf(sheet), sheet, {
    borrower: cast.addressOf("borrower"),
    attestor: cast.addressOf("attestor"),
    currency: await addressOf(currency),
    calendar: calendars[sheet.calendar.zone],
    registry: await addressOf(registry),
    stock: stock && (await addressOf(stock)),
  });
}

/** Factors of the stock as they stand; all one for terms without a stock. */
export async function presentFactors({ stock }: Surroundings, { conversion }: TermSheet) {
  return conversion === undefined || stock === null ? UNSPLIT : await factorsOf(stock);
}

/** The maker makes the note, or signs it and another submits it. */
async function making(around: Surroundings, { sheet, signed }: Scenario): Promise<SentBy> {
  const { notes, cast, sign } = around;
  const terms = await structOf(around, sheet);
  const lender = cast.addressOf("lender");
  if (signed !== true) {
    const data = notes.interface.encodeFunctionData("make", [terms, lender]);
    return { from: cast.addressOf("borrower"), call: { to: notes, data } };
  }
  const stock = await presentFactors(around, sheet);
  const byMaker = await sign("borrower", "MakeNote", { terms, lender, againstPayment: false, stock });
  const data = notes.interface.encodeFunctionData("makeBySignature", [terms, lender, stock, byMaker]);
  return { from: cast.addressOf(COURIER), call: { to: notes, data } };
}

async function lastMade({ chain, notes }: Surroundings): Promise<{ id: bigint; madeIn: number }> {
  const [id, madeIn] = await Promise.all([notes.noteCount(), chain.getBlockNumber()]);
  return { id, madeIn };
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
  currency: DollarWithBlocklist,
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
  { notes, stocks }: Contracts,
  cast: Cast,
  scenario: Scenario,
  timestamp: number,
): Promise<CommonStock | null> {
  // the company's stock is there before a note that converts into it
  const conversion = sheetsOf(scenario)
    .map((sheet) => termsOf(sheet).conversion)
    .find((each) => each !== null);
  if (conversion == null) return null;
  const { name, symbol, authorized } = conversion.stock;
  const borrower = cast.addressOf("borrower");
  const made = await stocks.make.staticCall(name, symbol, borrower, authorized);
  const make = stocks.interface.encodeFunctionData("make", [name, symbol, borrower, authorized]);
  await sendAs(chain, borrower, { to: stocks, data: make }, timestamp);
  const stock = CommonStock__factory.connect(made, chain);
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
