import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { explain, readNote } from "allonge";
import { openActNote } from "allonge/acts";
import { useState } from "react";

import type { OpenChain } from "./openChain.ts";
import { useHead } from "./useHead.ts";

const RETRIES = 2;

/** A note with its log as of the chain's last block, read anew with each block; the one before is shown until then. */
export function useNote(chain: OpenChain, id: bigint) {
  const { data: head } = useHead(chain);
  const [progress, setProgress] = useState<number | null>(null);
  const query = useQuery({
    queryKey: ["note", chain.chainId, String(id), head?.hash],
    enabled: head !== undefined,
    placeholderData: keepPreviousData,
    // a contract that refuses will do so again
    retry: (failures, error) => explain(error) === null && failures < RETRIES,
    queryFn: () =>
      readNote(chain.contracts, id, {
        fromBlock: chain.record.startBlock,
        ...(head === undefined ? {} : { blockTag: head.number }),
        onProgress: setProgress,
      }),
  });
  return { ...query, progress };
}

/** The same note as acts are worked out on. */
export function useActNote(chain: OpenChain, id: bigint) {
  const { data: head } = useHead(chain);
  return useQuery({
    queryKey: ["act note", chain.chainId, String(id), head?.hash],
    enabled: head !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () => openActNote(chain.acts, id),
  });
}
