import { useQuery } from "@tanstack/react-query";
import { blo } from "blo";

import type { OpenChain } from "../desk/openChain.ts";
import { shortened } from "../../../src/wording/shortened.ts";
import { Copy } from "./Copy.tsx";

const ETHEREUM = 1;

/** The picture by which an address is told from another at a glance. */
export function Blockie({ address }: { readonly address: string }) {
  return <img className="blockie" src={blo(address as `0x${string}`)} alt="" width={20} height={20} />;
}

interface AddressProps {
  readonly address: string;
  /** Whose explorer and names are used; null for none. */
  readonly chain: OpenChain | null;
  /** Whether it is written out. */
  readonly full?: boolean;
  /** What it is to the note, for those who hear the page. */
  readonly called?: string;
}

/** An address: its picture, its name where the chain keeps names, copied or looked up with a click. */
export function Address({ address, chain, full = false, called = "address" }: AddressProps) {
  const name = useName(address, chain);
  const written = full ? address : shortened(address);
  return (
    <span className="address">
      <Blockie address={address} />
      {name === null ? null : <span>{name}</span>}
      <code title={address} className={full ? "breaks" : "figure"}>
        {written}
      </code>
      <Copy text={address} what={`${called} ${written}`} />
      {chain?.explorer == null ? null : (
        <a
          className="icon"
          href={`${chain.explorer}/address/${address}`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${called} ${written} in the explorer`}
          title="Look it up in the explorer"
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="M7 3H3v10h10V9M9 2.5h4.5V7M13 3 7.5 8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
        </a>
      )}
    </span>
  );
}

/** Only Ethereum itself keeps names; the provider sees to it that the name leads back to the address. */
function useName(address: string, chain: OpenChain | null): string | null {
  const { data } = useQuery({
    queryKey: ["name", address],
    enabled: chain?.chainId === ETHEREUM,
    queryFn: async () => (await chain?.provider.lookupAddress(address)) ?? null,
  });
  return data ?? null;
}
