import { encodeBytes32String } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import { facts, tokens, usd } from "../../test/helpers/vocabulary.ts";
import { dayOf } from "../../test/support/days.ts";
import { Curves } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { openWorld } from "./world.ts";

const FACTS = [1, 2, 4, 8, 16, 32];
const OF_ONE_REPORTER = 16;
const SPLITS = [1, 2, 5, 10, 20, 50, 100];
/** Factors of 2, 3 and 1, over and over: a stock split a hundred times without end would not fit any number. */
const RATIOS = [
  [2, 1],
  [3, 2],
  [1, 3],
] as const;

/** Acts on a note with as many open facts: half of them on the borrower's word, the other half on the attestor's. */
export async function growthOfFacts(): Promise<Growth> {
  const given = await openWorld();
  const { connection, lender, sister, byBorrower, byAttestor, byLender, byPayer } = given;
  const id = await given.make();
  // so that the holder does not give away its only note
  await given.make();
  const curves = new Curves();
  const report = async (ordinal: number) => {
    const by = ordinal <= OF_ONE_REPORTER ? byBorrower : byAttestor;
    const name = encodeBytes32String(`fact ${ordinal}`);
    return await gasOf(by.report(id, name, facts.involuntaryPetition, dayOf("2003-12-31"), ""));
  };

  let reported = 0;
  for (const count of FACTS) {
    let gas = 0;
    while (reported < count) {
      reported += 1;
      gas = await report(reported);
    }
    curves.add("report the last", count, gas);
    const snapshot = await connection.networkHelpers.takeSnapshot();
    const last = encodeBytes32String(`fact ${reported}`);
    curves.add("waive the last", count, await gasOf(byLender.waive(id, last)));
    await snapshot.restore();
    curves.add("transfer to an affiliate", count, await gasOf(byLender.transferFrom(lender, sister, id)));
    await snapshot.restore();
    await given.on("2007-01-02");
    curves.add("pay part", count, await gasOf(byPayer.pay(id, usd("1000"))));
    await snapshot.restore();
    await given.on("2007-01-03");
    curves.add("demand", count, await gasOf(byLender.demand(id, "")));
    await snapshot.restore();
  }
  return { title: "Open facts on a note", of: "facts", curves: curves.all() };
}

/** Acts on a note made before its stock was split as many times. */
export async function growthOfSplits(): Promise<Growth> {
  const given = await openWorld();
  const { connection, stock, lender, stranger, byBorrower, byLender, byPayer } = given;
  await stock.setAuthorized(tokens("60000000000"));
  const id = await given.make();
  await stock.issue(lender, tokens("1000"));
  await stock.issue(stranger, tokens("1000"));
  const curves = new Curves();

  let splits = 0;
  for (const count of SPLITS) {
    let gas = 0;
    for (; splits < count; splits += 1) {
      const [numerator, denominator] = RATIOS[splits % RATIOS.length] ?? [1, 1];
      gas = await gasOf(stock.split(numerator, denominator));
    }
    curves.add("split again", count, gas);
    const snapshot = await connection.networkHelpers.takeSnapshot();
    curves.add("move shares", count, await gasOf(stock.connect(lender).transfer(stranger, tokens("10"))));
    curves.add("make", count, await gasOf(byBorrower.make(given.terms(), lender)));
    await given.on("2005-09-02");
    curves.add("convert part", count, await gasOf(byLender.convert(id, usd("100000"), 0n, 0n, "")));
    await given.on("2007-01-02");
    curves.add("pay part", count, await gasOf(byPayer.pay(id, usd("1000"))));
    await snapshot.restore();
  }
  return { title: "Splits of the stock", of: "splits", curves: curves.all() };
}
