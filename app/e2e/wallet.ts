import type { Page } from "@playwright/test";
import type { JsonRpcProvider, JsonRpcSigner } from "ethers";

/** What the wallet does when it is asked to sign or send. */
export type Answer = "accept" | "reject";

/** A wallet whose keys the page never sees: it is asked over a binding, and the chain's client signs. */
export interface TestWallet {
  /** How the next requests are answered. */
  answer: Answer;
  /** What was asked of the person who has it, in order. */
  readonly asked: string[];
  /** Goes to another chain, and tells the page. */
  readonly goTo: (chainId: number) => Promise<void>;
}

const DECLINED = 4001;
const OF_THE_PERSON = /^(eth_requestAccounts|eth_sendTransaction|eth_signTypedData_v4|personal_sign|wallet_)/;
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' fill='%23666'/%3E%3C/svg%3E";

/** Gives a page a wallet with one account. To be called before the page is opened. */
export async function openWallet(
  page: Page,
  { provider }: { readonly provider: JsonRpcProvider },
  { address }: JsonRpcSigner,
): Promise<TestWallet> {
  const own = Number((await provider.getNetwork()).chainId);
  let chainId = own;
  const wallet: TestWallet = {
    answer: "accept",
    asked: [],
    goTo: async (next) => {
      chainId = next;
      await page.evaluate(
        (hex) => {
          window.dispatchEvent(new CustomEvent("test-wallet", { detail: ["chainChanged", hex] }));
        },
        `0x${next.toString(16)}`,
      );
    },
  };
  let seen = false;
  await page.exposeFunction("askTestWallet", async (method: string, params: unknown[]) => {
    if (OF_THE_PERSON.test(method)) {
      wallet.asked.push(method);
      if (wallet.answer === "reject") return { error: { code: DECLINED, message: "User rejected the request." } };
    }
    switch (method) {
      case "eth_requestAccounts":
        seen = true;
        return { result: [address] };
      case "eth_accounts":
        return { result: seen ? [address] : [] };
      case "eth_chainId":
        return { result: `0x${chainId.toString(16)}` };
      case "wallet_switchEthereumChain":
        await wallet.goTo(Number((params[0] as { chainId: string }).chainId));
        return { result: null };
      default:
        try {
          return { result: (await provider.send(method, params as never[])) as unknown };
        } catch (error) {
          const { message, error: inner } = error as { message: string; error?: { code: number; data?: unknown } };
          return { error: { code: inner?.code ?? -32603, message, data: inner?.data } };
        }
    }
  });
  await page.addInitScript(
    ({ icon }) => {
      const listeners = new Map<string, Set<(value: unknown) => void>>();
      window.addEventListener("test-wallet", (event) => {
        const [name, value] = (event as CustomEvent<[string, unknown]>).detail;
        for (const listener of listeners.get(name) ?? []) listener(value);
      });
      type Ask = (method: string, params: unknown) => Promise<{ result?: unknown; error?: { message: string } }>;
      const channel = {
        request: async ({ method, params }: { method: string; params?: unknown }) => {
          const { askTestWallet } = window as unknown as { askTestWallet: Ask };
          const { result, error } = await askTestWallet(method, params ?? []);
          if (error !== undefined) throw Object.assign(new Error(error.message), error);
          return result;
        },
        on: (name: string, listener: (value: unknown) => void) => {
          listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
        },
        removeListener: (name: string, listener: (value: unknown) => void) => {
          listeners.get(name)?.delete(listener);
        },
      };
      const info = { uuid: "00000000-0000-4000-8000-000000000001", name: "Test wallet", icon, rdns: "example.test" };
      const announce = () => {
        const detail = Object.freeze({ info, provider: channel });
        window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
      };
      window.addEventListener("eip6963:requestProvider", announce);
      announce();
    },
    { icon: ICON },
  );
  return wallet;
}
