import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { summarizeNotes } from "allonge";
import type { NoteSummary } from "allonge";
import { useState } from "react";

import type { OpenChain } from "../../desk/openChain.ts";
import { useHead } from "../../desk/useHead.ts";
import { searchNotes } from "./searchNotes.ts";

/** On a chain that others use, blocks that pass before a list is read again. */
const READ_EVERY_BLOCKS = 5;

/**
 * The notes of a chain, the newest first, each as it stands.
 *
 * @param most How many are read; null for all.
 */
export function useNotes(chain: OpenChain, most: number | null) {
  const { data: head } = useHead(chain);
  const [progress, setProgress] = useState(0);
  const turn =
    head === undefined ? null : chain.isOwn ? head.hash : String(Math.floor(head.number / READ_EVERY_BLOCKS));
  const query = useQuery({
    queryKey: ["notes", chain.chainId, turn, most],
    enabled: head !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async (): Promise<NotesRead> => {
      if (head === undefined) throw new Error("no block is known yet");
      const found = [...(await searchNotes(chain, head, setProgress))].reverse();
      const wanted = most === null ? found : found.slice(0, most);
      return { count: found.length, notes: await summarizeNotes(chain.contracts, wanted, head.number) };
    },
  });
  return { ...query, progress };
}

/** What was read of a chain's notes. */
export interface NotesRead {
  /** How many there are. */
  readonly count: number;
  /** The newest of them. */
  readonly notes: readonly NoteSummary[];
}
