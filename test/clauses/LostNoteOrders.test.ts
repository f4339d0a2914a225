import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import type { Account } from "../helpers/notes.ts";

const DAYS_TO_OBJECT = 30;

const STEPS = ["declare", "consent", "another", "object", "days", "recover"] as const;
type Step = (typeof STEPS)[number];

/**
 * In how many of the 120 orders that begin so the note has moved in the end, counted by hand. It moves if the declaration and an address come
 * before the days, none between the days and recovery, and no objection after either: so never if days or recovery come first. After an
 * objection: 6 orders with both addresses before the days, 4 with one of them after recovery.
 */
const MOVED: Readonly<Record<Step, number>> = { declare: 6, consent: 6, another: 6, object: 10, days: 0, recover: 0 };

/** What the instrument makes of the steps so far, told apart from the contracts: days are counted from the first. */
interface Expected {
  readonly today: number;
  readonly holder: string;
  readonly declared?: number;
  readonly consented?: { readonly to: string; readonly on: number };
}

describe("LostNote, in every order of its steps", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  /** Where a step leads, or nowhere if it is to be refused. */
  function predict(step: Step, { today, holder, declared, consented }: Expected): Expected | undefined {
    const still = { today, holder };
    const addressed = consented && { consented };
    const stated = declared !== undefined && { declared };
    switch (step) {
      case "declare":
        return { ...still, ...addressed, declared: today };
      case "consent":
      case "another": {
        const to = step === "consent" ? given.stranger.address : given.holdco.address;
        return to === holder ? undefined : { ...still, ...stated, consented: { to, on: today } };
      }
      case "object":
        return declared === undefined && !consented ? undefined : still;
      case "days":
        return { holder, ...stated, ...addressed, today: today + DAYS_TO_OBJECT + 1 };
      case "recover": {
        if (declared === undefined || !consented) return undefined;
        const over = today > Math.max(declared, consented.on) + DAYS_TO_OBJECT;
        return over ? { today, holder: consented.to } : undefined;
      }
    }
  }

  function holderNow(address: string): Account {
    return [given.lender, given.stranger, given.holdco].find((account) => account.address === address)!;
  }

  async function take(step: Step, holder: string): Promise<boolean> {
    const steps: Record<Step, () => Promise<unknown>> = {
      declare: () => given.byAttestor.declareLost(id, ""),
      consent: () => given.byBorrower.consentToRecovery(id, given.stranger),
      another: () => given.byBorrower.consentToRecovery(id, given.holdco),
      object: () => given.as(holderNow(holder)).object(id),
      days: () => given.connection.networkHelpers.time.increase((DAYS_TO_OBJECT + 1) * 86_400),
      recover: () => given.byPayer.recover(id),
    };
    return await steps[step]().then(
      () => true,
      () => false,
    );
  }

  async function look(firstDay: number) {
    const recovery = await given.notes.recoveryOf(id);
    const day = (stored: bigint) => (stored === 0n ? undefined : Number(stored) - firstDay);
    const [declared, on] = [day(recovery.declaredOn), day(recovery.consentedOn)];
    const holder = await given.notes.ownerOf(id);
    return { holder, declared, to: recovery.to, on };
  }

  for (const first of STEPS) {
    it(`beginning with "${first}", comes to what the steps say`, async () => {
      const firstDay = Number(await given.notes.dayOf(id));
      let [orders, moved] = [0, 0];

      async function walk(path: readonly Step[], before: Expected) {
        const step = path.at(-1)!;
        const predicted = predict(step, before);
        const taken = await take(step, before.holder);
        const after = predicted ?? before;
        const told = `after ${path.join(", ")}`;
        expect(taken, told).to.equal(predicted !== undefined);
        expect(await look(firstDay), told).to.deep.equal({
          holder: after.holder,
          declared: after.declared,
          to: after.consented?.to ?? ZeroAddress,
          on: after.consented?.on,
        });
        const rest = STEPS.filter((each) => !path.includes(each));
        if (rest.length === 0) {
          orders += 1;
          if (after.holder !== given.lender.address) moved += 1;
        }
        for (const next of rest) {
          const snapshot = await given.connection.networkHelpers.takeSnapshot();
          await walk([...path, next], after);
          await snapshot.restore();
        }
      }

      await walk([first], { today: 0, holder: given.lender.address });
      expect(orders).to.equal(120);
      expect(moved).to.equal(MOVED[first]);
    });
  }

  describe("given only some who take part, each doing all it can", () => {
    const roles = ["attestor", "borrower", "lender", "stranger"] as const;
    const sets = Array.from({ length: 16 }, (_, bits) => roles.filter((_role, i) => (bits >> i) & 1));
    for (const set of sets) {
      const both = set.includes("attestor") && set.includes("borrower");
      it(`${both ? "moves" : "does not move"} for ${set.join(", ") || "nobody"}`, async () => {
        const by = set.map((role) => given[role]);
        const everybody = async (act: (account: Account) => Promise<unknown>) => {
          for (const account of by) await act(account).catch(() => undefined);
        };
        for (let month = 0; month < 3; month++) {
          await everybody((account) => given.as(account).declareLost(id, ""));
          for (const to of [given.stranger, ...by, given.holdco]) {
            await everybody((account) => given.as(account).consentToRecovery(id, to));
          }
          await given.connection.networkHelpers.time.increase((DAYS_TO_OBJECT + 1) * 86_400);
          await everybody((account) => given.as(account).recover(id));
        }
        expect(await given.notes.ownerOf(id)).to.equal((both ? given.holdco : given.lender).address);
      });
    }
  });
});
