import { readFileSync } from "node:fs";

import { expect } from "chai";

import { cheaperTable } from "../../bench/report/cheaper.ts";
import { compare } from "../../bench/report/comparisons.ts";
import { distanceToFloor } from "../../bench/report/distance.ts";
import type { Figures } from "../../bench/report/figures.ts";

const committed = JSON.parse(readFileSync(new URL("../../gas/bench.json", import.meta.url), "utf8")) as Figures;

/** The committed figures, but with another gas of one act of another system. */
function withPeer(system: string, act: string, gas: number): Figures {
  const peers = committed.peers.map((peer) =>
    peer.name === system ? { ...peer, acts: { ...peer.acts, [act]: gas } } : peer,
  );
  return { ...committed, peers };
}

describe("What is said of others that are cheaper", () => {
  it("names every act of another that costs less than ours beside it", () => {
    const dearer = compare(committed).flatMap(({ gas, peers }) => peers.filter((peer) => peer.gas < gas));
    const rows = cheaperTable(committed).slice(4);
    expect(rows).to.have.length(dearer.length);
    for (const { system, act } of dearer) expect(rows.some((row) => row.includes(`${system}: ${act}`))).to.equal(true);
  });

  it("cannot leave one without a reason", () => {
    const cheap = withPeer("T-REX", "recover a lost wallet", 21_001);
    expect(() => cheaperTable(cheap)).to.throw(RangeError, "recover / T-REX / recover a lost wallet");
  });

  it("cannot give a reason where ours has become the cheaper", () => {
    const dear = withPeer("ERC-3525", "value moved between tokens", 1_000_000);
    expect(() => cheaperTable(dear)).to.throw(RangeError, "pay part / ERC-3525 / value moved between tokens");
  });

  it("is true in saying that the bare token and money are cheaper in every act", () => {
    for (const { act, gas, floor } of compare(committed)) expect(floor.gas, act).to.be.lessThan(gas);
  });
});

describe("What is said of the distance to the floor", () => {
  it("is the sum of the acts, the nearest and the farthest", () => {
    const breakdown = (gas: number, unavoidable: number) => ({
      ...Object.values(committed.acts)[0],
      gas,
      unavoidable,
    });
    const acts = { ...committed.acts, near: breakdown(50_000, 49_999), far: breakdown(90_000, 10_000) };
    const [within] = distanceToFloor({ ...committed, acts } as Figures);
    const total = Object.values(committed.acts).reduce((sum, { gas }) => sum + gas, 0) + 140_000;
    expect(within).to.contain(`together cost ${total.toLocaleString("en-US")}`);
    expect(within).to.contain("Nearest is *near* (0%), farthest *far* (800%).");
  });
});
