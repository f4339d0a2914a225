import type { NetworkConnection } from "hardhat/types/network";

/** One whole share, in tokens. */
export const SHARE = 10n ** 18n;

/** One whole share as shares stood before any split, in original units. */
export const ORIGINAL_SHARE = 10n ** 27n;

/**
 * A stock with a thousand authorized shares, a converter and a rival one, and people to hold shares.
 *
 * @example
 * const { stock, issuer, alice } = await deployStock(await network.create("past"));
 * await stock.connect(issuer).issue(alice, 5n * SHARE);
 */
export async function deployStock({ ethers }: NetworkConnection<string>) {
  const [issuer, converter, rival, alice, bob, stranger] = await ethers.getSigners();
  if (!issuer || !converter || !rival || !alice || !bob || !stranger) throw new Error("too few accounts");
  const stock = await ethers.deployContract("CommonStock", ["Test Common Stock", "TCS", issuer, 1000n * SHARE]);
  await stock.grantConversion(converter);
  await stock.grantConversion(rival);
  return { stock, issuer, converter, rival, alice, bob, stranger };
}
