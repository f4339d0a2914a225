import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, MATURITY, overdueBases, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Payment", () => {
  const given = givenNotes();
  const principal = usd("203323.70");
  const interest = usd("47359.103191");
  const due = principal + interest;
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("given it is maturity", () => {
    beforeEach(async () => {
      await given.on(MATURITY);
    });

    for (const who of ["borrower", "attestor", "sister", "stranger"] as const) {
      it(`is taken from the ${who}, straight to the holder`, async () => {
        const { currency, lender } = given;
        const [held, paid] = [await currency.balanceOf(lender), await currency.balanceOf(given[who])];
        await given.as(given[who]).pay(id, usd("100"));
        expect((await currency.balanceOf(lender)) - held).to.equal(usd("100"));
        expect(paid - (await currency.balanceOf(given[who]))).to.equal(usd("100"));
        expect(await currency.balanceOf(given.notes)).to.equal(0n);
      });
    }

    it("is refused from the holder, who acknowledges instead", async () => {
      await given.refused(given.byLender.pay(id, 1n), "PayerIsHolder", given.lender.address);
    });

    it("is refused of nothing", async () => {
      await given.refused(given.byPayer.pay(id, 0n), "ZeroAmount");
    });

    it("is refused without approval, and changes nothing", async () => {
      await given.currency.connect(given.payer).approve(given.notes, usd("99.999999"));
      const before = await given.owed(id);
      await expect(given.byPayer.pay(id, usd("100")))
        .to.be.revertedWithCustomError(given.currency, "ERC20InsufficientAllowance")
        .withArgs(await given.notes.getAddress(), usd("99.999999"), usd("100"));
      expect(await given.owed(id)).to.deep.equal(before);
    });

    it("pulls no more than is owed, whatever the payer names", async () => {
      for (const most of [due, due + 1n, ALL]) expect(await given.byPayer.pay.staticCall(id, most)).to.equal(due);
      expect(await given.byPayer.pay.staticCall(id, due - 1n)).to.equal(due - 1n);
    });

    it("goes to interest before principal", async () => {
      await given.byPayer.pay(id, interest);
      expect(await given.owed(id)).to.include({ principal, interest: 0n });
      const pay = given.byPayer.pay(id, 1n);
      const accrued = ((principal - 1n) * 775n * 1097n) / (10_000n * 365n);
      const balances = [principal - 1n, -accrued, 0n, 0n];
      await given.told(pay, "PaymentMade", id, given.payer.address, given.lender.address, [1n, 0n, 0n, 0n], balances);
    });

    it("of one unit short leaves the note standing, one unit of principal owed", async () => {
      await given.byPayer.pay(id, due - 1n);
      expect(await given.owed(id)).to.include({ principal: 1n, interest: 0n, total: 1n });
      expect(await given.status(id)).to.equal("due");
    });

    it("of exactly what is owed ends the note as paid", async () => {
      const pay = given.byPayer.pay(id, due);
      await given.told(pay, "NoteDischarged", id, endings.paid, dayOf(MATURITY));
      const taken = [principal, interest, 0n, 0n];
      await given.told(pay, "PaymentMade", id, given.payer.address, given.lender.address, taken, [0n, 0n, 0n, 0n]);
      expect(await given.status(id)).to.equal("paid");
    });

    it("may be in several parts on one day, which come to one payment", async () => {
      const twin = await given.make();
      await given.byPayer.pay(twin, usd("60000"));
      for (const part of ["10000", "20000", "30000"]) await given.byPayer.pay(id, usd(part));
      const [record, other] = [await given.record(id), await given.record(twin)];
      expect(record).to.deep.equal(other);
    });

    it("is not made by sending tokens to the contract", async () => {
      await given.currency.connect(given.payer).transfer(given.notes, due);
      expect(await given.owed(id)).to.include({ total: due });
    });
  });

  describe("given it is past the last day to pay, with charges", () => {
    const overdue = (due * 9n * 10n) / (100n * 365n);
    const charges = usd("1500");

    beforeEach(async () => {
      await given.on("2007-01-11");
      await given.charge(id, charges);
    });

    const steps = [
      ["charges", charges],
      ["overdueInterest", overdue],
      ["interest", interest],
      ["principal", principal],
    ] as const;

    it("goes to charges, overdue interest, interest, principal, in this order", async () => {
      let left = Object.fromEntries([...steps, ["total", due + overdue + charges]]);
      for (const [part, amount] of steps.slice(0, 3)) {
        await given.byPayer.pay(id, amount - 1n);
        left = { ...left, [part]: 1n, total: left["total"]! - amount + 1n };
        expect(await given.owed(id)).to.deep.equal(left);
        await given.byPayer.pay(id, 1n);
        left = { ...left, [part]: 0n, total: left["total"]! - 1n };
        expect(await given.owed(id)).to.deep.equal(left);
      }
      await given.byPayer.pay(id, principal - 1n);
      expect(await given.owed(id)).to.include({ total: 1n, principal: 1n });
      await given.byPayer.pay(id, 1n);
      expect(await given.status(id)).to.equal("paid");
    });

    it("in one payment over all of them, tells what went where and what is left", async () => {
      const pay = given.byPayer.pay(id, charges + overdue + interest + usd("3323.70"));
      const left = usd("200000");
      const carried = -((left * 775n * 1097n) / (10_000n * 365n));
      // over 1e8 · 365: what the floor left, less what would have run on the rest
      const fraction = (due * 9_000_000n * 10n) % (100_000_000n * 365n);
      const overdueCarried = fraction - left * 9_000_000n * 10n;
      await given.told(
        pay,
        "PaymentMade",
        id,
        given.payer.address,
        given.lender.address,
        [usd("3323.70"), interest, overdue, charges],
        [left, carried, 0n, overdueCarried],
      );
      expect(await given.record(id)).to.include({ carried, overdueCarried, principal: left });
    });

    it("cures nothing by a part", async () => {
      await given.byLender.demand(id, "");
      await given.byPayer.pay(id, due);
      await given.on("2007-02-01");
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("given a payment by the last day to pay", () => {
    it("of all, on its last minute, adds nothing for the extension", async () => {
      await given.on("2007-01-02", "23:59");
      expect(await given.byPayer.pay.staticCall(id, ALL)).to.equal(usd("250682.803191"));
    });

    it("of all, a day later, owes two days on the sum", async () => {
      await given.on("2007-01-03", "00:00");
      expect(await given.byPayer.pay.staticCall(id, ALL)).to.equal(due + (due * 9n * 2n) / (100n * 365n));
    });
  });

  describe("given the holder acknowledges a payment made elsewhere", () => {
    for (const date of ["2004-02-29", "2006-12-31", MATURITY, "2007-01-02", "2007-01-11"]) {
      it(`counts on ${date}`, async () => {
        await given.on(date);
        const before = await given.owed(id);
        await given.byLender.acknowledge(id, usd("1234.567891"), "wire 1");
        expect((await given.owed(id)).total).to.equal(before.total - usd("1234.567891"));
      });
    }

    it("tells the reference, what it was applied to and what is left", async () => {
      await given.on(MATURITY);
      const act = given.byLender.acknowledge(id, interest, "wire 20070101");
      const [taken, balances] = [
        [0n, interest, 0n, 0n],
        [principal, -interest, 0n, 0n],
      ];
      await given.told(act, "PaymentAcknowledged", id, given.lender.address, taken, balances, "wire 20070101");
    });

    it("moves no money", async () => {
      const before = await given.currency.balanceOf(given.lender);
      await given.byLender.acknowledge(id, usd("100"), "");
      expect(await given.currency.balanceOf(given.lender)).to.equal(before);
    });

    it("is refused above what is owed, and of exactly that ends the note as paid", async () => {
      await given.on(MATURITY);
      await given.refused(given.byLender.acknowledge(id, due + 1n, ""), "ExceedsOwed", due + 1n, due);
      await given.refused(given.byLender.acknowledge(id, ALL, ""), "ExceedsOwed", ALL, due);
      const act = given.byLender.acknowledge(id, due, "");
      await given.told(act, "NoteDischarged", id, endings.paid, dayOf(MATURITY));
      expect(await given.status(id)).to.equal("paid");
    });

    it("is refused of nothing", async () => {
      await given.refused(given.byLender.acknowledge(id, 0n, ""), "ZeroAmount");
    });

    it("is refused to anyone else, the borrower first", async () => {
      for (const who of [given.borrower, given.attestor, given.sister, given.stranger]) {
        const act = given.as(who).acknowledge(id, 1n, "");
        await given.refused(act, "NotHolder", who.address, given.lender.address);
      }
    });
  });

  describe("given the holder releases the debt", () => {
    it("tells what was owed, and ends the note", async () => {
      await given.on("2007-01-11");
      await given.charge(id, usd("7"));
      const { principal: p, interest: i, overdueInterest, charges, total } = await given.owed(id);
      const act = given.byLender.release(id);
      await given.told(act, "DebtReleased", id, given.lender.address, [p, i, overdueInterest, charges, total]);
      await given.told(act, "NoteDischarged", id, endings.released, dayOf("2007-01-11"));
      expect(await given.status(id)).to.equal("released");
    });

    it("is refused to anyone else", async () => {
      for (const who of [given.borrower, given.attestor, given.stranger]) {
        await given.refused(given.as(who).release(id), "NotHolder", who.address, given.lender.address);
      }
    });
  });

  describe("given the smallest debts", () => {
    it("can be paid a unit at a time, to nothing", async () => {
      id = await given.makePlain({ principal: 3n, overdueBase: overdueBases.principal });
      await given.on("2007-01-03");
      for (const left of [2n, 1n, 0n]) {
        await given.byPayer.pay(id, 1n);
        expect(await given.owed(id)).to.include({ total: left });
      }
      expect(await given.status(id)).to.equal("paid");
    });
  });
});
