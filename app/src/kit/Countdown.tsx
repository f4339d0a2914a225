import type { OpenChain } from "../desk/openChain.ts";
import { useChainTime } from "../desk/useHead.ts";
import { countdown } from "./moments.ts";

/** How long it is until a moment, by the chain's clock. @param until Seconds since 1970-01-01T00:00:00Z. */
export function Countdown({ chain, until }: { readonly chain: OpenChain; readonly until: number }) {
  const now = useChainTime(chain);
  return <span className="countdown figure">{now === null ? "…" : countdown(until - now)}</span>;
}
