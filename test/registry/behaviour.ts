import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { expectPlainForest } from "./history.ts";
import { company, EVIDENCE } from "./register.ts";
import type { GivenRegister, Register } from "./register.ts";

const MOST_LINKS = 16;

/** What every register of control does, however its registrar speaks. To be called within a `describe`. */
export function behavesAsRegisterOfControl(given: GivenRegister<Register>): void {
  const [holding, lender, sister, outsider] = [company(1), company(2), company(3), company(4)];

  const record = (controller: string, controlled: string) =>
    given.register.record(controller, controlled, { evidence: EVIDENCE });
  const revoke = (controlled: string) => given.register.revoke(controlled);

  /** Companies 100, 101, … each controlled by the one before it, recorded from the top down. */
  async function chain(links: number): Promise<string[]> {
    const companies = Array.from({ length: links + 1 }, (_, i) => company(100 + i));
    for (let i = 0; i < links; i++) await record(companies[i]!, companies[i + 1]!);
    return companies;
  }

  async function expectAffiliates(a: string, b: string, expected: boolean) {
    expect(await given.register.contract.areAffiliates(a, b)).to.equal(expected);
    expect(await given.register.contract.areAffiliates(b, a)).to.equal(expected);
  }

  async function expectRefused(act: Promise<unknown>, error: string, ...args: unknown[]) {
    await expect(act)
      .to.be.revertedWithCustomError(given.register.contract, error)
      .withArgs(...args);
  }

  describe("given an empty register", () => {
    it("names its registrar", async () => {
      expect(await given.register.contract.registrar()).to.equal(given.register.registrar.address);
    });

    it("knows no controller, and no affiliates but each company of itself", async () => {
      expect(await given.register.contract.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
      expect(await given.register.contract.controls(lender, lender)).to.equal(false);
      await expectAffiliates(lender, lender, true);
      await expectAffiliates(lender, sister, false);
    });

    it("makes nobody an affiliate of anyone", async () => {
      await expectAffiliates(ZeroAddress, ZeroAddress, false);
      await expectAffiliates(ZeroAddress, lender, false);
      expect(await given.register.contract.controls(ZeroAddress, lender)).to.equal(false);
      expect(await given.register.contract.controls(lender, ZeroAddress)).to.equal(false);
    });

    describe("when the registrar records control", () => {
      it("tells who, whom, since when and on what evidence", async () => {
        const now = await given.later();
        await given.at(now);
        await expect(record(holding, lender))
          .to.emit(given.register.contract, "ControlRecorded")
          .withArgs(holding, lender, now, EVIDENCE);
        expect(await given.register.contract.controllerOf(lender)).to.deep.equal([holding, BigInt(now)]);
      });

      it("makes controller and controlled affiliates, one way in control", async () => {
        await record(holding, lender);
        await expectAffiliates(holding, lender, true);
        expect(await given.register.contract.controls(holding, lender)).to.equal(true);
        expect(await given.register.contract.controls(lender, holding)).to.equal(false);
        await expectAffiliates(lender, outsider, false);
        await expectAffiliates(holding, outsider, false);
      });
    });

    describe("when anyone else records", () => {
      it("refuses", async () => {
        const { stranger, register } = given;
        const act = register.record(holding, lender, { by: stranger });
        await expectRefused(act, "NotRegistrar", stranger.address, register.registrar.address);
      });
    });

    describe("when the record names nobody", () => {
      for (const [controller, controlled] of [
        [ZeroAddress, company(2)],
        [company(1), ZeroAddress],
        [ZeroAddress, ZeroAddress],
      ] as const) {
        it(`refuses ${controller} over ${controlled}`, async () => {
          await expectRefused(record(controller, controlled), "ControlOfNobody", controller, controlled);
        });
      }
    });
  });

  describe("given a holding of two subsidiaries", () => {
    beforeEach(async () => {
      await record(holding, lender);
      await record(holding, sister);
    });

    it("makes the two affiliates, neither in control of the other", async () => {
      await expectAffiliates(lender, sister, true);
      expect(await given.register.contract.controls(lender, sister)).to.equal(false);
      expect(await given.register.contract.controls(sister, lender)).to.equal(false);
    });

    it("makes affiliates of companies at unequal depths", async () => {
      await record(sister, company(5));
      await record(company(5), company(6));
      for (const other of [holding, lender, sister, company(5)]) await expectAffiliates(company(6), other, true);
      await expectAffiliates(company(6), outsider, false);
      expect(await given.register.contract.controls(holding, company(6))).to.equal(true);
      expect(await given.register.contract.controls(lender, company(6))).to.equal(false);
    });

    it("refuses a second controller, be it the same", async () => {
      for (const proposed of [outsider, holding]) {
        await expectRefused(record(proposed, lender), "AlreadyControlled", lender, holding, proposed);
      }
    });

    describe("when control of one is revoked", () => {
      it("tells who, whom, since when and on what evidence", async () => {
        const { contract, evidenceOfEnd } = given.register;
        const { since } = await contract.controllerOf(lender);
        await expect(revoke(lender))
          .to.emit(contract, "ControlRevoked")
          .withArgs(holding, lender, since, evidenceOfEnd);
        expect(await contract.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
      });

      it("ends affiliation at once, the other's unharmed", async () => {
        await revoke(lender);
        await expectAffiliates(lender, sister, false);
        await expectAffiliates(lender, holding, false);
        await expectAffiliates(sister, holding, true);
      });

      it("is not there to be revoked again", async () => {
        await revoke(lender);
        await given.register.expectNoneToRevoke(lender);
        await expectAffiliates(sister, holding, true);
      });

      it("admits another controller, counted from the new day", async () => {
        await revoke(lender);
        const now = await given.later();
        await given.at(now);
        await record(outsider, lender);
        expect(await given.register.contract.controllerOf(lender)).to.deep.equal([outsider, BigInt(now)]);
        await expectAffiliates(lender, outsider, true);
      });
    });
  });

  describe("given control already recorded the other way", () => {
    it("refuses a company over itself", async () => {
      await expectRefused(record(lender, lender), "ControlCycle", lender, lender);
    });

    for (const links of [1, 2, MOST_LINKS]) {
      it(`refuses a cycle closed over ${links} links`, async () => {
        const companies = await chain(links);
        const [top, bottom] = [companies[0]!, companies.at(-1)!];
        await expectRefused(record(bottom, top), "ControlCycle", bottom, top);
      });
    }
  });

  describe(`given a chain of ${MOST_LINKS} links`, () => {
    let companies: string[];

    beforeEach(async () => {
      companies = await chain(MOST_LINKS);
    });

    it("reaches from end to end", async () => {
      await expectAffiliates(companies[0]!, companies.at(-1)!, true);
      expect(await given.register.contract.controls(companies[0]!, companies.at(-1)!)).to.equal(true);
    });

    it("refuses a link more at its lower end", async () => {
      await expectRefused(record(companies.at(-1)!, outsider), "ControlChainTooLong", MOST_LINKS + 1, MOST_LINKS);
    });

    it("refuses a link more at its upper end", async () => {
      await expectRefused(record(outsider, companies[0]!), "ControlChainTooLong", MOST_LINKS + 1, MOST_LINKS);
    });

    it("admits a branch beside its lowest, an affiliate of all", async () => {
      await record(companies.at(-2)!, outsider);
      for (const other of companies) await expectAffiliates(outsider, other, true);
    });

    it("admits a link above once one below is revoked, unless a branch is as long", async () => {
      await revoke(companies.at(-1)!);
      await record(outsider, companies[0]!);
      await revoke(companies[0]!);

      await record(companies.at(-2)!, sister);
      await expectRefused(record(outsider, companies[0]!), "ControlChainTooLong", MOST_LINKS + 1, MOST_LINKS);
    });
  });

  describe("given two chains to be joined", () => {
    it("counts the links above, the new one and the links below", async () => {
      const upper = await chain(8);
      const lower = [company(50)];
      for (let i = 0; i < 8; i++) {
        lower.unshift(company(51 + i));
        await record(lower[0]!, lower[1]!);
      }
      await expectRefused(record(upper.at(-1)!, lower[0]!), "ControlChainTooLong", 17, MOST_LINKS);
      await record(upper.at(-2)!, lower[0]!);
      await expectAffiliates(upper[0]!, lower.at(-1)!, true);
      await expectAffiliates(upper.at(-1)!, lower.at(-1)!, true);
    });
  });

  describe("given any history of records and revocations", () => {
    it("admits, refuses and answers as a plain forest does", async () => {
      await expectPlainForest(given);
    });
  });
}
