import type { Eip1193Provider } from "ethers";

/** A wallet as it announces itself under EIP-6963. */
export interface WalletDetail {
  readonly info: { readonly uuid: string; readonly name: string; readonly icon: string; readonly rdns: string };
  readonly provider: WalletChannel;
}

/** What is asked of a wallet, and what it tells by itself, under EIP-1193. */
export interface WalletChannel extends Eip1193Provider {
  on?(event: string, listener: (value: unknown) => void): void;
  removeListener?(event: string, listener: (value: unknown) => void): void;
}

/** Listens for wallets, and asks those that are there to announce themselves. Returns what ends it. */
export function discoverWallets(found: (wallet: WalletDetail) => void): () => void {
  const listener = (event: Event) => {
    found((event as CustomEvent<WalletDetail>).detail);
  };
  window.addEventListener("eip6963:announceProvider", listener);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  return () => {
    window.removeEventListener("eip6963:announceProvider", listener);
  };
}
