import { expect } from "chai";
import fc from "fast-check";
import { ZeroAddress, ZeroHash } from "ethers";

import { deployAttested } from "./attestationService.ts";
import { expectPlainForest } from "./history.ts";
import { company, givenRegister } from "./register.ts";

const MOST_LINKS = 16;

describe("Expiry of attested control", () => {
  const given = givenRegister(deployAttested);
  const [holding, lender, sister, outsider] = [company(1), company(2), company(3), company(4)];
  let until: number;

  beforeEach(async () => {
    until = await given.later();
  });

  const record = (controller: string, controlled: string, expiring = false) =>
    given.register.record(controller, controlled, expiring ? { until } : {});
  const affiliated = (a: string, b: string) => given.register.contract.areAffiliates(a, b);

  async function revokeAttestation(uid: string) {
    const { service, schema, registrar } = given.register;
    return await service.as(registrar).revoke({ schema, data: { uid, value: 0 } });
  }

  async function expectRefused(act: Promise<unknown>, error: string, ...args: unknown[]) {
    await expect(act)
      .to.be.revertedWithCustomError(given.register.contract, error)
      .withArgs(...args);
  }

  /** Companies 100, 101, … each controlled by the one before it; one link expires. */
  async function chain(links: number, expiring: number): Promise<string[]> {
    const companies = Array.from({ length: links + 1 }, (_, i) => company(100 + i));
    for (let i = 0; i < links; i++) await record(companies[i]!, companies[i + 1]!, i === expiring);
    return companies;
  }

  describe("given control that expires", () => {
    beforeEach(async () => {
      await record(holding, lender, true);
      await record(holding, sister);
    });

    it("is told and read with its end", async () => {
      const { contract, service } = given.register;
      const act = record(lender, outsider, true);
      await act;
      const [uid] = await service.made();
      await expect(act).to.emit(contract, "ControlAttested").withArgs(uid, outsider, until);
      expect(await contract.attestationOf(outsider)).to.deep.equal([uid, BigInt(until)]);
    });

    it("counts in the last second before it, up and down", async () => {
      await given.at(until - 1);
      const { contract } = given.register;
      expect((await contract.controllerOf(lender)).controller).to.equal(holding);
      expect(await contract.controls(holding, lender)).to.equal(true);
      for (const other of [holding, sister]) {
        expect(await affiliated(lender, other)).to.equal(true);
        expect(await affiliated(other, lender)).to.equal(true);
      }
    });

    it("counts no more from that second on, with no transaction", async () => {
      await given.at(until);
      const { contract } = given.register;
      expect(await contract.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
      expect(await contract.attestationOf(lender)).to.deep.equal([ZeroHash, 0n]);
      expect(await contract.controls(holding, lender)).to.equal(false);
      for (const other of [holding, sister]) {
        expect(await affiliated(lender, other)).to.equal(false);
        expect(await affiliated(other, lender)).to.equal(false);
      }
      expect(await affiliated(holding, sister)).to.equal(true);
    });

    it("has no other controller until then, not even the same again", async () => {
      await given.at(until - 1);
      for (const proposed of [holding, outsider]) {
        await expectRefused(record(proposed, lender), "AlreadyControlled", lender, holding, proposed);
      }
    });

    it("takes another controller, or the same again, from that second on", async () => {
      await given.at(until);
      await record(outsider, lender);
      expect(await given.register.contract.controllerOf(lender)).to.deep.equal([outsider, BigInt(until)]);
      expect(await affiliated(lender, outsider)).to.equal(true);
      expect(await affiliated(lender, holding)).to.equal(false);

      await given.register.revoke(lender);
      await record(holding, lender);
      expect(await affiliated(lender, sister)).to.equal(true);
    });

    it("can be revoked before", async () => {
      const { since } = await given.register.contract.controllerOf(lender);
      await expect(given.register.revoke(lender))
        .to.emit(given.register.contract, "ControlRevoked")
        .withArgs(holding, lender, since, "");
      expect(await affiliated(lender, sister)).to.equal(false);
    });

    it("can be revoked after, which ends nothing and tells nothing", async () => {
      await given.at(until);
      await expect(given.register.revoke(lender)).not.to.emit(given.register.contract, "ControlRevoked");
      expect(await affiliated(lender, sister)).to.equal(false);
      expect(await affiliated(holding, sister)).to.equal(true);
      await record(holding, lender);
      expect(await affiliated(lender, sister)).to.equal(true);
    });

    it("leaves what replaced it alone when it is revoked after all", async () => {
      const replaced = given.register.attestationOf(lender);
      await given.at(until);
      await record(outsider, lender);
      const uid = given.register.attestationOf(lender);
      await expect(revokeAttestation(replaced)).not.to.emit(given.register.contract, "ControlRevoked");
      expect(await given.register.contract.attestationOf(lender)).to.deep.equal([uid, 0n]);
      expect(await affiliated(lender, outsider)).to.equal(true);
    });
  });

  describe("given a chain with a link that has expired", () => {
    it("is cut there, and whole on either side", async () => {
      const [a, b, c, d] = await chain(3, 1);
      await given.at(until);
      expect(await affiliated(a!, b!)).to.equal(true);
      expect(await affiliated(c!, d!)).to.equal(true);
      for (const above of [a!, b!]) {
        for (const below of [c!, d!]) expect(await affiliated(above, below)).to.equal(false);
      }
    });

    it("can be turned round: the lower over the upper", async () => {
      const [a, b, c, d] = await chain(3, 1);
      const expired = given.register.attestationOf(c!);
      await expectRefused(record(d!, a!), "ControlCycle", d, a);
      await given.at(until);
      await record(d!, a!);
      expect(await given.register.contract.controls(c!, b!)).to.equal(true);
      expect(await given.register.contract.controls(b!, c!)).to.equal(false);

      await revokeAttestation(expired);
      expect(await given.register.contract.controls(c!, b!)).to.equal(true);
      await expectRefused(record(b!, c!), "ControlCycle", b, c);
    });

    it("still refuses a cycle through links that count", async () => {
      const [a, b] = await chain(3, 2);
      await given.at(until);
      await expectRefused(record(b!, a!), "ControlCycle", b, a);
    });
  });

  describe(`given a chain of ${MOST_LINKS} links, one of which has expired`, () => {
    it("admits links at its lower end: those above the expired one are not counted", async () => {
      const companies = await chain(MOST_LINKS, 3);
      await given.at(until);
      for (let more = 0; more < 4; more++)
        await record([companies.at(-1)!, company(50), company(51), company(52)][more]!, company(50 + more));
      expect(await affiliated(companies[4]!, company(53))).to.equal(true);
      expect(await affiliated(companies[3]!, company(53))).to.equal(false);
      await expectRefused(record(company(53), company(54)), "ControlChainTooLong", MOST_LINKS + 1, MOST_LINKS);
    });

    it("counts those below it at its upper end until it is revoked", async () => {
      const companies = await chain(MOST_LINKS, 3);
      await given.at(until);
      await expectRefused(record(outsider, companies[0]!), "ControlChainTooLong", MOST_LINKS + 1, MOST_LINKS);
      await given.register.revoke(companies[4]!);
      await record(outsider, companies[0]!);
      expect(await affiliated(outsider, companies[3]!)).to.equal(true);
      expect(await affiliated(outsider, companies[4]!)).to.equal(false);
    });

    it("counts those below it at its upper end until it is replaced", async () => {
      const companies = await chain(MOST_LINKS, 3);
      await given.at(until);
      await record(sister, companies[4]!);
      await record(outsider, companies[0]!);
      expect(await affiliated(sister, companies.at(-1)!)).to.equal(true);
      expect(await affiliated(outsider, sister)).to.equal(false);
    });
  });

  describe("given an expiry beyond nine million years", () => {
    it("is none, and one just before is kept", async () => {
      const { contract } = given.register;
      until = 2 ** 48 + 5;
      await record(holding, lender, true);
      expect((await contract.attestationOf(lender)).until).to.equal(0n);
      until = 2 ** 48 - 1;
      await record(holding, sister, true);
      expect((await contract.attestationOf(sister)).until).to.equal(2n ** 48n - 1n);
      expect(await affiliated(lender, sister)).to.equal(true);
    });
  });

  describe("given any history of attestations, expiries and revocations", () => {
    it("admits, refuses and answers as a plain forest does", async () => {
      await expectPlainForest(given, fc.option(fc.integer({ min: 1, max: 60 }), { nil: null, freq: 3 }));
    });
  });
});
