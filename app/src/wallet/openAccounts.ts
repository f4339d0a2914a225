import { getAddress } from "ethers";

import type { OpenChain } from "../desk/openChain.ts";
import type { WalletDetail } from "./discovery.ts";

/** The accounts that a chain of one's own opens to everybody, offered to the page as a wallet. */
export interface OpenAccounts {
  readonly addresses: readonly string[];
  /** What the account of a place is for, where the sample note is the first. */
  readonly nameOf: (place: number) => string;
  readonly current: () => string;
  /** Acts from then on as another of them, and tells the page. */
  readonly choose: (address: string) => void;
  readonly end: () => void;
}

const RDNS = "example.allonge.accounts";
const REMEMBERED = "allonge.account";
/** Parts of the sample note, by the place of their accounts. */
const PARTS = ["Registrar", "Borrower", "Lender", "Buyer", "Subsidiary", "Payer"];
const LENDER = 2;
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%231f4e79'/%3E%3Ccircle cx='16' cy='12' r='5' fill='%23fff'/%3E%3Cpath d='M6 27c1-7 5-9 10-9s9 2 10 9' fill='%23fff'/%3E%3C/svg%3E";

/** Announces them under EIP-6963. Null if the chain opens none. */
export async function announceOpenAccounts(chain: OpenChain): Promise<OpenAccounts | null> {
  const found = (await chain.provider.send("eth_accounts", []).catch(() => [])) as readonly string[];
  const addresses = found.map((address) => getAddress(address));
  const remembered = addresses.find((address) => address === localStorage.getItem(REMEMBERED));
  const first = remembered ?? addresses[LENDER] ?? addresses[0];
  if (first === undefined) return null;
  let current = first;

  const listeners = new Set<(value: unknown) => void>();
  const provider: WalletDetail["provider"] = {
    request: ({ method, params = [] }) => {
      switch (method) {
        case "eth_accounts":
        case "eth_requestAccounts":
          return Promise.resolve([current]);
        case "wallet_switchEthereumChain":
          return Promise.resolve(null);
        default:
          return chain.provider.send(method, params);
      }
    },
    on: (event, listener) => {
      if (event === "accountsChanged") listeners.add(listener);
    },
    removeListener: (_event, listener) => {
      listeners.delete(listener);
    },
  };
  const info = { uuid: crypto.randomUUID(), name: "Accounts of this chain", icon: ICON, rdns: RDNS };
  const announce = () => {
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  };
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
  return {
    addresses,
    nameOf: (place) => PARTS[place] ?? `Account ${String(place)}`,
    current: () => current,
    choose: (address) => {
      current = address;
      localStorage.setItem(REMEMBERED, address);
      for (const listener of listeners) listener([address]);
    },
    end: () => {
      window.removeEventListener("eip6963:requestProvider", announce);
    },
  };
}
