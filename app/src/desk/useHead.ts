import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { OpenChain } from "./openChain.ts";

/** The last block of a chain, and when this page heard of it. */
export interface Head {
  readonly number: number;
  readonly hash: string;
  /** Seconds since 1970-01-01T00:00:00Z, as the chain says. */
  readonly timestamp: number;
  /** Milliseconds of this page's own clock. */
  readonly heardAt: number;
}

const LOOK_EVERY_MILLISECONDS = 2000;

/** The chain's last block, looked at every two seconds; the error says why the chain does not answer. */
export function useHead(chain: OpenChain) {
  return useQuery({
    queryKey: ["head", chain.chainId],
    queryFn: async (): Promise<Head> => {
      const block = await chain.provider.getBlock("latest");
      if (block?.hash == null) throw new Error("the node names no latest block");
      return { number: block.number, hash: block.hash, timestamp: block.timestamp, heardAt: performance.now() };
    },
    refetchInterval: LOOK_EVERY_MILLISECONDS,
    retry: 0,
    // the same block heard again is the same head: what hangs on it is not read anew
    structuralSharing: (before, after) => {
      const [old, now] = [before as Head | undefined, after as Head];
      return old?.hash === now.hash ? old : now;
    },
  });
}

/** Looks at the chain at once, as after a transaction. */
export function useLookAgain(chain: OpenChain): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["head", chain.chainId] });
}

/**
 * What time it is on the chain, in whole seconds: the head's, and what has passed here since, as the chain's clock need not be this machine's.
 * Null until a block is known. Follows every second.
 */
export function useChainTime(chain: OpenChain): number | null {
  const { data: head } = useHead(chain);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      tick((count) => count + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  // eslint-disable-next-line react-hooks/purity -- the clock is what is shown
  return head === undefined ? null : head.timestamp + Math.floor((performance.now() - head.heardAt) / 1000);
}
