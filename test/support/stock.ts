import { network } from "hardhat";
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

/**
 * The same of a factory that vouches for its stocks, so that they can be recapitalized. A converter has reserved a hundred shares; Alice
 * holds 100 and Bob 7.
 *
 * @example
 * const { stock, makeStock } = await deployLine(await network.create("past"));
 * await stock.recapitalize(await makeStock(), 3, 2);
 */
export async function deployLine({ ethers }: NetworkConnection<string>) {
  const [issuer, converter, rival, alice, bob, stranger] = await ethers.getSigners();
  if (!issuer || !converter || !rival || !alice || !bob || !stranger) throw new Error("too few accounts");
  const factory = await ethers.deployContract("CommonStockFactory");

  const issuerAddress = issuer.address;

  /** A stock of the factory, named by its place in the order of making. */
  let made = 0;
  async function makeStock(authorized = 1000n * SHARE, by = issuerAddress) {
    const name = `Stock ${String(++made)}`;
    const address = await factory.make.staticCall(name, name, by, authorized);
    await factory.make(name, name, by, authorized);
    return await ethers.getContractAt("CommonStock", address, issuer);
  }

  const stock = await makeStock();
  await stock.grantConversion(converter);
  await stock.connect(converter).reserve(0n, 100n * ORIGINAL_SHARE, 0n);
  await stock.issue(alice, 100n * SHARE);
  await stock.issue(bob, 7n * SHARE);
  return { factory, makeStock, stock, issuer, converter, rival, alice, bob, stranger };
}

/** What `givenLine` deploys, found fresh by each test. */
export type GivenLine = Awaited<ReturnType<typeof deployLine>> & {
  readonly connection: NetworkConnection<string>;
  /** A stock of the same factory and issuer, not in use. */
  readonly next: Awaited<ReturnType<typeof deployLine>>["stock"];
};

/**
 * The fixture of a test file on what `deployLine` deploys. Call it once, within the outermost `describe`.
 *
 * @example
 * const at = givenLine();
 * it("is replaced", async () => { await at.stock.recapitalize(at.next, 3, 2); });
 */
export function givenLine(): GivenLine {
  const given = {} as GivenLine;
  let connection: NetworkConnection<string>;

  async function lineFixture() {
    return await deployLine(connection);
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    const line = await connection.networkHelpers.loadFixture(lineFixture);
    Object.assign(given, line, { connection, next: await line.makeStock() });
  });

  return given;
}
