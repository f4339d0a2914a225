import { Contract } from "ethers";
import type { ContractRunner } from "ethers";

import type { CommonStock } from "../../typechain-types/CommonStock.ts";
import type { CommonStockFactory } from "../../typechain-types/CommonStockFactory.ts";
import type { ControlRegistry } from "../../typechain-types/ControlRegistry.ts";
import type { ICalendar } from "../../typechain-types/interfaces/ICalendar.ts";
import type { NoteLens } from "../../typechain-types/lens/NoteLens.ts";
import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";
import { commonStockAbi } from "../abi/CommonStock.ts";
import { commonStockFactoryAbi } from "../abi/CommonStockFactory.ts";
import { controlRegistryAbi } from "../abi/ControlRegistry.ts";
import { erc20PermitAbi } from "../abi/ERC20Permit.ts";
import { newYorkCalendarAbi } from "../abi/NewYorkCalendar.ts";
import { noteLensAbi } from "../abi/NoteLens.ts";
import { promissoryNotesAbi } from "../abi/PromissoryNotes.ts";

/** A currency: an ERC-20 token, with permit if it knows it. */
export type Currency = Pick<
  CommonStock,
  | "allowance"
  | "approve"
  | "balanceOf"
  | "connect"
  | "decimals"
  | "DOMAIN_SEPARATOR"
  | "getAddress"
  | "getFunction"
  | "interface"
  | "name"
  | "nonces"
  | "permit"
  | "runner"
  | "symbol"
  | "target"
  | "totalSupply"
  | "transfer"
  | "transferFrom"
>;

/** The contract of notes and the views over it, on one chain. */
export interface NoteContracts {
  readonly notes: PromissoryNotes;
  readonly lens: NoteLens;
}

/** Where the contracts of notes are, as a deployment record says. */
export interface ContractAddresses {
  readonly PromissoryNotes: string;
  readonly NoteLens: string;
}

// Typed contracts are connected through their published interface: a TypeChain factory would bring the bytecode along.

/**
 * Connects to the contract of notes.
 *
 * @param address Where it is.
 * @param runner A provider to read; a signer to act.
 * @example
 * const notes = connectNotes(record.contracts.PromissoryNotes, new JsonRpcProvider(url));
 * await notes.statusOf(1n); // 0n, outstanding
 */
export function connectNotes(address: string, runner: ContractRunner | null = null): PromissoryNotes {
  return new Contract(address, promissoryNotesAbi, runner) as unknown as PromissoryNotes;
}

/**
 * Connects to the views over the contract of notes.
 *
 * @param address Where they are.
 * @param runner A provider.
 * @example connectLens(record.contracts.NoteLens, provider)
 */
export function connectLens(address: string, runner: ContractRunner | null = null): NoteLens {
  return new Contract(address, noteLensAbi, runner) as unknown as NoteLens;
}

/**
 * Connects to both, as the reads want them.
 *
 * @param addresses `contracts` of a deployment record.
 * @param runner A provider to read; a signer to act.
 * @example
 * const contracts = connectContracts(record.contracts, provider);
 * const note = await readNote(contracts, 1n);
 */
export function connectContracts(addresses: ContractAddresses, runner: ContractRunner | null = null): NoteContracts {
  return { notes: connectNotes(addresses.PromissoryNotes, runner), lens: connectLens(addresses.NoteLens, runner) };
}

/**
 * Connects to a stock that notes convert into.
 *
 * @param address Where it is.
 * @param runner A provider to read; a signer to act.
 * @example (await connectStock(note.stock.address, provider).splitFactor()).numerator
 */
export function connectStock(address: string, runner: ContractRunner | null = null): CommonStock {
  return new Contract(address, commonStockAbi, runner) as unknown as CommonStock;
}

/**
 * Connects to the maker of stocks.
 *
 * @param address Where it is.
 * @param runner A provider to read; a signer to act.
 * @example connectStockFactory(record.contracts.CommonStockFactory, borrower)
 */
export function connectStockFactory(address: string, runner: ContractRunner | null = null): CommonStockFactory {
  return new Contract(address, commonStockFactoryAbi, runner) as unknown as CommonStockFactory;
}

/**
 * Connects to a register of who controls whom.
 *
 * @param address Where it is.
 * @param runner A provider to read; a signer to act.
 * @example await connectRegistry(record.contracts.ControlRegistry, provider).areAffiliates(one, other)
 */
export function connectRegistry(address: string, runner: ContractRunner | null = null): ControlRegistry {
  return new Contract(address, controlRegistryAbi, runner) as unknown as ControlRegistry;
}

/**
 * Connects to a calendar of a note.
 *
 * @param address Where it is.
 * @param runner A provider.
 * @example await connectCalendar(record.contracts.NewYorkCalendar, provider).dateOf(1125633600n) // 13028n
 */
export function connectCalendar(address: string, runner: ContractRunner | null = null): ICalendar {
  return new Contract(address, newYorkCalendarAbi, runner) as unknown as ICalendar;
}

/**
 * Connects to a currency.
 *
 * @param address Where it is.
 * @param runner A provider to read; a signer to act.
 * @example await connectCurrency(note.currency.address, borrower).approve(notes, amount)
 */
export function connectCurrency(address: string, runner: ContractRunner | null = null): Currency {
  return new Contract(address, erc20PermitAbi, runner) as unknown as Currency;
}
