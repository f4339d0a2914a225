import type { Eip1193Provider } from "ethers";

/** A wallet as it announces itself under EIP-6963. */
export interface WalletDetail {
  readonly info: {
    readonly uuid: string;
    readonly name: string;
    /** An image within a data address; empty if the wallet names anything else, which would have to be asked for elsewhere. */
    readonly icon: string;
    readonly rdns: string;
  };
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
    const wallet = walletFrom((event as CustomEvent<unknown>).detail);
    if (wallet !== null) found(wallet);
  };
  window.addEventListener("eip6963:announceProvider", listener);
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  return () => {
    window.removeEventListener("eip6963:announceProvider", listener);
  };
}

/** Anything in the page can announce a wallet; null for what is none. */
function walletFrom(detail: unknown): WalletDetail | null {
  const { info, provider } = (detail ?? {}) as { info?: Partial<WalletDetail["info"]>; provider?: unknown };
  if (typeof (provider as Partial<WalletChannel> | undefined)?.request !== "function") return null;
  const { uuid, name, icon, rdns } = info ?? {};
  if (typeof uuid !== "string" || typeof name !== "string" || typeof rdns !== "string") return null;
  const safeIcon = typeof icon === "string" && icon.startsWith("data:image/") ? icon : "";
  return { info: { uuid, name, icon: safeIcon, rdns }, provider: provider as WalletChannel };
}
