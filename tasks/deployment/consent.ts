import { formatEther } from "ethers";

import { inGwei } from "../../src/chain/acts/fee.ts";
import { UsageError } from "../command.ts";
import type { DeploymentPlan } from "./plan.ts";

/** What must be typed where money is worth something. */
const WORD = "mainnet";

/**
 * Shows the plan and asks once, and for a word more where money is worth something. All of it on stderr.
 *
 * @throws UsageError if the answer is no, or nobody is there to ask.
 */
export async function askConsent(plan: DeploymentPlan): Promise<void> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UsageError("--yes: needed where nobody can be asked; nothing was sent");
  }
  process.stderr.write(`${planText(plan)}\n`);
  const { confirm, input } = await import("@inquirer/prompts");
  const screen = { output: process.stderr };
  try {
    if (!(await confirm({ message: "Deploy?", default: false }, screen))) throw new UsageError(CANCELLED);
    if (!plan.isMainnet) return;
    const word = await input({ message: `Chain ${plan.chainId} is no test chain. Type "${WORD}" to go on:` }, screen);
    if (word.trim() !== WORD) throw new UsageError(CANCELLED);
  } catch (error) {
    throw error instanceof Error && error.name === "ExitPromptError" ? new UsageError(CANCELLED) : error;
  }
}

const CANCELLED = "cancelled; nothing was sent";

/** Writes a plan out for people. */
export function planText(plan: DeploymentPlan): string {
  const rows = [...plan.gas].map(([id, gas]) => [id.replace("#", ": "), grouped(gas)] as const);
  const width = Math.max(...rows.map(([name]) => name.length), "in all".length);
  const lines = [...rows, ["in all", grouped(plan.totalGas)] as const].map(
    ([name, gas]) => `  ${name.padEnd(width)}  ${gas.padStart(11)}`,
  );
  return [
    `On ${plan.network}, chain ${plan.chainId}, by ${plan.deployer}, who holds ${formatEther(plan.balance)} ether.`,
    `Registrar: ${plan.registrar}`,
    "Gas:",
    ...lines,
    `About ${formatEther(plan.cost)} ether at the present price; the account must hold ${formatEther(plan.mostCost)}. A rollup charges for data too.`,
    `No transaction offers more than ${inGwei(plan.maxFee)} for a unit of gas: ${formatEther(plan.totalGas * plan.maxFee)} ether in all.`,
  ].join("\n");
}

function grouped(amount: bigint): string {
  return amount.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
