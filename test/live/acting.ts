import type { JsonRpcSigner } from "ethers";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import type { WrittenOptions } from "../../src/chain/acts/actOptions.ts";
import type { ActName } from "../../src/chain/acts/catalogue.ts";
import { openActNote } from "../../src/chain/acts/actNote.ts";
import { accountOf, perform } from "../../src/chain/acts/perform.ts";
import { eventsOf } from "../../src/chain/acts/told.ts";
import { workOut } from "../../src/chain/acts/workOut.ts";
import { hardhatWith } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sampleSheet } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { dayOf } from "../support/days.ts";
import { makeLiveNote } from "../support/liveNote.ts";

/** 2003-12-31 16:00 in New York. */
export const SECOND_OF_MAKING = 1072904400;

const NOON_IN_NEW_YORK = 17 * 3600;
const POLL_MILLISECONDS = 10;

export type Live = Awaited<ReturnType<typeof makeLiveNote>>;
export type Person = keyof Live["people"];

/** The sample note on a client of its own for a test file; every test begins on the day it was made. */
export function givenLiveNote(sheet: unknown = sampleSheet()) {
  const given = {} as Acting;
  let snapshot: unknown;

  before(async function () {
    const anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
    const live = await makeLiveNote(anvil.url, sheet);
    Object.assign(given, actingOn(anvil, live));
    snapshot = await live.provider.send("evm_snapshot", []);
  });

  beforeEach(async function () {
    await given.live.provider.send("evm_revert", [snapshot]);
    snapshot = await given.live.provider.send("evm_snapshot", []);
  });

  after(async function () {
    await given.live.close();
    await given.anvil.stop();
  });

  return given;
}

export type Acting = ReturnType<typeof actingOn>;

function actingOn(anvil: Anvil, live: Live) {
  const { provider, people, deployments, id } = live;
  const chain = {
    ...live,
    chainId: BigInt(live.record.chainId),
  };
  const signer = (name: Person): JsonRpcSigner => people[name];
  const address = (name: Person): string => people[name].address;

  /** Moves the chain to noon of a day in New York, or an hour of it. */
  async function on(iso: string, hour = 12): Promise<void> {
    await provider.send("evm_setNextBlockTimestamp", [dayOf(iso) * 86_400 + NOON_IN_NEW_YORK + (hour - 12) * 3600]);
    await provider.send("evm_mine", []);
  }

  const open = (note = id) => openActNote(chain, note);

  /** Works an act out, as somebody, without sending it. */
  async function work(act: ActName, by: Person, options: WrittenOptions = {}, note = id) {
    const opened = await open(note);
    return await workOut(act, opened, address(by), new ActOptions(options, opened.figures.decimals));
  }

  /** Works an act out and sends it. */
  async function act(name: ActName, by: Person, options: WrittenOptions = {}, note = id) {
    const { plan } = await work(name, by, options, note);
    const done = await perform(provider, accountOf(signer(by), address(by)), plan, {
      pollMilliseconds: POLL_MILLISECONDS,
    });
    const after = await open(note);
    const events = eventsOf(done.receipt, live.record.contracts.PromissoryNotes);
    return { ...done, plan, events, note: after, state: after.state };
  }

  /** What the act is refused with: the error's message. */
  async function refusal(name: ActName, by: Person, options: WrittenOptions = {}, note = id): Promise<string> {
    const error: unknown = await work(name, by, options, note).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof Error ? error.message : "not refused";
  }

  /** Runs `npx hardhat note …` against this client. */
  function note(...args: string[]): Promise<Outcome> {
    return hardhatOn(anvil.url, "note", ...args, "--network", "localhost", "--deployments", deployments);
  }

  return { anvil, live, chain, on, open, work, act, refusal, note, signer, address };
}

/** Runs a Hardhat command that finds a client at a URL. */
export function hardhatOn(url: string, ...args: string[]): Promise<Outcome> {
  return hardhatWith({ LOCALHOST_URL: url }, ...args);
}
