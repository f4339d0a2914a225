import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { ActError } from "allonge/acts";
import type { Account } from "allonge/acts";

import type { OpenChain } from "../desk/openChain.ts";
import { discoverWallets } from "./discovery.ts";
import type { WalletDetail } from "./discovery.ts";
import { switchChain, viewOf, walletAccount } from "./walletRequests.ts";
import type { WalletView } from "./walletRequests.ts";

/** A wallet that has let the page see an account. */
export interface Connected {
  readonly wallet: WalletDetail;
  /** Checksummed. */
  readonly address: string;
  readonly chainId: number;
}

interface Wallet {
  /** All that announced themselves. */
  readonly wallets: readonly WalletDetail[];
  readonly connected: Connected | null;
  /** The wallet that was connected before and shows no account now: it is locked, or has taken its permission back. */
  readonly locked: WalletDetail | null;
  /** Asks a wallet for an account. Rejects with what the wallet says, if the user declines. */
  readonly connect: (wallet: WalletDetail) => Promise<void>;
  readonly disconnect: () => void;
  /** Asks the wallet to go to a chain, adding it where the wallet does not know it. */
  readonly switchTo: (chain: OpenChain) => Promise<void>;
  /** Who signs and sends on a chain, anew for each act: a wallet may have changed since. @throws ActError if none is connected. */
  readonly account: (chain: OpenChain) => Account;
}

const Context = createContext<Wallet | null>(null);
const REMEMBERED = "allonge.wallet";
const EVENTS = ["accountsChanged", "chainChanged", "connect", "disconnect"];

/** Finds wallets, connects again silently to the one last used, and follows its account and chain. */
export function WalletProvider({ children }: { readonly children: ReactNode }) {
  const [wallets, setWallets] = useState<readonly WalletDetail[]>([]);
  const [followed, setFollowed] = useState<WalletDetail | null>(null);
  const [view, setView] = useState<WalletView | null>(null);
  const looks = useRef(0);

  const look = useCallback(async (wallet: WalletDetail) => {
    looks.current += 1;
    const turn = looks.current;
    const seen = await viewOf(wallet, "eth_accounts").catch(() => null);
    // a later look knows better, though it be answered sooner
    if (turn === looks.current) setView(seen);
  }, []);

  useEffect(
    () =>
      discoverWallets((wallet) => {
        setWallets((known) => (known.some(({ info }) => info.uuid === wallet.info.uuid) ? known : [...known, wallet]));
        // the first of a name alone: another page's script could announce itself by the same
        if (remembered() === wallet.info.rdns) setFollowed((before) => before ?? wallet);
      }),
    [],
  );

  useEffect(() => {
    if (followed === null) return;
    const follow = () => {
      void look(followed);
    };
    follow();
    const { provider } = followed;
    for (const event of EVENTS) provider.on?.(event, follow);
    return () => {
      for (const event of EVENTS) provider.removeListener?.(event, follow);
    };
  }, [followed, look]);

  const value = useMemo((): Wallet => {
    const address = view?.address ?? null;
    const connected =
      followed === null || view === null || address === null
        ? null
        : { wallet: followed, address, chainId: view.chainId };
    return {
      wallets,
      connected,
      locked: connected === null ? followed : null,
      connect: async (wallet) => {
        const seen = await viewOf(wallet, "eth_requestAccounts");
        if (seen.address === null) return;
        looks.current += 1;
        remember(wallet.info.rdns);
        setFollowed(wallet);
        setView(seen);
      },
      disconnect: () => {
        remember(null);
        setFollowed(null);
        setView(null);
      },
      switchTo: async (chain) => {
        if (followed === null) return;
        await switchChain(followed, chain);
        await look(followed);
      },
      account: (chain) => {
        if (connected === null) throw new ActError("no wallet is connected");
        return walletAccount(connected.wallet, connected.address, chain);
      },
    };
  }, [wallets, followed, view, look]);
  return <Context value={value}>{children}</Context>;
}

/** The wallet, and what can be asked of it. */
export function useWallet(): Wallet {
  const wallet = useContext(Context);
  if (wallet === null) throw new Error("useWallet outside WalletProvider");
  return wallet;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** A browser may keep nothing for a page; then a wallet is asked for anew each time. */
function remember(rdns: string | null): void {
  try {
    if (rdns === null) localStorage.removeItem(REMEMBERED);
    else localStorage.setItem(REMEMBERED, rdns);
  } catch {
    // nothing is kept, and nothing depends on it
  }
}
