import { getAddress, zeroPadValue, toBeHex } from "ethers";
import { network } from "hardhat";

import type { ControlForest } from "../../typechain-types/ControlForest.ts";
import type { Connection } from "../helpers/world.ts";

/** Who sends transactions. */
export type Signer = Awaited<ReturnType<Connection["ethers"]["getSigners"]>>[number];

/** What a record says beside who controls whom. */
export interface Saying {
  /** The registrar, unless said. */
  readonly by?: Signer;
  readonly evidence?: string;
  /** First second at which it no longer counts; only by attestation. */
  readonly until?: number;
}

/** A register of control, however its registrar speaks. */
export interface Register {
  readonly contract: ControlForest;
  readonly registrar: Signer;
  readonly record: (controller: string, controlled: string, saying?: Saying) => Promise<unknown>;
  /** Revokes the control last recorded over a company. */
  readonly revoke: (controlled: string) => Promise<unknown>;
  /** Expects that there is no control over a company to revoke. */
  readonly expectNoneToRevoke: (controlled: string) => Promise<void>;
  /** What the end of control is told to rest on. */
  readonly evidenceOfEnd: string;
}

/** A kind of register, deployed for a registrar. */
export type Deploy<R extends Register = Register> = (connection: Connection, registrar: Signer) => Promise<R>;

/** A register and the chain it is on. */
export interface GivenRegister<R extends Register> {
  connection: Connection;
  register: R;
  stranger: Signer;
  /** A fresh register for the same registrar. */
  another: () => Promise<R>;
  /** Goes to a second; a block is mined there, and the next one is there too. */
  at: (timestamp: number) => Promise<void>;
  /** A second somewhat later than now. */
  later: () => Promise<number>;
}

export const EVIDENCE = "ipfs://filing";

/** A company without a key, told from others by its number. */
export function company(number: number): string {
  return getAddress(zeroPadValue(toBeHex(0xc0_0000 + number), 20));
}

/**
 * The fixture of a test file: each test finds the register empty.
 *
 * @example const given = givenRegister(deployDirect);
 */
export function givenRegister<R extends Register>(deploy: Deploy<R>): GivenRegister<R> {
  const given = {} as GivenRegister<R>;
  let connection: Connection;

  async function registerFixture() {
    const [registrar, stranger] = await connection.ethers.getSigners();
    if (registrar === undefined || stranger === undefined) throw new Error("accounts");
    const another = () => deploy(connection, registrar);
    return { connection, register: await another(), stranger, another, at, later };
  }

  async function at(timestamp: number) {
    const { time } = connection.networkHelpers;
    if ((await time.latest()) < timestamp) await time.increaseTo(timestamp);
    await time.setNextBlockTimestamp(timestamp);
  }

  async function later() {
    return (await connection.networkHelpers.time.latest()) + 1000;
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    Object.assign(given, await connection.networkHelpers.loadFixture(registerFixture));
  });

  return given;
}
