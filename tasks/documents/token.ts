import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { noteDifference, symbolDifference } from "../../src/chain/noteDifference.ts";
import { readCurrency } from "../../src/chain/readNote.ts";
import { plainTerms } from "../../src/chain/termsDifference.ts";
import type { NotePlace } from "../../src/documents/notePlace.ts";
import type { TokenHashes } from "../../src/documents/verify.ts";

/** What a note on a chain has on record, and where it is kept. */
export type Token = Required<TokenHashes>;

/** Reads it of a note on the chain that `--network` names. */
export async function tokenOf(hre: HardhatRuntimeEnvironment, id: string, deployments: string): Promise<Token> {
  const { openNote } = await import("../live/openNote.ts");
  const note = await openNote(hre, id, deployments);
  const [terms] = await note.notes.termsOf(note.id);
  const { contracts } = note.record;
  const place: NotePlace = { chainId: note.chainId, contract: contracts.PromissoryNotes, id: note.id };
  return {
    termSheet: terms.termSheet,
    document: terms.document,
    place,
    remark: async (sheet) => {
      const at = { blockTag: await note.provider.getBlockNumber() };
      return symbolDifference(await readCurrency(note.provider, terms.currency, at), sheet);
    },
    difference: (sheet) => noteDifference(note, note.id, plainTerms(terms), sheet),
  };
}
