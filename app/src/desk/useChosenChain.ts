import { useSyncExternalStore } from "react";
import { useLocation } from "wouter";

import { useChains } from "./DeskProvider.tsx";
import type { OpenChain } from "./openChain.ts";

const KEY = "allonge.chain";
const listeners = new Set<() => void>();

/**
 * The chain that a page is about: the one its address names, else the one last chosen, else the first. Null where the address names one that is not
 * known here, or there is none at all.
 */
export function useChosenChain(): OpenChain | null {
  const chains = useChains();
  const [location] = useLocation();
  const kept = useSyncExternalStore(subscribe, keptChain);
  const named = /^\/note\/([^/]+)/.exec(location)?.[1];
  if (named !== undefined) return chains.find(({ chainId }) => String(chainId) === named) ?? null;
  return chains.find(({ chainId }) => String(chainId) === kept) ?? chains[0] ?? null;
}

/** Chooses a chain, and remembers it. */
export function chooseChain(chainId: number): void {
  try {
    localStorage.setItem(KEY, String(chainId));
  } catch {
    // a browser that keeps nothing chooses anew each time
  }
  for (const listener of listeners) listener();
}

function keptChain(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
