import { expect } from "chai";

import { commandOf, countsOf, environmentOf, nthJob, replayOf } from "../../scripts/deep/jobs.ts";
import { callsOf, countsIn, inVain, tableOf, together, total } from "../../scripts/deep/tally.ts";

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

  it("are none where nothing was printed", () => {
    expect(callsOf(countsIn("no tests\n", /:Deep/, /✔/))).to.equal(0);
  });

  it("add up", () => {
    const sum = together(countsOf(walks, WALKS), countsOf(lives, LIVES));
    expect(sum.get("convert")).to.deep.equal({ accepted: 88, refused: 156 });
    expect(total(sum)).to.deep.equal({ accepted: 156, refused: 244 });
    expect(callsOf(sum)).to.equal(400);
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
    expect(lines.map((line) => line.slice(0, 20).trim())).to.deep.equal(["act", "convert", "transfer, signed", "look"]);
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
