import { expect } from "chai";

import { plainName, plainSymbol, plainText } from "../../src/chain/noteWords.ts";
import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { givenLiveNote } from "./acting.ts";

const RIGHT_TO_LEFT = "\u202E";
const CLEARS_SCREEN = "\u001b[2J";
const LONGER_THAN_ANY_TERMINAL = 10_000;
const WIDEST_LINE = 200;

describe("what strangers write", () => {
  it("is shown as it is, if it is what people write", () => {
    expect(plainText("Überweisung №7, “payé” 支付 👍🏽")).to.equal("Überweisung №7, “payé” 支付 👍🏽");
    expect([plainSymbol("USDC"), plainName("Infinite Group, Inc. common stock")]).to.deep.equal([
      "USDC",
      "Infinite Group, Inc. common stock",
    ]);
  });

  it("is cut where it is longer than is sane, and says so", () => {
    expect(plainSymbol("X".repeat(25))).to.equal(`${"X".repeat(24)}…`);
    expect(plainSymbol("💵".repeat(30))).to.equal(`${"💵".repeat(24)}…`);
    expect(Array.from(plainName("N".repeat(LONGER_THAN_ANY_TERMINAL)))).to.have.length(101);
    expect(Array.from(plainText("T".repeat(LONGER_THAN_ANY_TERMINAL)))).to.have.length(4001);
  });

  it("moves nothing on the screen, and heaps nothing on a line", () => {
    expect(plainSymbol(`US${RIGHT_TO_LEFT}DC${CLEARS_SCREEN}`)).to.equal("US\uFFFDDC\uFFFD[2J");
    expect(plainSymbol(`Z${"\u0321".repeat(20)}`)).to.equal(`Z${"\u0321".repeat(4)}\uFFFD`);
  });
});

describe("a note in a currency that calls itself by ten thousand characters", () => {
  const given = givenLiveNote();

  beforeEach(async () => {
    const { record, notes, terms, sheet, people, registry, stock } = given.live;
    const symbol = `${RIGHT_TO_LEFT}${CLEARS_SCREEN}${"A".repeat(LONGER_THAN_ANY_TERMINAL)}`;
    const currency = await new Dollar__factory(people.deployer).deploy(symbol, 6);
    const struct = termsOnChain(terms, sheet, {
      borrower: people.borrower.address,
      attestor: null,
      currency: await currency.getAddress(),
      calendar: record.contracts.NewYorkCalendar,
      registry: await registry.getAddress(),
      stock,
    });
    await (await notes.connect(people.borrower).make(struct, people.lender.address)).wait();
  });

  it("is shown in lines that a terminal holds, with nothing in them that moves it", async () => {
    const outcomes = await Promise.all([
      given.note("list"),
      given.note("show", "--id", "2"),
      given.note("statement", "--id", "2", "--on", "2004-01-31"),
    ]);
    outcomes.push(
      await given.note("history", "--id", "2"),
      await given.note("permit-prepayment", "--id", "2", "--until", "2004-12-31", "--yes"),
      await given.note("ledger", "--id", "2"),
    );
    for (const { code, stdout, stderr } of outcomes) {
      expect(code, stderr).to.equal(0);
      const shown = `${stdout}${stderr}`;
      expect(shown).to.include("AAAAAA…");
      expect(shown).not.to.include(RIGHT_TO_LEFT);
      expect(shown).not.to.include(CLEARS_SCREEN);
      expect(Math.max(...shown.split("\n").map((line) => line.length))).to.be.lessThan(WIDEST_LINE);
    }
  });
});
