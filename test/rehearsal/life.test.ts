import { expect } from "chai";

import { rebase } from "../../src/terms/rebase.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { sampleSheet } from "../helpers/termSheets.ts";
import { dayOf } from "../support/days.ts";
import { LIFE_CLIENTS } from "./lifeClients.ts";
import { begin, DATED, TIMELINE } from "./livedNote.ts";
import type { Begun, Deployed, Lived, Look } from "./livedNote.ts";
import { simulate } from "./simulatedLife.ts";
import type { SimulatedLife } from "./simulatedLife.ts";

const DAYS_MOVED = 30_681;
const FIRST_CONVERTIBLE_SECOND = 1125633600 + DAYS_MOVED * 86_400;

/** Acts of the simulator's timeline, by their place in it. */
const STEPS = { made: 0, opened: 2, converted: 3, matured: 4, paid: 5 } as const;

describe("the whole life of a note", function () {
  this.timeout(240_000);
  let begun: Begun[] = [];
  const lives = new Map<string, Promise<Lived>>();
  let simulated: SimulatedLife;

  before(async function () {
    const { sheet } = rebase(parseTermSheet(sampleSheet(), "the sample"), dayOf(DATED));
    const simulation = simulate(sheet, TIMELINE);
    begun = await Promise.all(LIFE_CLIENTS.map(begin));
    // a deployment begins with a build, and nobody else may read what is built meanwhile
    const deployments: Promise<Deployed>[] = [];
    for (const { deploy } of begun) {
      const { underway, done } = deploy();
      deployments.push(done);
      await underway;
    }
    const deployed = await Promise.all(deployments);
    for (const [index, { name }] of LIFE_CLIENTS.entries()) {
      const life = begun[index]!.live(deployed[index]!);
      // each row of the table fails by itself
      life.catch(() => undefined);
      lives.set(name, life);
    }
    simulated = await simulation;
  });

  after(async function () {
    await Promise.allSettled(lives.values());
    for (const { end } of begun) await end();
  });

  for (const { name, chainId, killAndStartAgain } of LIFE_CLIENTS) {
    describe(`on ${name}, chain ${chainId}`, function () {
      let lived: Lived;

      before(async function () {
        lived = await lives.get(name)!;
      });

      it("is of the sample's terms, and its sheet says that all dates were moved", function () {
        const sheet = lived.sheet as Record<string, unknown>;
        expect(sheet["title"]).to.equal(
          `${String(sampleSheet()["title"])} (dates moved forward by ${DAYS_MOVED} days)`,
        );
        expect(sheet).to.include({ dated: DATED, maturity: "2091-01-01" });
        expect(sheet).not.to.have.property("document");
      });

      it("is issued once, though the client answered no more when half of it was done", function () {
        const { code, stdout, stderr, mined } = lived.unfinished;
        expect({ code, stdout, mined }).to.deep.equal({ code: 1, stdout: "", mined: 2 });
        expect(stderr).to.match(
          /^done already: make the stock IGI[^\n]* \(0x\w{64}\); then: transaction 0x\w{64} was sent, but could not be seen [^\n]* do not repeat the command[^\n]*\n$/,
        );
        expect(lived.history.filter(({ event }) => event === "NoteMade")).to.have.lengthOf(1);
      });

      it("is not converted a day early: the lender is told why, and nothing is sent", function () {
        const { code, stdout, stderr, mined } = lived.tooEarly;
        expect({ code, stdout, mined }).to.deep.equal({ code: 1, stdout: "", mined: 0 });
        expect(stderr).to.equal(
          "ConversionNotOpen: The note can be converted only after 2089-09-01 (Thursday); today is 2089-09-01 (Thursday). " +
            "Convert on 2089-09-02 (Friday) or later.\n",
        );
      });

      it("comes to the sample's figures where actual days count", function () {
        const { opened, converted } = lived.looks;
        expect(lived.clock.timestamp).to.equal(FIRST_CONVERTIBLE_SECOND);
        expect(opened.state["interest"]).to.equal("26377.768504");
        expect(opened.state["conversion"]).to.include({ shares: "4594029" });
        expect(converted.shares).to.equal("2259465");
        expect(converted.state["total"]).to.equal("116728.218504");
      });

      it("is converted once, though the client answered no more when it was to be sent", function () {
        const { code, stdout, stderr, mined } = lived.refused;
        expect({ code, stdout, mined }).to.deep.equal({ code: 1, stdout: "", mined: 0 });
        expect(stderr).to.match(
          /^The node answers no more requests for now: there were too many\. Wait a little[^\n]*\n$/,
        );
        expect(lived.looks.paid.shares).to.equal("2259465");
      });

      if (killAndStartAgain !== null) {
        it("loses nothing when the client is killed and started again", function () {
          expect(lived.lost).to.equal(0);
        });
      }

      it("is paid once, though the payment was dropped", function () {
        const { code, stdout, stderr, mined } = lived.dropped;
        // the approval is mined, and serves the repetition
        expect({ code, stdout, mined }).to.deep.equal({ code: 1, stdout: "", mined: 1 });
        expect(stderr).to.match(
          /^done already: approve [^\n]* \(0x\w{64}\); then: transaction 0x\w{64} was dropped: [^\n]* the command can be repeated[^\n]*\n$/,
        );
        expect(lived.history.filter(({ event }) => event === "PaymentMade")).to.have.lengthOf(1);
        expect(lived.sent).to.deep.include({ borrower: 5, lender: 1, attestor: 0 });
      });

      for (const [act, step] of Object.entries(STEPS)) {
        it(`stands as in the simulator once it is ${act}`, function () {
          const { state, shares, money } = lived.looks[act as keyof Lived["looks"]];
          const expected = simulated.steps[step]!.state;
          expect({ ...figuresOf(state), shares, money }).to.deep.equal({
            ...figuresOf(expected as unknown as Look["state"]),
            shares: expected.shares["lender"],
            money: expected.paid["lender"],
          });
        });
      }

      it("has the simulator's history, event by event", function () {
        expect(lived.history.map(({ event }) => event)).to.include.members(["NoteMade", "Converted", "PaymentMade"]);
        expect(lived.history).to.deep.equal(simulated.events);
      });
    });
  }
});

function figuresOf(state: Look["state"]): Record<string, unknown> {
  const { status, principal, interest, overdueInterest, charges, total, dueOn, payable, pricePerShare } = state;
  return { status, principal, interest, overdueInterest, charges, total, dueOn, payable, pricePerShare };
}
