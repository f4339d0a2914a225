import AxeBuilder from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { connectContracts, dayOf, newYorkCalendar, readNote } from "allonge";
import type { NoteOnChain } from "allonge";
import { preview } from "vite";

import { freePort } from "../../scripts/clients/anvil.ts";
import { deskConfigOf, withDesk } from "../../scripts/desk/deskFile.ts";
import { startSampleChain } from "../../scripts/desk/sampleChain.ts";
import type { Era, SampleChain } from "../../scripts/desk/sampleChain.ts";
import { openWallet } from "./wallet.ts";
import type { TestWallet } from "./wallet.ts";

/** The built page, served beside a chain of its own with the sample note on it. */
export interface Desk extends SampleChain {
  /** Of the page. */
  readonly page: string;
  /** Of the sample note's own page. */
  readonly note: string;
  /** The note as the contracts tell it now. */
  readonly read: () => Promise<NoteOnChain>;
  /** Moves the chain's clock to an hour of a day in New York; noon unless given. */
  readonly on: (iso: string, hour?: number) => Promise<void>;
}

type Part = keyof SampleChain["people"];

interface Fixtures {
  readonly past: Desk;
  readonly present: Desk;
  /** A page of its own in which a party has its wallet; a fresh browser context each. */
  readonly walletOf: (desk: Desk, part: Part) => Promise<{ readonly page: Page; readonly wallet: TestWallet }>;
}

interface Shared {
  readonly pastDesk: Desk;
  readonly presentDesk: Desk;
}

async function openDesk(era: Era): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const chain = await startSampleChain(era, await freePort());
  const config = deskConfigOf("Test chain", chain.url, chain.record);
  const server = await preview({
    configFile: "app/vite.config.ts",
    plugins: [withDesk(() => config)],
    preview: { port: await freePort(), strictPort: true, host: "127.0.0.1" },
    logLevel: "error",
  });
  const page = server.resolvedUrls?.local[0] ?? "";
  const { provider, record, id } = chain;
  const contracts = connectContracts(record.contracts, provider);
  const desk: Desk = {
    ...chain,
    page,
    note: `${page}#/note/${record.chainId}/${id}`,
    read: () => readNote(contracts, id, { fromBlock: record.startBlock }),
    on: async (iso, hour = 12) => {
      await provider.send("evm_setNextBlockTimestamp", [newYorkCalendar.startOf(dayOf(iso)) + hour * 3600]);
      await provider.send("evm_mine", []);
    },
  };
  const close = async () => {
    await server.close();
    provider.destroy();
    await chain.stop();
  };
  return { desk, close };
}

/** Lends a desk to a test, with the chain as it was at first. */
async function lend(desk: Desk, use: (desk: Desk) => Promise<void>): Promise<void> {
  const snapshot: unknown = await desk.provider.send("evm_snapshot", []);
  await use(desk);
  await desk.provider.send("evm_revert", [snapshot]);
}

async function shared(era: Era, use: (desk: Desk) => Promise<void>): Promise<void> {
  const { desk, close } = await openDesk(era);
  await use(desk);
  await close();
}

/* eslint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures one needs */
export const test = base.extend<Fixtures, Shared>({
  pastDesk: [async ({}, use) => shared("past", use), { scope: "worker" }],
  presentDesk: [async ({}, use) => shared("present", use), { scope: "worker" }],
  past: async ({ pastDesk }, use) => lend(pastDesk, use),
  present: async ({ presentDesk }, use) => lend(presentDesk, use),
  walletOf: async ({ browser }, use) => {
    const opened: Awaited<ReturnType<Browser["newContext"]>>[] = [];
    await use(async (desk, part) => {
      const context = await browser.newContext();
      opened.push(context);
      const page = await context.newPage();
      const wallet = await openWallet(page, desk, desk.people[part]);
      return { page, wallet };
    });
    for (const context of opened) await context.close();
  },
});

/** Nothing that axe finds wrong. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

export { expect };
