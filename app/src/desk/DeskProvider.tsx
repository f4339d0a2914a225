import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import type { ReactNode } from "react";

import { loadDesk } from "./deskConfig.ts";
import { openChain } from "./openChain.ts";
import type { OpenChain } from "./openChain.ts";

const Desk = createContext<readonly OpenChain[]>([]);

/** Reads which chains there are before anything is shown. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const { data, error } = useQuery({ queryKey: ["desk"], queryFn: loadDesk, retry: false });
  const chains = useMemo(() => data?.map(openChain), [data]);
  if (error !== null) {
    return (
      <main className="page">
        <h1>The desk cannot be opened</h1>
        <p role="alert">{error.message}</p>
      </main>
    );
  }
  if (chains === undefined) return <p role="status">Opening the desk …</p>;
  return <Desk value={chains}>{children}</Desk>;
}

/** All chains the page knows. */
export function useChains(): readonly OpenChain[] {
  return useContext(Desk);
}

/** One of them; null if the page knows none of that number. */
export function useChain(chainId: number): OpenChain | null {
  return useChains().find((chain) => chain.chainId === chainId) ?? null;
}
