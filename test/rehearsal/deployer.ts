import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { DeployConfig } from "@nomicfoundation/ignition-core";
import { getAddress, JsonRpcProvider, toQuantity, parseEther, Wallet } from "ethers";
import hre from "hardhat";

import { deployAllonge } from "../../tasks/deployment/deployment.ts";
import type { Audience, DeploymentOptions } from "../../tasks/deployment/deployment.ts";
import { HARDHAT, ROOT } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";

/** Who writes in the registers of the rehearsal. */
export const REGISTRAR = getAddress("0x00000000000000000000000000000000000a110e");

/** Variables that would make Hardhat think that nobody has a keystore. */
const MARKS_OF_AUTOMATION = ["CI", "CONTINUOUS_INTEGRATION", "GITHUB_ACTIONS", "BUILD_NUMBER", "RUN_ID", "ALLONGE_KEY"];

/** Impatience of a test: milliseconds between looks, and how often. */
const PACE = { blockPollingInterval: 10, retryInterval: 10, maxRetries: 3, requiredConfirmations: 1 };

/** Somebody with a key, some ether on one client, and a folder for what is written down. */
export type Deployer = Awaited<ReturnType<typeof newDeployer>>;

/**
 * Makes a key nobody has used, and gives its account ether.
 *
 * @param like What its address must look like in small letters.
 */
export async function newDeployer(clientUrl: string, like = /^0x/) {
  const folder = await mkdtemp(join(tmpdir(), "allonge-rehearsal-"));
  const provider = new JsonRpcProvider(clientUrl, undefined, {
    cacheTimeout: -1,
    staticNetwork: true,
    pollingInterval: 10,
  });
  let wallet: Wallet;
  do wallet = new Wallet(Wallet.createRandom().privateKey, provider);
  while (!like.test(wallet.address.toLowerCase()));
  await fund(provider, wallet.address);
  const deployments = join(folder, "deployments");
  return {
    wallet,
    address: wallet.address,
    provider,
    folder,
    deployments,
    /** How many transactions it has sent. */
    sent: () => provider.getTransactionCount(wallet.address),
    /** Runs the command in this process, through another address of the client if one is given, which has a second to answer or `timeout`. */
    deploy: async (
      options: Partial<DeploymentOptions> = {},
      url = clientUrl,
      audience: Partial<Audience> = {},
      { timeout = 1000, ...pace }: Partial<DeployConfig> & { readonly timeout?: number } = {},
    ) => {
      const override = { url, accounts: [wallet.privateKey], timeout };
      const connection = await hre.network.create({ network: "rehearsal", override });
      try {
        return await deployAllonge(
          hre,
          connection,
          { registrar: REGISTRAR, testDollar: false, sameAddress: false, maxFee: "", deployments, ...options },
          { agree: () => Promise.resolve(), compiling: () => undefined, progress: () => undefined, ...audience },
          { ...PACE, ...pace },
        );
      } finally {
        await connection.close();
      }
    },
    /** The one line a run ends with that is to fail. */
    lineOf: async (run: Promise<unknown>) => {
      const line = await run.then(
        () => {
          throw new Error("it did not fail");
        },
        (error: unknown) => (error as Error).message,
      );
      if (line.includes("\n")) throw new Error(`more than one line: ${line}`);
      return line;
    },
    /** Makes the folder, and says what somebody else's record in it would be. */
    recordOfAnother: async () => {
      await mkdir(deployments, { recursive: true });
      const { chainId } = await provider.getNetwork();
      const names = [
        "PromissoryNotes",
        "NoteLens",
        "NewYorkCalendar",
        "UTCCalendar",
        "ControlRegistry",
        "CommonStockFactory",
      ];
      const record = {
        chainId: Number(chainId),
        network: "rehearsal",
        startBlock: 1,
        contracts: Object.fromEntries(names.map((name) => [name, REGISTRAR])),
        commit: "unknown",
        compiler: { version: "0.8.37", evmVersion: "prague", viaIR: true, optimizerRuns: 5000 },
      };
      return { record, recordPath: join(deployments, `${chainId}.json`) };
    },
    fund: () => fund(provider, wallet.address),
    leave: async () => {
      provider.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives an account a hundred ether on a client that grants such wishes. */
async function fund(provider: JsonRpcProvider, address: string): Promise<void> {
  await provider.send("hardhat_setBalance", [address, toQuantity(parseEther("100"))]);
}

/** A command that is running. */
export interface Running {
  readonly outcome: Promise<Outcome>;
  /** Ends it as a power cut would. */
  readonly kill: () => void;
}

/** Runs Hardhat as a user would, with a keystore of its own and what is typed at it. */
export function asUser(folder: string, clientUrl: string, args: readonly string[], typed = ""): Running {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !MARKS_OF_AUTOMATION.includes(name)),
  );
  const child = spawn(process.execPath, [HARDHAT, ...args], {
    cwd: ROOT,
    env: { ...environment, XDG_CONFIG_HOME: folder, HOME: folder, APPDATA: folder, LOCALHOST_URL: clientUrl },
  });
  child.stdin.end(typed);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.stderr += chunk.toString()));
  const outcome = new Promise<Outcome>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, ...output });
    });
  });
  return { outcome, kill: () => child.kill("SIGKILL") };
}
