import { BrowserProvider, getAddress, JsonRpcSigner } from "ethers";
import { ActError } from "allonge/acts";
import type { Account } from "allonge/acts";

import type { OpenChain } from "../desk/openChain.ts";
import type { WalletDetail } from "./discovery.ts";

/** What a wallet shows of itself: its account, null while it is locked or shows none, and the chain it is on. */
export interface WalletView {
  /** Checksummed. */
  readonly address: string | null;
  readonly chainId: number;
}

const UNKNOWN_CHAIN = 4902;

/** Asks a wallet what it shows; with "eth_requestAccounts" it asks its user first. */
export async function viewOf(
  { provider }: WalletDetail,
  method: "eth_accounts" | "eth_requestAccounts",
): Promise<WalletView> {
  const accounts = (await provider.request({ method })) as readonly string[];
  const chainId = Number(await provider.request({ method: "eth_chainId" }));
  const [first] = accounts;
  return { address: first === undefined ? null : getAddress(first), chainId };
}

/** Has a wallet go to a chain, adding it where the wallet does not know it. */
export async function switchChain({ provider }: WalletDetail, chain: OpenChain): Promise<void> {
  const chainId = `0x${chain.chainId.toString(16)}`;
  try {
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
  } catch (error) {
    if (!isUnknownChain(error)) throw error;
    const nativeCurrency = { name: "Ether", symbol: "ETH", decimals: 18 };
    const explorers = chain.explorer === null ? {} : { blockExplorerUrls: [chain.explorer] };
    const added = { chainId, chainName: chain.name, rpcUrls: [chain.rpc], nativeCurrency, ...explorers };
    await provider.request({ method: "wallet_addEthereumChain", params: [added] });
  }
}

/**
 * An account of a wallet, as acts want it. Before it signs or sends anything it sees to it that the wallet is still on the chain and still shows the
 * account, as both can be changed there at any moment.
 */
export function walletAccount(wallet: WalletDetail, address: string, chain: OpenChain): Account {
  const signer = () => new JsonRpcSigner(new BrowserProvider(wallet.provider, "any", { cacheTimeout: -1 }), address);
  const requireReady = async () => {
    const now = await viewOf(wallet, "eth_accounts");
    if (now.address !== address) throw new ActError(`${wallet.info.name} no longer shows ${address}; nothing was sent`);
    if (now.chainId === chain.chainId) return;
    throw new ActError(
      `${wallet.info.name} is on chain ${String(now.chainId)}, not on ${chain.name}; nothing was sent`,
    );
  };
  return {
    address,
    send: async (transaction) => {
      await requireReady();
      // unchecked: the hash is wanted as soon as there is one, and is watched here
      return await signer().sendUncheckedTransaction(transaction);
    },
    signTypedData: async (domain, types, message) => {
      await requireReady();
      return await signer().signTypedData(domain, types, message);
    },
  };
}

/** Some wallets wrap the code once more. */
function isUnknownChain(error: unknown): boolean {
  const { code, data } = error as { code?: number; data?: { originalError?: { code?: number } } };
  return code === UNKNOWN_CHAIN || data?.originalError?.code === UNKNOWN_CHAIN;
}
