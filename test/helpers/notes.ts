import { expect } from "chai";
import type { ContractTransactionResponse, Result } from "ethers";
import { encodeBytes32String, parseUnits, ZeroAddress, ZeroHash } from "ethers";
import { network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";

import { deployNotes } from "../../src/chain/deploy.ts";
import type { NoteRecord } from "../../src/chain/foldEvents.ts";
import type { PromissoryNotes, TermsStruct } from "../../typechain-types/PromissoryNotes.ts";
import { dayOf } from "../support/days.ts";
import { newYorkTime } from "./time.ts";

/** The terms of a note, as `make` takes them. */
export type Terms = TermsStruct;

/** What is owed on a day, in currency units. */
export interface Statement {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  readonly total: bigint;
}

/** The largest uint256, which stands for all. */
export const ALL = 2n ** 256n - 1n;

export const DATED = "2003-12-31";
export const MATURITY = "2007-01-01";

/** Ordinals of the contracts' enumerations, written out again so that a reordering is noticed. */
export const dayCounts = {
  ACT_365F: 0n,
  ACT_360: 1n,
  ACT_ACT_ISDA: 2n,
  THIRTY_360_BB: 3n,
  THIRTY_E_360: 4n,
  THIRTY_E_360_ISDA: 5n,
  NL_365: 6n,
} as const;
export const overdueBases = { principal: 0n, sumDue: 1n } as const;
export const statuses = [
  "outstanding",
  "due",
  "overdue",
  "default",
  "paid",
  "converted",
  "replaced",
  "released",
] as const;
export const endings = { none: 0n, paid: 1n, converted: 2n, replaced: 3n, released: 4n } as const;
export const facts = {
  voluntaryPetition: 0n,
  consentedPetition: 1n,
  adjudication: 2n,
  assignmentForCreditors: 3n,
  involuntaryPetition: 4n,
  judgment: 5n,
  nonPayment: 6n,
  assignment: 7n,
} as const;
export const reporters = { borrower: 0n, attestor: 1n, contract: 2n } as const;
export const chargeKinds = { lateFee: 0n, collectionCost: 1n } as const;
export const bases = { needsConsent: 0n, consent: 1n, affiliate: 2n, partyCannotHold: 3n, noteEnded: 4n } as const;

/** Names under which the contract itself records defaults (i) and (iv). */
export const NON_PAYMENT = encodeBytes32String("nonPayment");
export const ASSIGNMENT = encodeBytes32String("assignment");

/** Factors of a stock that was never split and has distributed nothing. */
export const UNSPLIT = {
  splitNumerator: 1n,
  splitDenominator: 1n,
  distributionNumerator: 1n,
  distributionDenominator: 1n,
};

/** Money of the sample's currency, six decimals. */
export function usd(amount: string): bigint {
  return parseUnits(amount, 6);
}

/** Shares of today in tokens, eighteen decimals. */
export function tokens(shares: string): bigint {
  return parseUnits(shares, 18);
}

/** The name of a fact. */
export function named(name: string): string {
  return encodeBytes32String(name);
}

/** A struct the chain answered, as an object of its fields. */
export function fieldsOf(struct: unknown): Record<string, unknown> {
  return (struct as Result).toObject();
}

type Connection = NetworkConnection<string>;

async function deployCompanies({ ethers }: Connection) {
  const signers = await ethers.getSigners();
  const [deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary, stranger, payer] =
    signers;
  if (!deployer || !borrower || !lender || !attestor || !registrar || !holdco || !sister) throw new Error("accounts");
  if (!parent || !subsidiary || !stranger || !payer) throw new Error("accounts");
  return {
    deployer,
    /** The maker, obligor at first. */
    borrower,
    /** The first holder. */
    lender,
    attestor,
    registrar,
    /** Controls the lender and its sister. */
    holdco,
    /** An affiliate of the lender. */
    sister,
    /** Controls the borrower. */
    parent,
    /** Controlled by the borrower. */
    subsidiary,
    stranger,
    /** Somebody with money who is no party. */
    payer,
  };
}

/**
 * Everything a note needs, deployed, on the day the sample is dated: the notes and their lens, both calendars, a currency of which
 * everybody has ten million and has approved all, a register of control, the borrower's stock.
 */
export async function deployWorld(connection: Connection) {
  const { ethers, networkHelpers } = connection;
  const people = await deployCompanies(connection);
  const { deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary } = people;
  await networkHelpers.time.increaseTo(newYorkTime(DATED));

  const { notes, lens } = await deployNotes(deployer);
  const calendar = await ethers.deployContract("NewYorkCalendar");
  const utc = await ethers.deployContract("UTCCalendar");
  const registry = await ethers.deployContract("ControlRegistry", [registrar]);
  const register = registry.connect(registrar);
  for (const [controller, controlled] of [
    [holdco, lender],
    [holdco, sister],
    [parent, borrower],
    [borrower, subsidiary],
  ] as const) {
    await register.recordControl(controller, controlled, "");
  }
  const currency = await ethers.deployContract("Dollar", ["USD", 6]);
  for (const person of Object.values(people)) {
    await currency.mint(person, usd("10000000"));
    await currency.connect(person).approve(notes, ALL);
  }
  const deployed = await ethers.deployContract("CommonStock", ["Common Stock", "IGI", borrower, tokens("60000000")]);
  const stock = deployed.connect(borrower);
  await stock.grantConversion(notes);

  /** The sample's terms. */
  const defaults: Terms = {
    borrower: borrower.address,
    attestor: attestor.address,
    currency: await currency.getAddress(),
    calendar: await calendar.getAddress(),
    registry: await registry.getAddress(),
    stock: await stock.getAddress(),
    principal: usd("203323.70"),
    rate: 7_750_000n,
    overdueRate: 9_000_000n,
    overdueBase: overdueBases.sumDue,
    dayCount: dayCounts.ACT_365F,
    prepaymentAllowed: false,
    extendDeadlines: true,
    affiliatesFree: true,
    dated: dayOf(DATED),
    maturity: dayOf(MATURITY),
    graceDays: 10,
    dismissalDays: 90,
    judgmentDays: 90,
    convertibleAfter: dayOf("2005-09-01"),
    convertibleUntil: 0,
    priceNumerator: usd("0.05"),
    priceDenominator: 1,
    document: "0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
    termSheet: ZeroHash,
  };
  return { ...people, connection, notes, lens, calendar, utc, registry, currency, stock, defaults };
}

type World = Awaited<ReturnType<typeof deployWorld>>;

/** Who can act: any account of the fixture. */
export type Account = World["lender"];

/** What a test reads and does; see `givenNotes`. */
export class Notes {
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The sample's terms, but for what is given. */
  terms(changes: Partial<Terms> = {}): Terms {
    return { ...this.world.defaults, ...changes };
  }

  /** The notes as an account calls them. */
  as(account: Account): PromissoryNotes {
    return this.world.notes.connect(account);
  }

  get byBorrower(): PromissoryNotes {
    return this.as(this.world.borrower);
  }

  get byLender(): PromissoryNotes {
    return this.as(this.world.lender);
  }

  get byAttestor(): PromissoryNotes {
    return this.as(this.world.attestor);
  }

  get byStranger(): PromissoryNotes {
    return this.as(this.world.stranger);
  }

  get byPayer(): PromissoryNotes {
    return this.as(this.world.payer);
  }

  /** Makes a note of the sample's terms, but for what is given; answers its identifier. */
  async make(changes: Partial<Terms> = {}, lender: Account = this.world.lender): Promise<bigint> {
    await this.as(this.world.borrower).make(this.terms(changes), lender);
    return await this.world.notes.noteCount();
  }

  /** Makes a note that can be converted by nobody. */
  async makePlain(changes: Partial<Terms> = {}): Promise<bigint> {
    return await this.make({ stock: ZeroAddress, ...changes });
  }

  /** Expects the notes to refuse an act with a custom error and its arguments. */
  async refused(act: Promise<unknown>, error: string, ...args: readonly unknown[]): Promise<void> {
    const refused = expect(act).to.be.revertedWithCustomError(this.world.notes, error);
    await (args.length === 0 ? refused : refused.withArgs(...args));
  }

  /** Expects the notes to emit an event with these arguments. */
  async told(act: Promise<unknown>, event: string, ...args: readonly unknown[]): Promise<void> {
    await expect(act)
      .to.emit(this.world.notes, event)
      .withArgs(...args);
  }

  /** Goes to a date and hour in New York; a block is mined there. */
  async on(date: string, clock = "12:00"): Promise<void> {
    await this.at(newYorkTime(date, clock));
  }

  /** Goes to a second; a block is mined there. */
  async at(timestamp: number): Promise<void> {
    await this.world.connection.networkHelpers.time.increaseTo(timestamp);
  }

  /** What is owed today. */
  async owed(id: bigint): Promise<Statement> {
    return fieldsOf(await this.world.notes.statementOf(id)) as unknown as Statement;
  }

  /** What would be owed on a date. */
  async owedOn(id: bigint, date: string): Promise<Statement> {
    return fieldsOf(await this.world.notes.statementOn(id, dayOf(date))) as unknown as Statement;
  }

  /** Where the note stands, by name. */
  async status(id: bigint): Promise<(typeof statuses)[number]> {
    const found = statuses[Number(await this.world.notes.statusOf(id))];
    if (found === undefined) throw new Error("no such status");
    return found;
  }

  async record(id: bigint): Promise<NoteRecord> {
    return fieldsOf(await this.world.notes.recordOf(id)) as unknown as NoteRecord;
  }

  /** Reports a fact by the borrower, unless another account is given. */
  async report(id: bigint, name: string, kind: bigint, occurred: string, by: Account = this.world.borrower) {
    return await this.as(by).report(id, named(name), kind, dayOf(occurred), "");
  }

  /** Admits a charge by the borrower, unless another account is given. */
  async charge(id: bigint, amount: bigint, by: Account = this.world.borrower): Promise<ContractTransactionResponse> {
    return await this.as(by).admitCharge(id, chargeKinds.collectionCost, amount, "");
  }
}

/** Everything the fixture deploys, and the words a test is written in. */
export type GivenNotes = World & Notes;

/**
 * The fixture of a test file: each test finds it fresh. Call it once, within the outermost `describe`.
 *
 * @param prepare What every test of the file starts from, beyond what `deployWorld` has.
 * @example
 * const given = givenNotes();
 * it("accrues", async () => {
 *   const id = await given.make({ rate: 5_000_000n });
 *   await given.on("2004-12-31");
 *   expect((await given.owed(id)).interest).to.equal(…);
 * });
 */
export function givenNotes(prepare?: (given: GivenNotes) => Promise<void>): GivenNotes {
  const given = Object.create(Notes.prototype) as GivenNotes;
  let connection: Connection;

  async function notesFixture() {
    const world = await freshWorld(connection);
    Object.assign(given, world);
    await prepare?.(given);
    return world;
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    Object.assign(given, await connection.networkHelpers.loadFixture(notesFixture));
  });

  return given;
}

async function freshWorld(connection: Connection) {
  const world = await deployWorld(connection);
  return { ...world, world };
}
