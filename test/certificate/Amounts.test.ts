import { expect } from "chai";

import { formatPrice } from "../../src/math/decimal.ts";
import { rational } from "../../src/math/rational.ts";
import type { OddCurrency } from "../../typechain-types/mocks/OddCurrency.ts";
import type { OddStock } from "../../typechain-types/mocks/OddStock.ts";
import type { NoteCertificate } from "../../typechain-types/lens/NoteCertificate.ts";
import { deployCertificate, encoded, grouped, readCertificate, selector, word } from "../helpers/certificates.ts";
import type { Certificate } from "../helpers/certificates.ts";
import { givenNotes } from "../helpers/notes.ts";
import type { Terms } from "../helpers/world.ts";

const MOST_96 = 2n ** 96n - 1n;
const MOST_32 = 2n ** 32n - 1n;

describe("NoteCertificate's amounts", () => {
  const given = givenNotes();
  let by: NoteCertificate;
  let currency: OddCurrency;
  let stock: OddStock;

  beforeEach(async () => {
    const { ethers } = given.connection;
    by = await deployCertificate(given);
    currency = await ethers.deployContract("OddCurrency");
    stock = await ethers.deployContract("OddStock", [given.borrower]);
    await currency.say(selector("symbol"), encoded("XTS"));
    await stock.say(selector("symbol"), encoded("STK"));
  });

  const made = async (decimals: number | bigint, changes: Partial<Terms>): Promise<Certificate> => {
    await currency.say(selector("decimals"), word(decimals));
    const places = { currency: await currency.getAddress(), stock: await stock.getAddress() };
    return await readCertificate(by, given.notes, await given.make({ ...places, ...changes }));
  };

  const principals: readonly (readonly [decimals: number, units: bigint, written: string])[] = [
    [0, 1n, "1"],
    [0, 999n, "999"],
    [0, 1000n, "1,000"],
    [0, MOST_96, "79,228,162,514,264,337,593,543,950,335"],
    [1, 15n, "1.5"],
    [1, 10n, "1.0"],
    [2, 1n, "0.01"],
    [2, 123456789n, "1,234,567.89"],
    [6, 1n, "0.000001"],
    [6, 203323700000n, "203,323.70"],
    [6, 1000000n, "1.00"],
    [8, 12345678901n, "123.45678901"],
    [8, 100000000000n, "1,000.00"],
    [18, 1n, "0.000000000000000001"],
    [18, 100500000000000000000n, "100.50"],
    [18, MOST_96, "79,228,162,514.264337593543950335"],
    [36, 1n, `0.${"0".repeat(35)}1`],
  ];
  for (const [decimals, units, written] of principals) {
    it(`writes ${units} units at ${decimals} decimals`, async () => {
      const certificate = await made(decimals, { principal: units });
      expect(certificate.of("Principal")).to.equal(`XTS ${written}`);
      expect(certificate.lines).to.include(`XTS ${written}`);
    });
  }

  for (const decimals of [37n, 255n, 256n, 2n ** 256n - 1n]) {
    it(`writes smallest units if the currency claims ${decimals} decimals`, async () => {
      const certificate = await made(decimals, { principal: 1234567n, priceNumerator: 5n, priceDenominator: 2n });
      expect(certificate.of("Principal")).to.equal("1,234,567 units of XTS");
      expect(certificate.of("Conversion price per share")).to.equal("2.5 units of XTS");
      expect(certificate.lines).to.include("2.5 units of XTS a share,");
    });
  }

  const prices: readonly (readonly [decimals: number, numerator: bigint, denominator: bigint])[] = [
    [6, 50000n, 1n],
    [6, 500000n, 1n],
    [6, 100000n, 3n],
    [6, 100000n, 30n],
    [6, 6n, 4n],
    [6, 1n, 1n],
    [6, 7n, 8n],
    [6, 7n, 25n],
    [6, 7n, 40n],
    [6, 1234567890123n, 1n],
    [0, 3n, 1n],
    [0, 1n, 3n],
    [0, 10n, 4n],
    [2, 1n, 7n],
    [18, 1n, 2n ** 31n],
    [18, MOST_96, 2n ** 31n],
    [18, MOST_96, 5n ** 13n],
    [36, MOST_96, 2n ** 31n],
    [36, MOST_96, MOST_32 - 4n],
    [36, 2n, MOST_32],
  ];
  for (const [decimals, priceNumerator, priceDenominator] of prices) {
    it(`writes a price of ${priceNumerator}/${priceDenominator} units at ${decimals} decimals`, async () => {
      const certificate = await made(decimals, { priceNumerator, priceDenominator });
      const exact = formatPrice(rational(priceNumerator, priceDenominator), decimals);
      const written = `XTS ${exact.includes("/") ? exact : grouped(exact)}`;
      expect(certificate.of("Conversion price per share")).to.equal(written);
      expect(certificate.lines).to.include(`${written} a share,`);
    });
  }
});
