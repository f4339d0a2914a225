import { MaxUint256 } from "ethers";
import type { BlockTag } from "ethers";

import type { NoteContracts } from "./contracts.ts";
import { addressOrNull } from "./termsFromChain.ts";
import type { ConversionPreview } from "./noteOnChain.ts";
import { previewFrom } from "./readNote.ts";

/** What is to be converted, in the currency's smallest unit. */
export interface ConversionRequest {
  readonly principal: bigint | "all";
  /** Admitted charges that go with it; none unless said. */
  readonly charges?: bigint | "all";
}

/**
 * What a conversion made now would come to, to the unit and the share, whether or not the window is open (`open` says). More than is owed is read as all.
 *
 * @param contracts Connected to a provider.
 * @param id The note.
 * @returns null without a right of conversion.
 * @throws The contract's `NoteUnknown` if no note has that number.
 * @example
 * const preview = await previewConversion(contracts, 1n, { principal: parseDecimal("100000", 6) });
 * preview.shares; // 2259465n on 2005-09-02
 */
export async function previewConversion(
  { notes, lens }: NoteContracts,
  id: bigint,
  { principal, charges = 0n }: ConversionRequest,
  { blockTag = "latest" }: { readonly blockTag?: BlockTag } = {},
): Promise<ConversionPreview | null> {
  const at = { blockTag };
  const [[terms], preview] = await Promise.all([
    notes.termsOf(id, at),
    lens.previewConversion(id, unitsOf(principal), unitsOf(charges), at),
  ]);
  return addressOrNull(terms.stock) === null ? null : previewFrom(preview);
}

function unitsOf(amount: bigint | "all"): bigint {
  return amount === "all" ? MaxUint256 : amount;
}
