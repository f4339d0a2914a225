import { expect } from "chai";
import { concat, encodeBytes32String, hexlify, toUtf8Bytes } from "ethers";

import type { NoteCertificate } from "../../typechain-types/lens/NoteCertificate.ts";
import type { OddCurrency } from "../../typechain-types/mocks/OddCurrency.ts";
import type { OddStock } from "../../typechain-types/mocks/OddStock.ts";
import { deployCertificate, encoded, manners, readCertificate, selector, word } from "../helpers/certificates.ts";
import type { Certificate } from "../helpers/certificates.ts";
import { givenNotes } from "../helpers/notes.ts";
import { render } from "../helpers/pictures.ts";

const SYMBOL = selector("symbol");
const NAME = selector("name");
const DECIMALS = selector("decimals");

describe("NoteCertificate of a currency and a stock that mean harm", () => {
  const given = givenNotes();
  let by: NoteCertificate;
  let currency: OddCurrency;
  let stock: OddStock;
  let id: bigint;

  beforeEach(async () => {
    const { ethers } = given.connection;
    by = await deployCertificate(given);
    currency = await ethers.deployContract("OddCurrency");
    stock = await ethers.deployContract("OddStock", [given.borrower]);
    await currency.say(SYMBOL, encoded("USD"));
    await currency.say(DECIMALS, word(6));
    await stock.say(SYMBOL, encoded("IGI"));
    await stock.say(NAME, encoded("Common Stock"));
    id = await given.make({ currency: await currency.getAddress(), stock: await stock.getAddress() });
  });

  const read = async (): Promise<Certificate> => {
    const certificate = await readCertificate(by, given.notes, id);
    await render(certificate.svg, 50);
    return certificate;
  };
  const shortened = async (token: OddCurrency | OddStock) => {
    const address = await token.getAddress();
    return `${address.slice(0, 6)}…${address.slice(-4)}`;
  };
  /** A string of any bytes, as the ABI encodes it. */
  const raw = (bytes: string) => {
    const length = (bytes.length - 2) / 2;
    const padding = `0x${"00".repeat((32 - (length % 32)) % 32)}`;
    return concat([word(32), word(length), bytes, padding]);
  };

  it("shows what an honest one says", async () => {
    const certificate = await read();
    expect(certificate.of("Principal")).to.equal("USD 203,323.70");
    expect(certificate.lines).to.include("Common Stock (IGI)");
  });

  const marks = [
    `<script>alert(1)</script>`,
    `"/><script>x</script>`,
    `","value":"paid"}]}`,
    `\\","x":"`,
    `]]>&amp;&#0;<!--`,
    `AT&T's "A" <B>`,
  ];
  for (const mark of marks) {
    it(`takes ${mark} for text`, async () => {
      await currency.say(SYMBOL, encoded(mark.slice(0, 12)));
      await stock.say(SYMBOL, encoded(mark.slice(0, 12)));
      await stock.say(NAME, encoded(mark));
      const certificate = await read();
      expect(certificate.of("Currency")).to.equal(mark.slice(0, 12));
      expect(certificate.of("Stock name")).to.equal(mark);
      expect(certificate.lines).to.include(`${mark} (${mark.slice(0, 12)})`);
      expect(certificate.spoken[1]).to.equal(certificate.description);
      expect(certificate.svg).not.to.include("<script");
    });
  }

  const shown = ["€", "USD₮0", "Ørsted–Æ", "“A” • B", "ſ", "1234567890ab", "A B"];
  for (const symbol of shown) {
    it(`shows ${symbol} as it is`, async () => {
      await currency.say(SYMBOL, encoded(symbol));
      expect((await read()).of("Currency")).to.equal(symbol);
    });
  }

  it("shows a bytes32 as text", async () => {
    await currency.say(SYMBOL, encodeBytes32String("MKR"));
    expect((await read()).of("Currency")).to.equal("MKR");
    await currency.say(SYMBOL, hexlify(toUtf8Bytes("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345")));
    expect((await read()).of("Currency")).to.equal("ABCDEFGHIJK…");
  });

  it("cuts what is too long, whole characters, and says so", async () => {
    await currency.say(SYMBOL, encoded("1234567890abc"));
    await stock.say(SYMBOL, encoded("₮".repeat(13)));
    await stock.say(NAME, encoded("é".repeat(49)));
    const certificate = await read();
    expect(certificate.of("Currency")).to.equal("1234567890a…");
    expect(certificate.of("Stock")).to.equal(`${"₮".repeat(11)}…`);
    expect(certificate.of("Stock name")).to.equal(`${"é".repeat(47)}…`);
    await stock.say(NAME, encoded("é".repeat(48)));
    expect((await read()).of("Stock name")).to.equal("é".repeat(48));
  });

  it("cuts a flood", async () => {
    await currency.behave(SYMBOL, manners.flood);
    await stock.behave(SYMBOL, manners.flood);
    await stock.behave(NAME, manners.flood);
    const certificate = await read();
    expect(certificate.of("Currency")).to.equal(`${"W".repeat(11)}…`);
    expect(certificate.of("Stock name")).to.equal(`${"W".repeat(47)}…`);
  });

  const refused: Record<string, string> = {
    "nothing at all": "0x",
    "a few bytes": "0x555344",
    "more than a word and less than two": concat([word(32), "0x00"]),
    "an empty string": encoded(""),
    "a word of zeros": word(0),
    "an offset that is none": concat([word(64), word(3), "0x555344".padEnd(66, "0")]),
    "an offset beyond everything": concat([word(2n ** 256n - 1n), word(3)]),
    "a length beyond the answer": concat([word(32), word(33), "0x555344".padEnd(66, "0")]),
    "a length beyond everything": concat([word(32), word(2n ** 256n - 1n), word(0)]),
    "a space before": encoded(" USD"),
    "a space behind": encoded("USD "),
    "spaces alone": encoded("   "),
    "a line feed": encoded("US\nD"),
    "a zero byte": encoded("US\0D"),
    "a delete": encoded("US\x7fD"),
    "a control of Latin-1": encoded("US\u0085D"),
    "a space that does not look like one": encoded("US\u00a0D"),
    "a soft hyphen": encoded("US\u00adD"),
    "a turn of direction": encoded("US\u202eD"),
    "a join that is not seen": encoded("US\u200dD"),
    "a line separator": encoded("US\u2028D"),
    "letters that look like others": encoded("US\u0501"),
    "a letter past the Latin ones": encoded("\u0180"),
    "a sign past those of currencies": encoded("\u20d0"),
    "an ideogram": encoded("円"),
    "a picture": encoded("💵"),
    "a continuation alone": raw("0x8080"),
    "an overlong character": raw("0xc0bc"),
    "a character broken off at the end": raw("0x55c3"),
    "a character broken off by another": raw("0xc355"),
    "a long character broken off at the end": raw("0x55e282"),
    "a long character broken off in the middle": raw("0xe25555"),
    "a long character broken off later": raw("0xe28255"),
    "a byte of no character": raw("0xff"),
  };
  for (const [what, answer] of Object.entries(refused)) {
    it(`shows the address for a symbol that is ${what}, and nothing for a name`, async () => {
      await currency.say(SYMBOL, answer);
      await stock.say(SYMBOL, answer);
      await stock.say(NAME, answer);
      const certificate = await read();
      expect(certificate.of("Principal")).to.equal(`${await shortened(currency)} 203,323.70`);
      expect(certificate.of("Stock")).to.equal(await shortened(stock));
      expect(certificate.of("Stock name")).to.equal(undefined);
      expect(certificate.lines).to.include(await shortened(stock));
    });
  }

  for (const manner of ["refuse", "burnGas"] as const) {
    it(`does without those that ${manner}`, async () => {
      for (const name of [SYMBOL, NAME, DECIMALS]) {
        await currency.behave(name, manners[manner]);
        await stock.behave(name, manners[manner]);
      }
      const certificate = await read();
      expect(certificate.of("Principal")).to.equal(`203,323,700,000 units of ${await shortened(currency)}`);
      expect(certificate.of("Conversion price per share")).to.equal(`50,000 units of ${await shortened(currency)}`);
      expect(certificate.of("Stock")).to.equal(await shortened(stock));
      const { uri } = certificate;
      expect(await by.certificateOf(given.notes, id, { gasLimit: 10_000_000n })).to.equal(uri);
    });
  }

  it("does without decimals that are fewer than a word", async () => {
    await currency.say(DECIMALS, "0x06");
    expect((await read()).of("Principal")).to.equal("203,323,700,000 units of USD");
  });
});
