import { isMainnet } from "./chains.ts";
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
  readonly balance: bigint;
}

/** Says what deploying takes at the prices the client names. */
export async function planOf(
  { provider, network, chainId, deployer }: Place,
  registrar: string,
  gas: ReadonlyMap<string, bigint>,
): Promise<DeploymentPlan> {
  const totalGas = [...gas.values()].reduce((sum, each) => sum + each, 0n);
  const { gasPrice, maxFeePerGas } = await provider.getFeeData();
  const price = gasPrice ?? 0n;
  return {
    network,
    chainId,
    isMainnet: isMainnet(chainId),
    deployer,
    registrar,
    gas,
    totalGas,
    cost: totalGas * price,
    mostCost: totalGas * (maxFeePerGas ?? price),
    balance: await provider.getBalance(deployer),
  };
}
