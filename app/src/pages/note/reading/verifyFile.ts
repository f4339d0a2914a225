import type { NoteOnChain } from "allonge";
import { verify } from "allonge/documents";
import type { Verdict } from "allonge/documents";

import type { OpenChain } from "../../../desk/openChain.ts";
import { documentFonts } from "../../../kit/documentFonts.ts";
import { noteDifference, symbolDifference } from "../../../../../src/chain/noteDifference.ts";
import { plainTerms } from "../../../../../src/chain/termsDifference.ts";

/** What a file is to a note, as the command line says it too: by its hashes, its terms, its place and its currency. */
export async function verifyFile(chain: OpenChain, note: NoteOnChain, bytes: Uint8Array): Promise<Verdict> {
  const [terms] = await chain.contracts.notes.termsOf(note.id);
  return await verify(
    bytes,
    {
      termSheet: terms.termSheet,
      document: terms.document,
      place: { chainId: BigInt(chain.chainId), contract: chain.record.contracts.PromissoryNotes, id: note.id },
      remark: (sheet) => symbolDifference(note.currency, sheet),
      difference: (sheet) => noteDifference(chain.acts, note.id, plainTerms(terms), sheet),
    },
    documentFonts,
  );
}
