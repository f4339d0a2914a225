import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, MATURITY, tokens, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const OPENS = "2005-09-02";
const PRINCIPAL = usd("203323.70");
const PRICE = usd("0.05");

describe("Conversion", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  /** Converts and answers how many shares were bought. */
  async function convert(principal: bigint, charges = 0n, least = 0n): Promise<bigint> {
    const shares = await given.byLender.convert.staticCall(id, principal, charges, least, "");
    await given.byLender.convert(id, principal, charges, least, "");
    return shares;
  }

  async function held(): Promise<bigint> {
    return await given.stock.balanceOf(given.lender);
  }

  describe("given the window", () => {
    it("opens at the midnight after the last day on which it is not open", async () => {
      const { time } = given.connection.networkHelpers;
      await time.setNextBlockTimestamp(1125633599);
      const early = given.byLender.convert(id, ALL, ALL, 0n, "");
      await given.refused(early, "ConversionNotOpen", dayOf("2005-09-01"), dayOf("2005-09-01"));
      await time.setNextBlockTimestamp(1125633600);
      await given.byLender.convert(id, ALL, ALL, 0n, "");
      expect(await given.status(id)).to.equal("converted");
    });

    it("is open after maturity and in default, for as long as anything is owed", async () => {
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.on("2030-01-01");
      expect(await given.status(id)).to.equal("default");
      await convert(usd("1000"));
    });

    it("is open through its last day, if it has one, and closed from the next", async () => {
      id = await given.make({ convertibleUntil: dayOf("2006-06-30") });
      await given.on("2006-06-30", "23:59");
      await convert(usd("1000"));
      await given.on("2006-07-01", "00:00");
      const late = given.byLender.convert(id, usd("1000"), 0n, 0n, "");
      await given.refused(late, "ConversionClosed", dayOf("2006-07-01"), dayOf("2006-06-30"));
    });

    it("is judged before the amounts", async () => {
      const act = given.byLender.convert(id, PRINCIPAL + 1n, 0n, 0n, "");
      await given.refused(act, "ConversionNotOpen", dayOf("2003-12-31"), dayOf("2005-09-01"));
    });

    it("there is none without a stock", async () => {
      id = await given.makePlain();
      await given.on(OPENS);
      await given.refused(given.byLender.convert(id, ALL, 0n, 0n, ""), "NoConversionRight", id);
    });
  });

  describe("given anyone but the holder", () => {
    for (const who of ["borrower", "attestor", "sister", "stranger"] as const) {
      it(`is refused to the ${who}`, async () => {
        await given.on(OPENS);
        const act = given.as(given[who]).convert(id, ALL, 0n, 0n, "");
        await given.refused(act, "NotHolder", given[who].address, given.lender.address);
      });
    }

    it("is the new holder's after a transfer, whose shares they are", async () => {
      await given.on(OPENS);
      await given.byLender.transferFrom(given.lender, given.sister, id);
      const former = given.byLender.convert(id, ALL, 0n, 0n, "");
      await given.refused(former, "NotHolder", given.lender.address, given.sister.address);
      await given.as(given.sister).convert(id, ALL, 0n, 0n, "");
      expect(await given.stock.balanceOf(given.sister)).to.equal(tokens("4594029"));
    });
  });

  describe("given the amounts", () => {
    beforeEach(async () => {
      await given.on(OPENS);
    });

    const act = (principal: bigint, charges = 0n, least = 0n) =>
      given.byLender.convert(id, principal, charges, least, "");

    it("refuses more principal than is owed, and takes all of it, named or not", async () => {
      await given.refused(act(PRINCIPAL + 1n), "ExceedsPrincipal", PRINCIPAL + 1n, PRINCIPAL);
      await given.refused(act(ALL - 1n), "ExceedsPrincipal", ALL - 1n, PRINCIPAL);
      expect(await given.byLender.convert.staticCall(id, PRINCIPAL, 0n, 0n, "")).to.equal(4_594_029n);
      expect(await given.byLender.convert.staticCall(id, ALL, 0n, 0n, "")).to.equal(4_594_029n);
    });

    it("refuses no principal while any is owed, with charges or without", async () => {
      await given.charge(id, usd("500"));
      await given.refused(act(0n), "PrincipalRequired", PRINCIPAL);
      await given.refused(act(0n, usd("500")), "PrincipalRequired", PRINCIPAL);
    });

    it("refuses more charges than are admitted, and takes all", async () => {
      await given.charge(id, usd("500"));
      await given.refused(act(PRINCIPAL, usd("500") + 1n), "ExceedsCharges", usd("500") + 1n, usd("500"));
      await given.refused(act(PRINCIPAL, ALL - 1n), "ExceedsCharges", ALL - 1n, usd("500"));
      for (const charges of [usd("500"), ALL]) {
        expect(await given.byLender.convert.staticCall(id, PRINCIPAL, charges, 0n, "")).to.equal(4_604_029n);
      }
    });

    it("refuses what buys no whole share, and takes the next unit that does", async () => {
      // q · (1 + .0775 · 611/365), floored, must come to 50,000 units
      const first = 44_259n;
      const amountOf = (q: bigint) => q + (q * 775n * 611n) / (10_000n * 365n);
      expect([amountOf(first - 1n), amountOf(first)]).to.deep.equal([49_999n, 50_000n]);
      await given.refused(act(first - 1n), "NoWholeShare", 49_999n, PRICE);
      expect(await convert(first)).to.equal(1n);
    });

    it("refuses fewer shares than the least accepted, and takes exactly those", async () => {
      const least = 2_259_465n;
      await given.refused(act(usd("100000"), 0n, least + 1n), "FewerSharesThanLeast", least, least + 1n);
      expect(await convert(usd("100000"), 0n, least)).to.equal(least);
    });

    it("takes the principal named, its interest, and no charges unless said", async () => {
      await given.charge(id, usd("500"));
      const notice = given.byLender.convert(id, usd("100000"), 0n, 0n, "ipfs://notice");
      const [left, interest] = [usd("103323.70"), usd("12973.287671")];
      const carried = usd("13404.518504") - (left * 775n * 611n) / (10_000n * 365n);
      await given.told(
        notice,
        "Converted",
        id,
        given.lender.address,
        [usd("100000"), interest, 0n, 0n],
        [left, carried, usd("500"), 0n],
        2_259_465n,
        usd("0.037671"),
        "ipfs://notice",
      );
      expect(await given.owed(id)).to.include({ principal: left, interest: usd("13404.518504"), charges: usd("500") });
      expect(await held()).to.equal(tokens("2259465"));
    });

    it("lowers what is owed by the price of the shares, rounded up to the unit", async () => {
      const before = await given.owed(id);
      for (const part of [usd("100000"), usd("3323.70"), 44_259n, usd("77777.777777")]) {
        const { total } = await given.owed(id);
        const shares = await convert(part);
        expect(total - (await given.owed(id)).total).to.equal(shares * PRICE);
      }
      expect(((await held()) / tokens("1")) * PRICE + (await given.owed(id)).total).to.equal(before.total);
    });

    it("takes its part of a leftover carried from before", async () => {
      await convert(usd("100000"));
      const { carried } = await given.record(id);
      expect(carried).to.equal(usd("0.037671"));
      const q = usd("50000");
      const own = (q * 775n * 611n) / (10_000n * 365n) + (carried * q) / usd("103323.70");
      const preview = await given.lens.previewConversion(id, q, 0n);
      expect(preview.interest).to.equal(own);
    });

    it("takes no more interest than is owed, where a prepayment took the odd unit", async () => {
      await given.byLender.acknowledge(id, 1n, "");
      expect((await given.record(id)).carried).to.equal(-1n);
      const { interest } = await given.owed(id);
      const q = PRINCIPAL - 1n;
      expect((q * 775n * 611n) / (10_000n * 365n)).to.equal(interest + 1n);
      await convert(q);
      const leftover = (q + interest) % PRICE;
      expect(await given.owed(id)).to.include({ principal: 1n, interest: leftover });
    });

    it("of all principal but not all charges, leaves the charges and the leftover", async () => {
      await given.charge(id, usd("500"));
      await convert(PRINCIPAL, usd("499"));
      const leftover = (usd("229701.468504") + usd("499")) % PRICE;
      expect(await given.owed(id)).to.deep.equal({
        principal: 0n,
        interest: leftover,
        overdueInterest: 0n,
        charges: usd("1"),
        total: leftover + usd("1"),
      });
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("of everything, releases the leftover and ends the note", async () => {
      const all = given.byLender.convert(id, ALL, ALL, 0n, "");
      await given.told(all, "NoteDischarged", id, endings.converted, dayOf(OPENS));
      const taken = [PRINCIPAL, usd("26377.768504"), 0n, 0n];
      const rest = [taken, [0n, 0n, 0n, 0n], 4_594_029n, usd("0.018504"), ""];
      await given.told(all, "Converted", id, given.lender.address, ...rest);
      expect(await given.status(id)).to.equal("converted");
    });

    it("takes charges alone once no principal is left, with all remaining interest", async () => {
      await given.charge(id, usd("500"));
      await convert(PRINCIPAL);
      const { interest } = await given.owed(id);
      await given.refused(act(1n, ALL), "ExceedsPrincipal", 1n, 0n);
      const amount = interest + usd("200");
      expect(await convert(0n, usd("200"))).to.equal(amount / PRICE);
      expect(await given.owed(id)).to.include({ charges: usd("300"), interest: amount % PRICE });
      await convert(ALL, ALL);
      expect(await given.status(id)).to.equal("converted");
    });

    it("refuses charges alone that buy no share", async () => {
      await given.charge(id, usd("500"));
      await convert(PRINCIPAL);
      const { interest } = await given.owed(id);
      await given.refused(act(0n, PRICE - interest - 1n), "NoWholeShare", PRICE - 1n, PRICE);
      expect(await convert(0n, PRICE - interest)).to.equal(1n);
    });
  });

  describe("given maturity has come", () => {
    it("takes interest pro rata", async () => {
      await given.on(MATURITY);
      await convert(usd("100000"));
      const own = (usd("47359.103191") * usd("100000")) / PRINCIPAL;
      const shares = (usd("100000") + own) / PRICE;
      const owed = PRINCIPAL + usd("47359.103191") - shares * PRICE;
      expect(await given.owed(id)).to.include({ principal: usd("103323.70"), total: owed });
    });

    it("takes overdue interest pro rata, floored", async () => {
      await given.on("2007-01-11");
      const before = await given.owed(id);
      const preview = await given.lens.previewConversion(id, usd("100000"), 0n);
      expect(preview.overdueInterest).to.equal((before.overdueInterest * usd("100000")) / PRINCIPAL);
      const shares = await convert(usd("100000"));
      expect(before.total - (await given.owed(id)).total).to.equal(shares * PRICE);
    });

    it("takes all overdue interest with all principal", async () => {
      await given.on("2007-01-11");
      expect(await convert(ALL, ALL)).to.equal(usd("251300.925171") / PRICE);
      expect(await given.status(id)).to.equal("converted");
    });

    it("takes what is left of interest once the rest was paid", async () => {
      await given.on(MATURITY);
      await given.byPayer.pay(id, usd("47359.103191") + usd("3323.70"));
      expect(await convert(usd("200000"))).to.equal(4_000_000n);
      expect(await given.status(id)).to.equal("converted");
    });
  });
});
