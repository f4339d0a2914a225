import { expect } from "chai";
import fc from "fast-check";
import { getAddress, ZeroAddress, zeroPadValue, toBeHex } from "ethers";
import { network } from "hardhat";

const EVIDENCE = "ipfs://filing";
const MOST_LINKS = 16;

/** A company without a key, told from others by its number. */
function company(number: number): string {
  return getAddress(zeroPadValue(toBeHex(0xc0_0000 + number), 20));
}

async function deployRegistry() {
  const connection = await network.create("past");
  const [registrar, stranger] = await connection.ethers.getSigners();
  const registry = await connection.ethers.deployContract("ControlRegistry", [registrar!.address]);
  return { ...connection, registry, registrar: registrar!, stranger: stranger! };
}

describe("ControlRegistry", () => {
  let deployed: Awaited<ReturnType<typeof deployRegistry>>;
  let registry: typeof deployed.registry;

  const [holding, lender, sister, outsider] = [company(1), company(2), company(3), company(4)];

  beforeEach(async () => {
    deployed = await deployRegistry();
    registry = deployed.registry;
  });

  async function record(controller: string, controlled: string) {
    return await registry.recordControl(controller, controlled, EVIDENCE);
  }

  /** Companies 100, 101, … each controlled by the one before it, recorded from the top down. */
  async function chain(links: number): Promise<string[]> {
    const companies = Array.from({ length: links + 1 }, (_, i) => company(100 + i));
    for (let i = 0; i < links; i++) await record(companies[i]!, companies[i + 1]!);
    return companies;
  }

  async function expectAffiliates(a: string, b: string, expected: boolean) {
    expect(await registry.areAffiliates(a, b)).to.equal(expected);
    expect(await registry.areAffiliates(b, a)).to.equal(expected);
  }

  describe("given no registrar", () => {
    it("is not made", async () => {
      await expect(deployed.ethers.deployContract("ControlRegistry", [ZeroAddress])).to.be.revertedWithCustomError(
        registry,
        "RegistrarIsNobody",
      );
    });
  });

  describe("given an empty register", () => {
    it("names its registrar", async () => {
      expect(await registry.registrar()).to.equal(deployed.registrar.address);
    });

    it("knows no controller, and no affiliates but each company of itself", async () => {
      expect(await registry.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
      expect(await registry.controls(lender, lender)).to.equal(false);
      await expectAffiliates(lender, lender, true);
      await expectAffiliates(lender, sister, false);
    });

    it("makes nobody an affiliate of anyone", async () => {
      await expectAffiliates(ZeroAddress, ZeroAddress, false);
      await expectAffiliates(ZeroAddress, lender, false);
      expect(await registry.controls(ZeroAddress, lender)).to.equal(false);
      expect(await registry.controls(lender, ZeroAddress)).to.equal(false);
    });

    describe("when the registrar records control", () => {
      it("tells who, whom, since when and on what evidence", async () => {
        const now = (await deployed.networkHelpers.time.latest()) + 1000;
        await deployed.networkHelpers.time.setNextBlockTimestamp(now);
        await expect(record(holding, lender))
          .to.emit(registry, "ControlRecorded")
          .withArgs(holding, lender, now, EVIDENCE);
        expect(await registry.controllerOf(lender)).to.deep.equal([holding, BigInt(now)]);
      });

      it("makes controller and controlled affiliates, one way in control", async () => {
        await record(holding, lender);
        await expectAffiliates(holding, lender, true);
        expect(await registry.controls(holding, lender)).to.equal(true);
        expect(await registry.controls(lender, holding)).to.equal(false);
        await expectAffiliates(lender, outsider, false);
        await expectAffiliates(holding, outsider, false);
      });
    });

    describe("when anyone else writes", () => {
      it("refuses to record", async () => {
        const { stranger, registrar } = deployed;
        await expect(registry.connect(stranger).recordControl(holding, lender, EVIDENCE))
          .to.be.revertedWithCustomError(registry, "NotRegistrar")
          .withArgs(stranger.address, registrar.address);
      });

      it("refuses to revoke", async () => {
        await record(holding, lender);
        const { stranger, registrar } = deployed;
        await expect(registry.connect(stranger).revokeControl(lender, EVIDENCE))
          .to.be.revertedWithCustomError(registry, "NotRegistrar")
          .withArgs(stranger.address, registrar.address);
      });
    });

    describe("when the record names nobody", () => {
      for (const [controller, controlled] of [
        [ZeroAddress, company(2)],
        [company(1), ZeroAddress],
        [ZeroAddress, ZeroAddress],
      ] as const) {
        it(`refuses ${controller} over ${controlled}`, async () => {
          await expect(record(controller, controlled))
            .to.be.revertedWithCustomError(registry, "ControlOfNobody")
            .withArgs(controller, controlled);
        });
      }
    });

    describe("when a control is revoked that is none", () => {
      it("refuses", async () => {
        await expect(registry.revokeControl(lender, EVIDENCE))
          .to.be.revertedWithCustomError(registry, "NotControlled")
          .withArgs(lender);
      });
    });
  });

  describe("given a holding of two subsidiaries", () => {
    beforeEach(async () => {
      await record(holding, lender);
      await record(holding, sister);
    });

    it("makes the two affiliates, neither in control of the other", async () => {
      await expectAffiliates(lender, sister, true);
      expect(await registry.controls(lender, sister)).to.equal(false);
      expect(await registry.controls(sister, lender)).to.equal(false);
    });

    it("makes affiliates of companies at unequal depths", async () => {
      await record(sister, company(5));
      await record(company(5), company(6));
      for (const other of [holding, lender, sister, company(5)]) await expectAffiliates(company(6), other, true);
      await expectAffiliates(company(6), outsider, false);
      expect(await registry.controls(holding, company(6))).to.equal(true);
      expect(await registry.controls(lender, company(6))).to.equal(false);
    });

    it("refuses a second controller, be it the same", async () => {
      for (const proposed of [outsider, holding]) {
        await expect(record(proposed, lender))
          .to.be.revertedWithCustomError(registry, "AlreadyControlled")
          .withArgs(lender, holding, proposed);
      }
    });

    describe("when control of one is revoked", () => {
      it("tells who, whom, since when and on what evidence", async () => {
        const [, since] = await registry.controllerOf(lender);
        await expect(registry.revokeControl(lender, "ipfs://sale"))
          .to.emit(registry, "ControlRevoked")
          .withArgs(holding, lender, since, "ipfs://sale");
        expect(await registry.controllerOf(lender)).to.deep.equal([ZeroAddress, 0n]);
      });

      it("ends affiliation at once, the other's unharmed", async () => {
        await registry.revokeControl(lender, EVIDENCE);
        await expectAffiliates(lender, sister, false);
        await expectAffiliates(lender, holding, false);
        await expectAffiliates(sister, holding, true);
      });

      it("admits another controller, counted from the new day", async () => {
        await registry.revokeControl(lender, EVIDENCE);
        const now = (await deployed.networkHelpers.time.latest()) + 1000;
        await deployed.networkHelpers.time.setNextBlockTimestamp(now);
        await record(outsider, lender);
        expect(await registry.controllerOf(lender)).to.deep.equal([outsider, BigInt(now)]);
        await expectAffiliates(lender, outsider, true);
      });
    });
  });

  describe("given control already recorded the other way", () => {
    it("refuses a company over itself", async () => {
      await expect(record(lender, lender))
        .to.be.revertedWithCustomError(registry, "ControlCycle")
        .withArgs(lender, lender);
    });

    for (const links of [1, 2, MOST_LINKS]) {
      it(`refuses a cycle closed over ${links} links`, async () => {
        const companies = await chain(links);
        await expect(record(companies.at(-1)!, companies[0]!))
          .to.be.revertedWithCustomError(registry, "ControlCycle")
          .withArgs(companies.at(-1)!, companies[0]!);
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
      expect(await registry.controls(companies[0]!, companies.at(-1)!)).to.equal(true);
    });

    it("refuses a link more at its lower end", async () => {
      await expect(record(companies.at(-1)!, outsider))
        .to.be.revertedWithCustomError(registry, "ControlChainTooLong")
        .withArgs(MOST_LINKS + 1, MOST_LINKS);
    });

    it("refuses a link more at its upper end", async () => {
      await expect(record(outsider, companies[0]!))
        .to.be.revertedWithCustomError(registry, "ControlChainTooLong")
        .withArgs(MOST_LINKS + 1, MOST_LINKS);
    });

    it("admits a branch beside its lowest, an affiliate of all", async () => {
      await record(companies.at(-2)!, outsider);
      for (const other of companies) await expectAffiliates(outsider, other, true);
    });

    it("admits a link above once one below is revoked, unless a branch is as long", async () => {
      await registry.revokeControl(companies.at(-1)!, EVIDENCE);
      await record(outsider, companies[0]!);
      await registry.revokeControl(companies[0]!, EVIDENCE);

      await record(companies.at(-2)!, sister);
      await expect(record(outsider, companies[0]!)).to.be.revertedWithCustomError(registry, "ControlChainTooLong");
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
      await expect(record(upper.at(-1)!, lower[0]!))
        .to.be.revertedWithCustomError(registry, "ControlChainTooLong")
        .withArgs(17, MOST_LINKS);
      await record(upper.at(-2)!, lower[0]!);
      await expectAffiliates(upper[0]!, lower.at(-1)!, true);
      await expectAffiliates(upper.at(-1)!, lower.at(-1)!, true);
    });
  });

  describe("given any history of records and revocations", () => {
    it("admits, refuses and answers as a plain forest does", async () => {
      const COMPANIES = 22;
      const step = fc.record({
        // Mostly records of a neighbour, so that chains grow long enough to be refused.
        revoke: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
        controller: fc.nat({ max: COMPANIES - 1 }),
        controlled: fc.nat({ max: COMPANIES - 1 }),
        neighbour: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 80 }), async (steps) => {
          const fresh = await deployed.ethers.deployContract("ControlRegistry", [deployed.registrar.address]);
          const forest = new Forest();
          for (const { revoke, controller: named, controlled, neighbour } of steps) {
            const controller = neighbour ? (controlled + 1) % COMPANIES : named;
            const act = revoke
              ? fresh.revokeControl(company(controlled), EVIDENCE)
              : fresh.recordControl(company(controller), company(controlled), EVIDENCE);
            const refusal = revoke ? forest.revoke(controlled) : forest.record(controller, controlled);
            if (refusal === undefined) await act;
            else await expect(act).to.be.revertedWithCustomError(fresh, refusal);
          }
          for (let a = 0; a < COMPANIES; a += 3) {
            for (let b = 0; b < COMPANIES; b++) {
              expect(await fresh.areAffiliates(company(a), company(b))).to.equal(forest.areAffiliates(a, b));
              expect(await fresh.controls(company(a), company(b))).to.equal(forest.above(b).includes(a));
            }
          }
        }),
        // A history is slow to replay: report the first that fails as it is, rather than look for a shorter one.
        { numRuns: 8, endOnFailure: true },
      );
    });
  });
});

/** Control by plain walks, with all companies at hand. */
class Forest {
  readonly #controllers = new Map<number, number>();

  above(company: number): number[] {
    const above: number[] = [];
    for (let next = this.#controllers.get(company); next !== undefined; next = this.#controllers.get(next)) {
      above.push(next);
    }
    return above;
  }

  areAffiliates(a: number, b: number): boolean {
    const ofB = [b, ...this.above(b)];
    return [a, ...this.above(a)].some((one) => ofB.includes(one));
  }

  record(controller: number, controlled: number): string | undefined {
    if (this.#controllers.has(controlled)) return "AlreadyControlled";
    if (controller === controlled || this.above(controller).includes(controlled)) return "ControlCycle";
    const below = [...this.#controllers.keys()].map((company) => this.above(company).indexOf(controlled) + 1);
    if (this.above(controller).length + 1 + Math.max(0, ...below) > MOST_LINKS) return "ControlChainTooLong";
    this.#controllers.set(controlled, controller);
    return undefined;
  }

  revoke(controlled: number): string | undefined {
    return this.#controllers.delete(controlled) ? undefined : "NotControlled";
  }
}
