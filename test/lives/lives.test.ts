import { readFileSync } from "node:fs";

import { expect } from "chai";
import fc from "fast-check";

import { anyLife } from "./anyLife.ts";
import { compare } from "./compare.ts";
import { readLives, writeLife } from "./life.ts";
import type { Life } from "./life.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { Tally } from "./tally.ts";

const COUNT = Number(process.env["LIVES_COUNT"] ?? 500);
const SEED = Number(process.env["LIVES_SEED"] ?? 20_031_231);

/** As many chains as run beside each other, each in a thread of its own. */
const STAGES = 2;

/** Reasons that must come up, by what gives them. */
const COMMON_REFUSALS = [
  ["make", "NotEnoughAuthorized"],
  ["who", "NotHolder", "NotBorrower", "NotBorrowerOrAttestor", "NotHolderOrAttestor", "NotTheIssuer", "NotRegistrar"],
  ["any act", "NoteEnded", "ZeroAmount", "UntilPassed"],
  ["payment", "PrepaymentNotPermitted", "PayerIsHolder", "ExceedsOwed"],
  [
    "default",
    "DemandPremature",
    "FactUnknown",
    "FactNameInvalid",
    "FactNameReserved",
    "FactNameTaken",
    "FactKindReserved",
  ],
  ["default", "PrincipalNotOwed", "FactNotOpen", "FactNotCurable", "OccurredOutOfRange", "TooManyOpenFacts"],
  ["charges", "ChargesAboveLimit", "AttestorChargesAboveLimit"],
  ["held payments", "NotEntitled", "NothingHeld", "Blocklisted"],
  ["transfer", "ConsentRequired", "PartyCannotHold", "NoConsent"],
  ["signatures", "SignatureExpired", "SignatureInvalid", "NonceUsed"],
  ["lost note", "NotAttestor", "DeclaredWithinYear", "NotDeclaredLost", "RecoveryAlreadyConsented"],
  ["lost note", "RecoveryNotConsented", "RecoveryPremature", "NoRecovery"],
  ["novation", "PartiesNotDistinct", "PrincipalZero", "RateTooHigh", "MaturityNotAfterDated", "DatedInFuture"],
  ["novation", "PriceZero", "WindowEmpty", "StockNotOfBorrower", "StockFactorsDiffer"],
  ["assignment", "SameObligor", "PartyCannotOwe", "AssignmentNotAccepted", "NoAcceptance"],
  ["conversion", "NoConversionRight", "ConversionNotOpen", "ConversionClosed", "PrincipalRequired", "ExceedsPrincipal"],
  ["conversion", "ExceedsCharges", "NoWholeShare", "FewerSharesThanLeast"],
  ["stock", "InvalidRatio", "RatioTooLarge", "TooManyGenerations", "NotRecapitalized"],
  ["control", "AlreadyControlled", "NotControlled", "ControlCycle"],
].flatMap(([, ...names]) => names);

interface Regression extends Life {
  readonly why: string;
}

const regressions = readLives<readonly Regression[]>(
  readFileSync(new URL("./regressions.json", import.meta.url), "utf8"),
);

describe("lives: model and contracts", function () {
  this.timeout(600_000);

  let stages: readonly Stage[];

  before(async () => {
    stages = await Promise.all(Array.from({ length: STAGES }, openStage));
  });

  describe("given a life on which they once differed", () => {
    for (const { why, ...life } of regressions) {
      it(`agree: ${why}`, async () => {
        await compare(stages[0]!, life);
      });
    }
  });

  describe(`given any life, from seed ${SEED}`, () => {
    it("agree to the unit after every act", async () => {
      const tally = new Tally();
      const started = Date.now();
      await Promise.all(stages.map((stage, place) => playLives(stage, SEED + place, tally)));
      const seconds = (Date.now() - started) / 1000;
      const title = `${COUNT} lives from seed ${SEED} in ${seconds.toFixed(0)} s, ${(COUNT / seconds).toFixed(0)} a second`;
      console.log(`\n${title}\n${tally.table()}\n`);
      if (COUNT >= 2_000) expectVariety(tally);
    });
  });
});

/** A part of the lives, from a seed of its own: what fails here is replayed first with that seed. */
async function playLives(stage: Stage, seed: number, tally: Tally): Promise<void> {
  const property = fc.asyncProperty(anyLife, async (life) => {
    tally.add(await compare(stage, life));
  });
  await fc.assert(property, {
    seed,
    numRuns: Math.ceil(COUNT / STAGES),
    asyncReporter: ({ failed, counterexample, errorInstance, seed: used }) => {
      if (!failed) return Promise.resolve();
      const life = counterexample === null ? "" : writeLife(counterexample[0]);
      const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      throw new Error(`${why}\n\nreplay with LIVES_SEED=${used}, or add to regressions.json:\n${life}`);
    },
  });
}

/** Agreement on acts that are always, or never, refused would say little. */
function expectVariety(tally: Tally): void {
  for (const act of tally.acts()) {
    expect(tally.accepted(act), `${act} accepted`).to.be.greaterThan(20);
    if (act !== "look") expect(tally.refused(act), `${act} refused`).to.be.greaterThan(20);
  }
  expect([...tally.refusals()]).to.include.members(COMMON_REFUSALS);
}
