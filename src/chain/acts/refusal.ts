import { Interface } from "ethers";
import type { InterfaceAbi } from "ethers";

import { ICommonStockFactory__factory } from "../../../typechain-types/factories/interfaces/ICommonStockFactory__factory.ts";
import { ICommonStock__factory } from "../../../typechain-types/factories/interfaces/ICommonStock__factory.ts";
import { IHeldPayments__factory } from "../../../typechain-types/factories/interfaces/IHeldPayments__factory.ts";
import { IPromissoryNotes__factory } from "../../../typechain-types/factories/interfaces/IPromissoryNotes__factory.ts";
import { ActError } from "./act.ts";
import type { Figures } from "./noteOnChain.ts";

const CURRENCY_ERRORS = [
  "error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)",
  "error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)",
];

const ABIS: readonly InterfaceAbi[] = [
  IPromissoryNotes__factory.abi,
  ICommonStock__factory.abi,
  ICommonStockFactory__factory.abi,
  IHeldPayments__factory.abi,
  CURRENCY_ERRORS,
];

/** What a call reverted with, however deep a node or a library has put it; null if the error is no revert. */
export function revertDataOf(error: unknown): string | null {
  for (let inner = error; typeof inner === "object" && inner !== null;) {
    const { data, error: cause, info } = inner as { data?: unknown; error?: unknown; info?: unknown };
    if (typeof data === "string" && data.startsWith("0x")) return data;
    inner = data ?? cause ?? info ?? (inner as { cause?: unknown }).cause;
  }
  return null;
}

/** The custom error a call reverted with; null if it reverted with none that is known. */
export function customErrorOf(error: unknown): { readonly name: string; readonly args: readonly unknown[] } | null {
  const data = revertDataOf(error);
  if (data === null || data.length < 10) return null;
  for (const abi of ABIS) {
    const parsed = new Interface(abi).parseError(data);
    if (parsed !== null) return { name: parsed.name, args: [...parsed.args] as unknown[] };
  }
  return null;
}

/** A refusal by the chain, in one line. Nothing was sent. */
export class RefusedError extends ActError {
  override readonly name = "RefusedError";
  /** Name of the custom error; null if the chain gave none that is known. */
  readonly custom: string | null;

  constructor(message: string, custom: string | null) {
    super(message);
    this.custom = custom;
  }
}

/** What was thrown while an act was worked out, as what the user is to read: a refusal in one line, anything else as it is. */
export function refusedWith(error: unknown, _figures?: Figures): unknown {
  if (error instanceof ActError) return error;
  if (revertDataOf(error) === null) return error;
  const custom = customErrorOf(error);
  if (custom === null) return new RefusedError("refused, and the contract does not say why; nothing was sent", null);
  const values = custom.args.map(String).join(", ");
  return new RefusedError(`refused: ${custom.name}(${values}); nothing was sent`, custom.name);
}
