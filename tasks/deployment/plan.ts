import { isMainnet } from "./chains.ts";
import { maxFeeOf } from "./maxFee.ts";
import type { Place } from "./place.ts";

/** What is about to be done. Amounts are in wei. */
export interface DeploymentPlan {
  readonly network: string;
  readonly chainId: bigint;
  readonly isMainnet: boolean;
  readonly deployer: string;
  readonly registrar: string;
  /** Gas by contract: those still to be deployed. */
  readonly gas: ReadonlyMap<string, bigint>;
  readonly totalGas: bigint;
  /** At the present price. */
  readonly cost: bigint;
  /** At the price the transactions offer, which the account must hold. */
  readonly mostCost: bigint;
  /** The most that a transaction offers for a unit of gas, though the price rise or it be offered again. */
  readonly maxFee: bigint;
  readonly balance: bigint;
}

/**
 * Says what deploying takes at the prices the client names.
 *
 * @param maxFee What the option of that name says.
 * @throws UsageError if that is no amount, or less than the transactions offer at these prices.
 */
export async function planOf(
  { provider, network, chainId, deployer }: Place,
  registrar: string,
  gas: ReadonlyMap<string, bigint>,
  maxFee: string,
): Promise<DeploymentPlan> {
  const totalGas = [...gas.values()].reduce((sum, each) => sum + each, 0n);
  const { gasPrice, maxFeePerGas } = await provider.getFeeData();
  const price = gasPrice ?? 0n;
  const offered = maxFeePerGas ?? price;
  return {
    network,
    chainId,
    isMainnet: isMainnet(chainId),
    deployer,
    registrar,
    gas,
    totalGas,
    cost: totalGas * price,
    mostCost: totalGas * offered,
    maxFee: maxFeeOf(maxFee, offered),
    balance: await provider.getBalance(deployer),
  };
}
