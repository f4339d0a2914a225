import { BrowserProvider, getAddress } from "ethers";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { accountOf } from "allonge/acts";
import type { Account } from "allonge/acts";

import type { OpenChain } from "../desk/openChain.ts";
import { discoverWallets } from "./discovery.ts";
import type { WalletDetail } from "./discovery.ts";

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
  /** Asks a wallet for an account. Rejects with what the wallet says, if the user declines. */
  readonly connect: (wallet: WalletDetail) => Promise<void>;
  readonly disconnect: () => void;
  /** Asks the wallet to go to a chain, adding it where the wallet does not know it. */
  readonly switchTo: (chain: OpenChain) => Promise<void>;
  /** Who signs and sends, anew for each act: a wallet may have changed since. @throws Error if none is connected. */
  readonly account: () => Promise<Account>;
}

const Context = createContext<Wallet | null>(null);
const REMEMBERED = "allonge.wallet";
const CHAIN_NOT_ADDED = 4902;

/** Finds wallets, connects again silently to the one last used, and follows its account and chain. */
export function WalletProvider({ children }: { readonly children: ReactNode }) {
  const [wallets, setWallets] = useState<readonly WalletDetail[]>([]);
  const [connected, setConnected] = useState<Connected | null>(null);

  const look = useCallback(async (wallet: WalletDetail, method: "eth_accounts" | "eth_requestAccounts") => {
    const accounts = (await wallet.provider.request({ method })) as readonly string[];
    const chainId = Number(await wallet.provider.request({ method: "eth_chainId" }));
    const [first] = accounts;
    setConnected(first === undefined ? null : { wallet, address: getAddress(first), chainId });
    return first !== undefined;
  }, []);

  useEffect(
    () =>
      discoverWallets((wallet) => {
        setWallets((known) => (known.some(({ info }) => info.uuid === wallet.info.uuid) ? known : [...known, wallet]));
        if (localStorage.getItem(REMEMBERED) === wallet.info.rdns) look(wallet, "eth_accounts").catch(() => undefined);
      }),
    [look],
  );

  const channel = connected?.wallet;
  useEffect(() => {
    if (channel === undefined) return;
    const follow = () => {
      look(channel, "eth_accounts").catch(() => {
        setConnected(null);
      });
    };
    const { provider } = channel;
    for (const event of ["accountsChanged", "chainChanged"]) provider.on?.(event, follow);
    return () => {
      for (const event of ["accountsChanged", "chainChanged"]) provider.removeListener?.(event, follow);
    };
  }, [channel, look]);

  const value = useMemo(
    (): Wallet => ({
      wallets,
      connected,
      connect: async (wallet) => {
        if (await look(wallet, "eth_requestAccounts")) localStorage.setItem(REMEMBERED, wallet.info.rdns);
      },
      disconnect: () => {
        localStorage.removeItem(REMEMBERED);
        setConnected(null);
      },
      switchTo: async (chain) => {
        if (connected === null) return;
        await switchChain(connected.wallet, chain);
        await look(connected.wallet, "eth_accounts");
      },
      account: async () => {
        if (connected === null) throw new Error("no wallet is connected");
        const { wallet, address } = connected;
        const browser = new BrowserProvider(wallet.provider, "any", { cacheTimeout: -1 });
        return accountOf(await browser.getSigner(address), address);
      },
    }),
    [wallets, connected, look],
  );
  return <Context value={value}>{children}</Context>;
}

/** The wallet, and what can be asked of it. */
export function useWallet(): Wallet {
  const wallet = useContext(Context);
  if (wallet === null) throw new Error("useWallet outside WalletProvider");
  return wallet;
}

async function switchChain({ provider }: WalletDetail, chain: OpenChain): Promise<void> {
  const chainId = `0x${chain.chainId.toString(16)}`;
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (error) {
    if ((error as { code?: number }).code !== CHAIN_NOT_ADDED) throw error;
    const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
    const explorers = chain.explorer === null ? {} : { blockExplorerUrls: [chain.explorer] };
    const added = { chainId, chainName: chain.name, rpcUrls: [chain.rpc], nativeCurrency, ...explorers };
    await provider.request({ method: "wallet_addEthereumChain", params: [added] });
  }
}
