import { MaxUint256 } from "ethers";
import type { JsonRpcProvider, JsonRpcSigner } from "ethers";

import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { deployContracts } from "../../src/simulator/stage.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";

/** Who is who around a note, by accounts that the client opens. */
export interface Around {
  readonly deployer: JsonRpcSigner;
  readonly borrower: JsonRpcSigner;
  readonly lender: JsonRpcSigner;
  readonly registrar: JsonRpcSigner;
  /** Null for none. */
  readonly attestor: JsonRpcSigner | null;
  /** Whom money is given, a hundred times the principal. */
  readonly funded: readonly JsonRpcSigner[];
  /** Whether they let the notes take it. */
  readonly approves: boolean;
  /** Who controls whom, the one who controls first. */
  readonly control: readonly (readonly [JsonRpcSigner, JsonRpcSigner])[];
}

/**
 * Deploys everything on a local client whose accounts are open, and makes the note of a term sheet to the lender.
 *
 * @param provider Of a client that is on or past the day the sheet is dated.
 */
export async function makeNoteOnClient(provider: JsonRpcProvider, sheet: TermSheet, around: Around) {
  const { deployer, borrower, lender, registrar, attestor } = around;
  const terms = termsOf(sheet);
  const startBlock = (await provider.getBlockNumber()) + 1;
  const { notes, lens, calendars, stocks } = await deployContracts(provider);
  const registry = await new ControlRegistry__factory(deployer).deploy(registrar.address);
  const currency = await new Dollar__factory(deployer).deploy(sheet.currency.symbol, sheet.currency.decimals);
  for (const person of around.funded) {
    await (await currency.mint(person.address, terms.principal * 100n)).wait();
    if (around.approves) await (await currency.connect(person).approve(notes, MaxUint256)).wait();
  }
  for (const [controller, controlled] of around.control) {
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
    attestor: attestor?.address ?? null,
    currency: await currency.getAddress(),
    calendar: calendars[sheet.calendar.zone],
    registry: await registry.getAddress(),
    stock,
  });
  await (await notes.connect(borrower).make(struct, lender.address)).wait();
  const { chainId } = await provider.getNetwork();
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
  return { record, notes, lens, stocks, currency, registry, stock, terms, id: await notes.noteCount() };
}
