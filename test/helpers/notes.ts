import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { ZeroAddress } from "ethers";
import { network } from "hardhat";

import type { NoteRecord } from "../../src/chain/foldEvents.ts";
import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";
import { dayOf } from "../support/days.ts";
import { newYorkTime } from "./time.ts";
import { chargeKinds, fieldsOf, named, statuses } from "./vocabulary.ts";
import { deployWorld } from "./world.ts";
import type { Connection, Terms, World } from "./world.ts";

/** Seconds that a machine may be slow by. */
const A_MOMENT = 45;

/** What is owed on a day, in currency units. */
export interface Statement {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  readonly total: bigint;
}

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

  /** Goes to a second, where a block is mined; stays where it is if a slow machine has passed it by a moment. */
  async at(timestamp: number): Promise<void> {
    const { time } = this.world.connection.networkHelpers;
    const past = (await time.latest()) - timestamp;
    if (past > A_MOMENT) throw new Error(`${String(past)} seconds ago: time does not go back`);
    if (past < 0) await time.increaseTo(timestamp);
  }

  /** Mines acts sent one after the other in one block, and tells which of them passed. Each names its gas, since none is tried out before. */
  async inOneBlock(...acts: (() => Promise<ContractTransactionResponse>)[]): Promise<boolean[]> {
    const { provider } = this.world.connection.ethers;
    await provider.send("evm_setAutomine", [false]);
    const sent: ContractTransactionResponse[] = [];
    for (const act of acts) sent.push(await act());
    await provider.send("evm_mine");
    await provider.send("evm_setAutomine", [true]);
    const receipts = await Promise.all(sent.map(({ hash }) => provider.getTransactionReceipt(hash)));
    expect(new Set(receipts.map((receipt) => receipt?.blockNumber)).size).to.equal(1);
    return receipts.map((receipt) => receipt?.status === 1);
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
