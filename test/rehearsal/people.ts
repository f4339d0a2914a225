import { JsonRpcProvider, parseEther, toQuantity, Wallet } from "ethers";

import { hardhatWith } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";

const POLL_MILLISECONDS = 20;
const LOOK_MILLISECONDS = 100;

/** Everybody of a rehearsal: each has a key of its own, and knows no other. */
const PEOPLE = ["deployer", "borrower", "lender", "attestor"] as const;

export type Person = (typeof PEOPLE)[number];

/** A command that was to fail, and how many transactions of whoever gave it were mined meanwhile. */
export interface Attempt extends Outcome {
  readonly mined: number;
}

/** Everybody on one client. */
export type People = Awaited<ReturnType<typeof gather>>;

/**
 * Makes everybody a key nobody has used, and gives their accounts ether.
 *
 * @param folder Home of them all.
 */
export async function gather(clientUrl: string, folder: string) {
  const provider = new JsonRpcProvider(clientUrl, undefined, {
    cacheTimeout: -1,
    staticNetwork: true,
    pollingInterval: POLL_MILLISECONDS,
  });
  const keys = new Map(PEOPLE.map((person) => [person, new Wallet(Wallet.createRandom().privateKey)]));
  const keyOf = (person: Person) => keys.get(person)!;
  for (const { address } of keys.values()) {
    await provider.send("hardhat_setBalance", [address, toQuantity(parseEther("100"))]);
  }

  /** Runs `npx hardhat note …` as somebody would, through another address of the client if one is given. */
  const note = (person: Person, args: readonly string[], url = clientUrl): Promise<Outcome> => {
    // no keystore of whoever runs the tests
    const home = { XDG_CONFIG_HOME: folder, HOME: folder, APPDATA: folder };
    const environment = { ...home, ALLONGE_KEY: keyOf(person).privateKey, LOCALHOST_URL: url };
    return hardhatWith(environment, "note", ...args, "--network", "rehearsal");
  };
  const sent = (person: Person) => provider.getTransactionCount(keyOf(person).address);
  return {
    provider,
    addressOf: (person: Person) => keyOf(person).address,
    /** Lets go of the client, and says how many transactions of everybody's it has mined. */
    leave: async () => {
      const counts = await Promise.all(PEOPLE.map(async (person) => [person, await sent(person)] as const));
      provider.destroy();
      return Object.fromEntries(counts);
    },
    /** What a command says in JSON, which is to succeed and to say nothing else. */
    told: async <Told>(person: Person, ...args: string[]): Promise<Told> => {
      const { code, stdout, stderr } = await note(person, args);
      if (code !== 0 || stderr !== "") throw new Error(`note ${args.join(" ")}: ${code}: ${stderr}`);
      return JSON.parse(stdout) as Told;
    },
    /** Waits until somebody has sent a first transaction. */
    hasSent: async (person: Person): Promise<void> => {
      while ((await sent(person)) === 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    },
    attempt: async (person: Person, args: readonly string[], url = clientUrl): Promise<Attempt> => {
      const before = await sent(person);
      const outcome = await note(person, args, url);
      return { ...outcome, mined: (await sent(person)) - before };
    },
  };
}
