import { expect } from "chai";
import fc from "fast-check";

import { Forest } from "./forest.ts";
import { company } from "./register.ts";
import type { GivenRegister, Register } from "./register.ts";

const COMPANIES = 22;

interface Step {
  readonly revoke: boolean;
  readonly controller: number;
  readonly controlled: number;
  readonly neighbour: boolean;
  /** Seconds that pass before it. */
  readonly passing: number;
  /** Seconds it lasts; null: until it is revoked. */
  readonly lasting: number | null;
}

/** Mostly records of a neighbour, so that chains grow long enough to be refused. */
function anyStep(lasting: fc.Arbitrary<number | null>): fc.Arbitrary<Step> {
  return fc.record({
    revoke: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    controller: fc.nat({ max: COMPANIES - 1 }),
    controlled: fc.nat({ max: COMPANIES - 1 }),
    neighbour: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
    passing: fc.nat({ max: 3 }),
    lasting,
  });
}

/**
 * Plays random histories of records and revocations, and expects the register to admit, refuse and answer as plain walks do.
 *
 * @param lasting How many seconds a control may last.
 */
export async function expectPlainForest(
  given: GivenRegister<Register>,
  lasting: fc.Arbitrary<number | null> = fc.constant(null),
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep(lasting), { minLength: 40, maxLength: 80 }), async (steps) => {
      const register = await given.another();
      const forest = new Forest();
      forest.now = await given.later();
      for (const step of steps) {
        forest.now += step.passing;
        await given.at(forest.now);
        await play(register, forest, step);
      }
      await compare(register, forest);
    }),
    // A history is slow to replay: report the first that fails as it is, rather than look for a shorter one.
    { numRuns: 8, endOnFailure: true },
  );
}

async function play(register: Register, forest: Forest, step: Step) {
  const { revoke, controller: named, controlled, neighbour, lasting } = step;
  if (revoke) {
    const hadControl = (await register.contract.controllerOf(company(controlled))).since > 0n;
    expect(forest.revoke(controlled)).to.equal(hadControl);
    if (hadControl) await register.revoke(company(controlled));
    else await register.expectNoneToRevoke(company(controlled));
    return;
  }
  const controller = neighbour ? (controlled + 1) % COMPANIES : named;
  const until = lasting === null ? null : forest.now + lasting;
  const refusal = forest.record(controller, controlled, until);
  const act = register.record(company(controller), company(controlled), until === null ? {} : { until });
  if (refusal === undefined) await act;
  else await expect(act).to.be.revertedWithCustomError(register.contract, refusal);
}

async function compare({ contract }: Register, forest: Forest) {
  for (let a = 0; a < COMPANIES; a += 3) {
    for (let b = 0; b < COMPANIES; b++) {
      expect(await contract.areAffiliates(company(a), company(b))).to.equal(forest.areAffiliates(a, b));
      expect(await contract.controls(company(a), company(b))).to.equal(forest.above(b).includes(a));
    }
  }
}
