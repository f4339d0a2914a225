import { expect } from "chai";
import { id } from "ethers";
import { network } from "hardhat";

import { parseScenario } from "../../src/simulator/readScenario.ts";
import { createSimulator } from "../../src/simulator/simulator.ts";
import type { Played } from "../../src/simulator/simulator.ts";
import { sampleSheet } from "../helpers/termSheets.ts";

type Fields = Record<string, unknown>;

describe("a simulator of a stock that is recapitalized", () => {
  let play: (timeline: readonly Fields[]) => Promise<Played>;
  let exchanged: () => Promise<bigint[]>;

  before(async () => {
    const { ethers } = await network.create({ network: "past", override: { initialDate: "1970-01-01T00:00:01Z" } });
    const simulator = await createSimulator(ethers.provider);
    play = async (timeline) =>
      simulator.play(await parseScenario({ title: "played", terms: sampleSheet(), timeline }, "file.json"));
    exchanged = async () => {
      const logs = await ethers.provider.getLogs({
        fromBlock: 0,
        topics: [id("Exchanged(address,address,uint256)")],
      });
      return logs.map(({ data }) => BigInt(data));
    };
  });

  it("adds up shares of all stocks of a line before it rounds, exchanged or not", async () => {
    const { steps, asExpected } = await play([
      { on: "2005-09-02", do: "convert", principal: "100000" },
      { on: "2006-01-10", do: "recapitalize", ratio: "1:3" },
      { on: "2006-02-10", do: "convert", principal: "1000" },
      { on: "2006-03-10", do: "recapitalize", ratio: "1:3" },
      { on: "2007-01-01", do: "convert", principal: "all" },
      { on: "2007-01-02", do: "exchange" },
      { on: "2007-01-03", do: "exchange" },
      { on: "2007-01-03", by: "stranger", do: "exchange" },
    ]);
    expect(asExpected).to.equal(true);
    // a ninth of 2,259,465 and 23,278 and 2,523,149 shares of the first stock: whole together, and none is by itself
    const all = { lender: "533988" };
    expect(steps.slice(4).map(({ state }) => state.shares)).to.deep.equal([all, all, all, all]);
    const share = 10n ** 27n;
    expect((await exchanged()).filter((units) => units > 0n)).to.have.members([
      // through the second stock into the third
      2_259_465n * share,
      2_259_465n * share,
      23_278n * share,
    ]);
  });

  it("authorizes the same part of the company unless said, and leaves nothing of a refused successor", async () => {
    const recapitalize = { on: "2006-01-10", do: "recapitalize" };
    const { steps } = await play([
      { ...recapitalize, ratio: "1:0" },
      { ...recapitalize, ratio: "0:1" },
      { ...recapitalize, ratio: "1:3", authorized: "1671218" },
      { ...recapitalize, ratio: "1:3", by: "stranger" },
      { ...recapitalize, ratio: "1:7" },
      { ...recapitalize, ratio: "7:1", authorized: "60000000" },
      { ...recapitalize, ratio: "1:1" },
      { ...recapitalize, do: "split", ratio: "2:1" },
    ]);
    expect(steps.map(({ error }) => error)).to.deep.equal([
      "InvalidRatio",
      "InvalidRatio",
      "NotEnoughAuthorized",
      "NotTheIssuer",
      null,
      null,
      null,
      null,
    ]);
    expect(steps.slice(3).map(({ state }) => state.pricePerShare)).to.deep.equal([
      "0.05",
      "0.35",
      "0.05",
      "0.05",
      "0.025",
    ]);
  });

  it("makes a note again that converts into the newest stock, at a price of its shares", async () => {
    const recapitalized = [
      { on: "2006-01-10", do: "recapitalize", ratio: "1:2", symbol: "NEW" },
      {
        on: "2006-01-11",
        do: "novate",
        signed: true,
        terms: {
          principal: "1000",
          dated: "2006-01-11",
          conversion: {
            pricePerShare: "0.10",
            stock: { name: "Infinite Group, Inc. Common Stock (new)", symbol: "NEW" },
          },
        },
      },
      { on: "2006-01-12", do: "recapitalize", ratio: "3:1" },
      { on: "2006-01-13", do: "convert", principal: "all" },
    ];
    const { steps } = await play(recapitalized);
    expect(steps.map(({ error }) => error)).to.deep.equal([null, null, null, null]);
    expect(steps.map(({ state }) => state.pricePerShare)).to.deep.equal(["0.10", "0.10", "1/30", "1/30"]);
    // 1,000 and two days' interest buy 10,004 shares of the day the note was made
    expect(steps[3]?.state.shares).to.deep.equal({ lender: "30012" });
  });
});
