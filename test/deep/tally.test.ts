import { expect } from "chai";

import { callsIn } from "../../scripts/deep/guided.ts";
import { commandOf, countsOf, environmentOf, nthJob, replayOf } from "../../scripts/deep/jobs.ts";
import { pageWith } from "../../scripts/deep/page.ts";
import { callsOf, countsIn, inVain, rowsOf, tableOf, together, total } from "../../scripts/deep/tally.ts";

const WALKS = `Running Solidity tests

  test/invariant/Deep.sol:Deep
convert                     35     26
revoke recovery consent 12     31
meddle                      0      34
    ✔ test_deepWalks()

  1 passing
`;

const LIVES = `  lives: model and contracts
10 lives from seed 5 in 1 s, 10 a second
act               accepted refused
convert                 53     130  NoConversionRight 80, NoWholeShare 50
transfer, signed        18      23  SignatureInvalid 23
look                    38       0  

  1 passing (10s)
`;

describe("deep: counts", () => {
  const walks = nthJob("walks", 5, 0);
  const lives = nthJob("lives", 5, 0);

  it("are read from what a job prints, and from nothing else in it", () => {
    expect([...countsOf(walks, WALKS)]).to.deep.equal([
      ["convert", { accepted: 35, refused: 26 }],
      ["revoke recovery consent", { accepted: 12, refused: 31 }],
      ["meddle", { accepted: 0, refused: 34 }],
    ]);
    expect([...countsOf(lives, LIVES)]).to.deep.equal([
      ["convert", { accepted: 53, refused: 130 }],
      ["transfer, signed", { accepted: 18, refused: 23 }],
      ["look", { accepted: 38, refused: 0 }],
    ]);
  });

  it("of a guided campaign are what it says", () => {
    expect(callsIn("[PASS] invariant_1() (runs: 20, calls: 4000, reverts: 0)")).to.equal(4_000);
    expect(callsIn("(runs: 0, calls: 0, reverts: 0)")).to.equal(null);
    expect(callsIn("No tests found")).to.equal(null);
  });

  it("are none where nothing was printed", () => {
    expect(callsOf(countsIn("no tests\n", /:Deep/, /✔/))).to.equal(0);
  });

  it("add up", () => {
    const sum = together(countsOf(walks, WALKS), countsOf(lives, LIVES));
    expect(sum.get("convert")).to.deep.equal({ accepted: 88, refused: 156 });
    expect(total(sum)).to.deep.equal({ accepted: 118, refused: 244 });
    expect(callsOf(sum)).to.equal(362);
  });

  it("are of calls: neither time that passes nor a look is one, nor a payment twice", () => {
    const once = { accepted: 1, refused: 0 };
    const acts = ["pass days", "pass seconds", "reach an edge", "pass the days to object", "look", "hold a payment"];
    expect(callsOf(new Map(acts.map((act) => [act, once])))).to.equal(0);
    expect(callsOf(new Map([...acts, "pay"].map((act) => [act, once])))).to.equal(1);
  });

  it("tell what was tried in vain, but for what nobody may do", () => {
    const counts = new Map([
      ["convert", { accepted: 0, refused: 7 }],
      ["meddle", { accepted: 0, refused: 7 }],
      ["pay", { accepted: 1, refused: 0 }],
    ]);
    expect(inVain(counts)).to.deep.equal(["convert"]);
  });

  it("are shown with the most tried first", () => {
    const lines = tableOf(countsOf(lives, LIVES)).split("\n");
    expect(lines.map((line) => line.slice(0, 20).trim())).to.deep.equal([
      "act",
      "convert",
      "transfer, signed",
      "(look)",
    ]);
    expect(rowsOf(countsOf(lives, LIVES))).to.deep.equal(["| convert | 53 | 130 |", "| transfer, signed | 18 | 23 |"]);
  });
});

describe("deep: jobs", () => {
  it("share no seed", () => {
    const walks = [0, 1, 2].map((n) => nthJob("walks", 100, n));
    expect(walks.slice(1).every(({ seed }, place) => seed === walks[place]!.seed + walks[place]!.count)).to.equal(true);
    const lives = [0, 1, 2].map((n) => nthJob("lives", 100, n).seed);
    expect(lives).to.deep.equal([100, 102, 104]);
  });

  it("are told their seed and their size", () => {
    const job = nthJob("lives", 100, 1);
    expect(environmentOf(job)).to.deep.equal({ LIVES_SEED: "102", LIVES_COUNT: String(job.count) });
    expect(environmentOf({ kind: "walks", seed: 9, count: 1 })).to.include({ DEEP_SEED: "9", DEEP_RUNS: "1" });
    expect(commandOf(job)).to.include("test/lives/lives.test.ts");
  });

  it("are done again by one command, with the seed that failed", () => {
    const walks = nthJob("walks", 100, 0);
    expect(replayOf(walks, "Error: walk 117: 3: a note ended though something was owed")).to.equal(
      "npm run deep -- --walk 117",
    );
    expect(replayOf(walks, "killed")).to.equal(`npm run deep -- --walks ${walks.count} --from 100`);
    const lives = nthJob("lives", 100, 0);
    expect(replayOf(lives, "replay with LIVES_SEED=101, or add")).to.equal(
      `npm run deep -- --lives ${lives.count} --from 101`,
    );
  });
});

describe("deep: the page", () => {
  const counted = { walks: new Map([["pay", { accepted: 1_000, refused: 1 }]]), lives: new Map() };
  const run = { seed: 7, atOnce: 2, milliseconds: 2_000, processorMilliseconds: 3_000, counted };

  it("keeps its text and takes the figures of the last run in place of those before", () => {
    const page = pageWith("# Deep fuzz\n\ntext\n\n## Figures\n\n12 calls\n", run);
    expect(page).to.match(/^# Deep fuzz\n\ntext\n\n## Figures\n\n1,001 calls in 00:00:02, 501 a second, /);
    expect(page).to.include("seed 7; 00:00:03 of processor time.").and.include("| pay | 1,000 | 1 |");
    expect(page).not.to.include("12 calls");
    expect(pageWith(page, run)).to.equal(page);
  });
});
