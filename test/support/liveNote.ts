import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { JsonRpcProvider, MaxUint256 } from "ethers";
import type { JsonRpcSigner } from "ethers";

import { deployContracts } from "../../src/simulator/stage.ts";
import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";

/** Milliseconds between two looks at a chain that mines at once. */
const POLLING_MILLISECONDS = 20;

/**
 * Deploys everything on a local client whose accounts are open, makes the note of a term sheet to the lender, gives everybody money, and
 * writes the deployment record to a folder of its own.
 *
 * @param url Of a client that is on or past the day the sheet is dated.
 * @param isAttested Whether the note has an attestor, though the sheet appoint none.
 */
export async function makeLiveNote(url: string, sheetJson: unknown, isAttested = true) {
  const sheet = parseTermSheet(sheetJson, "the sheet");
  const terms = termsOf(sheet);
  const provider = new JsonRpcProvider(url, undefined, { cacheTimeout: -1, pollingInterval: POLLING_MILLISECONDS });
  const { chainId } = await provider.getNetwork();
  const accounts = await provider.listAccounts();
  const account = (index: number): JsonRpcSigner => {
    const signer = accounts[index];
    if (signer === undefined) throw new Error(`the client has no account ${index}`);
    return signer;
  };
  const people = {
    deployer: account(0),
    borrower: account(1),
    lender: account(2),
    attestor: account(3),
    registrar: account(4),
    sister: account(5),
    subsidiary: account(6),
    stranger: account(7),
    payer: account(8),
  };
  const { deployer, borrower, lender, attestor, registrar, sister, subsidiary } = people;

  const startBlock = (await provider.getBlockNumber()) + 1;
  const { notes, lens, calendars, stocks } = await deployContracts(chainOf(provider));
  const registry = await new ControlRegistry__factory(deployer).deploy(registrar.address);
  const currency = await new Dollar__factory(deployer).deploy(sheet.currency.symbol, sheet.currency.decimals);
  for (const person of Object.values(people)) {
    await (await currency.mint(person.address, terms.principal * 100n)).wait();
    await (await currency.connect(person).approve(notes, MaxUint256)).wait();
  }
  for (const [controller, controlled] of [
    [sister, lender],
    [borrower, subsidiary],
  ] as const) {
    await (await registry.connect(registrar).recordControl(controller, controlled, "")).wait();
  }

  let stock: string | null = null;
  if (terms.conversion !== null) {
    const { name, symbol, authorized } = terms.conversion.stock;
    const make = stocks.connect(borrower).getFunction("make");
    stock = await make.staticCall(name, symbol, borrower.address, authorized);
    await (await make(name, symbol, borrower.address, authorized)).wait();
    await (await CommonStock__factory.connect(stock, borrower).grantConversion(notes)).wait();
  }
  const struct = termsOnChain(terms, sheet, {
    borrower: borrower.address,
    attestor: isAttested ? attestor.address : null,
    currency: await currency.getAddress(),
    calendar: calendars[sheet.calendar.zone],
    registry: await registry.getAddress(),
    stock,
  });
  await (await notes.connect(borrower).make(struct, lender.address)).wait();

  const deployments = await mkdtemp(join(tmpdir(), "allonge-deployments-"));
  const record = {
    chainId: Number(chainId),
    network: "localhost",
    startBlock,
    contracts: {
      PromissoryNotes: await notes.getAddress(),
      NoteLens: await lens.getAddress(),
      NewYorkCalendar: calendars["America/New_York"],
      UTCCalendar: calendars.UTC,
      ControlRegistry: await registry.getAddress(),
      CommonStockFactory: await stocks.getAddress(),
    },
    commit: "0000000000000000000000000000000000000000",
    compiler: { version: "0.8.37", evmVersion: "prague", viaIR: true, optimizerRuns: 5000 },
  };
  await writeFile(join(deployments, `${chainId}.json`), JSON.stringify(record, null, 2));

  return {
    url,
    provider,
    deployments,
    record,
    people,
    notes,
    lens,
    stocks,
    currency,
    registry,
    stock,
    sheet,
    terms,
    id: await notes.noteCount(),
    /** Forgets the folder and lets go of the client. */
    close: async () => {
      await provider.removeAllListeners();
      await rm(deployments, { recursive: true });
    },
  };
}

/** The client as the simulator wants a chain: ethers' signers by their place. */
function chainOf(provider: JsonRpcProvider) {
  return provider as unknown as Parameters<typeof deployContracts>[0];
}
