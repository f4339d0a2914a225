import { isAddress } from "ethers";

import { sameAddress } from "../terms/sameAddress.ts";
import type { Attachment } from "./document.ts";

/** Where a note is kept: a number in a contract on a chain. It is no part of the terms, and known only once the note is made. */
export interface NotePlace {
  readonly chainId: bigint;
  /** Address of PromissoryNotes. */
  readonly contract: string;
  /** Number of the note, from one. */
  readonly id: bigint;
}

/** The name under which a document carries the place of its note. */
export const NOTE_PLACE_FILE = "note.json";

/** The only way it is written, so that nothing else can hide in it. */
const WRITTEN = /^\{"chainId":"([1-9]\d{0,77})","contract":"(0x[0-9a-fA-F]{40})","id":"([1-9]\d{0,18})"\}$/;

/** The place as a document carries it, from which `verify` writes the document anew. */
export function notePlaceAttachment({ chainId, contract, id }: NotePlace): Attachment {
  return {
    name: NOTE_PLACE_FILE,
    mediaType: "application/json",
    text: JSON.stringify({ chainId: String(chainId), contract, id: String(id) }),
    description: "The note this text is of, by chain, contract and number.",
  };
}

/** The place that an attachment's text names; null if it names none. */
export function notePlaceIn(text: string): NotePlace | null {
  const [, chainId, contract, id] = WRITTEN.exec(text) ?? [];
  if (chainId === undefined || contract === undefined || id === undefined || !isAddress(contract)) return null;
  return { chainId: BigInt(chainId), contract, id: BigInt(id) };
}

/**
 * The place in words.
 *
 * @example placeInWords({ chainId: 1n, contract, id: 7n }) // "note 7 of contract 0x…, chain 1"
 */
export function placeInWords({ chainId, contract, id }: NotePlace): string {
  return `note ${id} of contract ${contract}, chain ${chainId}`;
}

/** Whether two places are one. */
export function isSamePlace(a: NotePlace, b: NotePlace): boolean {
  return a.chainId === b.chainId && a.id === b.id && sameAddress(a.contract, b.contract);
}
