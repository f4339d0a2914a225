import { getAddress } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { formatMoney, parseDecimal } from "../../src/math/decimal.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { grouped } from "../../src/wording/numbers.ts";
import { run, UsageError } from "../command.ts";
import { openChain } from "../live/openNote.ts";

interface FundArguments {
  readonly to: string;
  readonly amount: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note fund --network X --to ADDRESS --amount MONEY [--json]` */
export default async function fundTask(
  { to, amount, deployments, json }: FundArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    if (to === "") throw new UsageError("--to: missing; name the account that is to have the money");
    const account = accountOf(to);
    if (amount === "") throw new UsageError("--amount: missing; say how much");
    const { record, chainId, signers } = await openChain(hre, deployments);
    const { TestDollar } = record.contracts;
    if (TestDollar === undefined) {
      throw new UsageError(`no currency without value is deployed on chain ${chainId}; note deploy --test-dollar does`);
    }
    const [signer] = await signers();
    if (signer === undefined) throw new UsageError("the network is configured with no account to send from");
    const dollar = Dollar__factory.connect(TestDollar, signer);
    const [decimals, symbol] = await Promise.all([dollar.decimals(), dollar.symbol()]);
    await (await dollar.mint(account, unitsOf(amount, Number(decimals)))).wait();
    const balance = formatMoney(await dollar.balanceOf(account), Number(decimals));
    if (json) return JSON.stringify({ account, currency: TestDollar, symbol, balance }, null, 2);
    return `${account} has ${grouped(balance)} ${symbol} of ${TestDollar}, a currency without value`;
  });
}

function accountOf(to: string): string {
  try {
    return getAddress(to);
  } catch {
    throw new UsageError(`--to: "${to}" is not an address`);
  }
}

function unitsOf(amount: string, decimals: number): bigint {
  let units: bigint;
  try {
    units = parseDecimal(amount, decimals);
  } catch (error) {
    throw new UsageError(`--amount: ${(error as RangeError).message}`);
  }
  if (units === 0n) throw new UsageError("--amount: is zero; nothing was sent");
  return units;
}
