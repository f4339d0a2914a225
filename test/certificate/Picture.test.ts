import { readFile, writeFile } from "node:fs/promises";

import { expect } from "chai";
import { getAddress, keccak256, toUtf8Bytes, ZeroAddress } from "ethers";

import type { NoteCertificate } from "../../typechain-types/lens/NoteCertificate.ts";
import type { OddCurrency } from "../../typechain-types/mocks/OddCurrency.ts";
import { deployCertificate, encoded, readCertificate, sayNote, selector, word } from "../helpers/certificates.ts";
import { givenNotes } from "../helpers/notes.ts";
import { darkShare, render } from "../helpers/pictures.ts";
import type { Region } from "../helpers/pictures.ts";
import { ALL, usd } from "../helpers/vocabulary.ts";

const SAMPLE = new URL("../../docs/images/certificate", import.meta.url);

const NUMBER: Region = { left: 420, top: 100, right: 580, bottom: 145 };
const TITLE: Region = { left: 150, top: 210, right: 850, bottom: 285 };
const PRINCIPAL: Region = { left: 115, top: 330, right: 885, bottom: 410 };
const MATURITY: Region = { left: 200, top: 475, right: 800, bottom: 525 };
/** Between the inmost rule and everything that is written. */
const MARGINS: readonly Region[] = [
  { left: 90, top: 90, right: 108, bottom: 910 },
  { left: 902, top: 90, right: 910, bottom: 910 },
  { left: 90, top: 90, right: 910, bottom: 98 },
];
/** Between the terms and the seal. */
const GUTTER: Region = { left: 718, top: 640, right: 724, bottom: 840 };
/** Darker than the lines of the rosette under the text, lighter than any text. */
const WRITTEN = 170;

describe("NoteCertificate's picture", () => {
  const given = givenNotes();
  let by: NoteCertificate;

  beforeEach(async () => {
    by = await deployCertificate(given);
  });

  const svgOf = async (id: bigint) => (await readCertificate(by, given.notes, id)).svg;

  it("is the one in the documentation, which CERTIFICATE_UPDATE=1 draws again", async () => {
    const svg = await sampleElsewhere();
    const { png } = await render(svg, 1000);
    if (process.env["CERTIFICATE_UPDATE"] !== undefined) {
      await writeFile(`${SAMPLE.pathname}.svg`, svg);
      await writeFile(`${SAMPLE.pathname}.png`, png);
    }
    expect(svg).to.equal(await readFile(`${SAMPLE.pathname}.svg`, "utf8"));
    expect(Buffer.compare(png, await readFile(`${SAMPLE.pathname}.png`))).to.equal(0);
  });

  /** The sample at addresses that no other order of deployment changes. */
  async function sampleElsewhere(): Promise<string> {
    const { ethers, networkHelpers } = given.connection;
    const odd = await ethers.deployContract("OddCurrency");
    const code = (await odd.getDeployedCode()) ?? "";
    const standIn = async (name: string) => {
      const address = getAddress(keccak256(toUtf8Bytes(name)).slice(0, 42));
      await networkHelpers.setCode(address, code);
      return odd.attach(address) as OddCurrency;
    };
    const [notes, currency, stock] = [await standIn("notes"), await standIn("currency"), await standIn("stock")];
    await currency.say(selector("decimals"), word(6));
    await currency.say(selector("symbol"), encoded("USD"));
    await stock.say(selector("symbol"), encoded("IGI"));
    await stock.say(selector("name"), encoded("Infinite Group, Inc. Common Stock"));
    const accounts = { calendar: ZeroAddress, registry: await notes.getAddress() };
    const tokens = { currency: await currency.getAddress(), stock: await stock.getAddress() };
    await sayNote(notes, given, await given.make(), { ...accounts, ...tokens });
    return (await readCertificate(by, notes, 1n)).svg;
  }

  it("is refused by the renderer if it is not well formed", async () => {
    const svg = await svgOf(await given.make());
    for (const broken of [svg.replace("</svg>", ""), svg.replace("No. 1", "No. & 1"), svg.replace("</desc>", "<br>")]) {
      const refused = await render(broken, 50).then(
        () => false,
        () => true,
      );
      expect(refused).to.equal(true);
    }
  });

  const lives = {
    "the sample": async () => await given.make(),
    "a plain note": async () => await given.makePlain(),
    "one partly paid": async () => {
      const id = await given.makePlain({ prepaymentAllowed: true });
      await given.byPayer.pay(id, usd("50000.000001"));
      return id;
    },
    "one that was assigned and ended": async () => {
      const id = await given.make({ prepaymentAllowed: true });
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
      await given.byPayer.pay(id, ALL);
      return id;
    },
    "one of the longest texts and figures": async () => {
      const currency = await given.connection.ethers.deployContract("OddCurrency");
      const stock = await given.connection.ethers.deployContract("OddStock", [given.borrower]);
      await currency.say(selector("decimals"), word(18));
      await currency.say(selector("symbol"), encoded("W".repeat(12)));
      await stock.say(selector("symbol"), encoded("Œ".repeat(12)));
      await stock.say(selector("name"), encoded("W".repeat(48)));
      return await given.make({
        currency: await currency.getAddress(),
        stock: await stock.getAddress(),
        principal: 2n ** 96n - 1n,
        priceNumerator: 2n ** 96n - 1n,
        priceDenominator: 2n ** 32n - 5n,
        convertibleUntil: 2n ** 24n - 1n,
        maturity: 2n ** 24n - 1n,
        registry: ZeroAddress,
      });
    },
  };
  for (const [whose, live] of Object.entries(lives)) {
    it(`of ${whose} is square and keeps within its margins`, async () => {
      const picture = await render(await svgOf(await live()), 1000);
      expect([picture.width, picture.height]).to.deep.equal([1000, 1000]);
      for (const margin of [...MARGINS, GUTTER]) expect(darkShare(picture, margin, WRITTEN)).to.equal(0);
    });
  }

  for (const width of [200, 1000]) {
    it(`can be read at ${width} dots: the number, the title, the principal, the maturity`, async () => {
      for (const id of [await given.make(), await given.makePlain()]) {
        const picture = await render(await svgOf(id), width);
        expect([picture.width, picture.height]).to.deep.equal([width, width]);
        expect(darkShare(picture, TITLE)).to.be.within(0.15, 0.6);
        expect(darkShare(picture, PRINCIPAL)).to.be.within(0.15, 0.6);
        expect(darkShare(picture, MATURITY)).to.be.within(0.08, 0.6);
        expect(darkShare(picture, NUMBER)).to.be.within(0.08, 0.6);
      }
    });
  }

  it("has type of eight dots and more for those at 200 dots", async () => {
    const svg = await svgOf(await given.make());
    for (const text of ["No. 1", "Promissory Note", "USD 203,323.70", "due January 1, 2007"]) {
      const size = Number(new RegExp(`font-size="([\\d.]+)"[^<>]*>${text.replaceAll(".", "\\.")}<`).exec(svg)?.[1]);
      expect(size / 5, text).to.be.at.least(8);
    }
  });

  it("has ink and a rosette of the terms", async () => {
    const look = (svg: string) => [/hsl\((\d+)/.exec(svg)?.[1], /ry="(\d+)"/.exec(svg)?.[1]];
    const [one, same, other] = [await given.make(), await given.make(), await given.make({ rate: 1n })];
    expect(look(await svgOf(one))).to.deep.equal(look(await svgOf(same)));
    expect(look(await svgOf(one))).not.to.deep.equal(look(await svgOf(other)));
  });
});
