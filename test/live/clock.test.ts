import { expect } from "chai";
import { JsonRpcProvider } from "ethers";

import { hardhat, hardhatWith } from "../helpers/commandLine.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";

const NEW_YEARS_EVE = 1072904400; // 2003-12-31 16:00 in New York
const CONVERSION_OPENS = 1125633600; // 2005-09-02 00:00 in New York

describe("note clock", function () {
  let anvil: Anvil;

  before(async function () {
    anvil = await startAnvil({ timestamp: NEW_YEARS_EVE });
  });

  after(() => anvil.stop());

  const blockNumber = () => new JsonRpcProvider(anvil.url, undefined, { cacheTimeout: -1 }).getBlockNumber();

  const clock = (...args: string[]) =>
    hardhatWith({ LOCALHOST_URL: anvil.url }, "note", "clock", "--network", "localhost", ...args);

  it("shows the chain's clock in the note's zone", async function () {
    const { code, stdout } = await clock();
    expect(code).to.equal(0);
    expect(stdout).to.equal("localhost is at 2003-12-31 16:00:00 America/New_York\n");
  });

  it("moves a local chain to the first second at which the sample converts", async function () {
    const { stdout } = await clock("--to", "2005-09-02", "--at", "00:00", "--json");
    expect(JSON.parse(stdout)).to.deep.equal({
      network: "localhost",
      zone: "America/New_York",
      timestamp: CONVERSION_OPENS,
      on: "2005-09-02",
    });
  });

  for (const [given, args, says] of [
    ["a day gone by", ["--to", "2003-12-30"], /^--to: the chain is at .* already\n$/],
    ["an impossible day", ["--to", "2005-13-01"], /^--to: "2005-13-01" is not a day of the calendar\n$/],
    ["an impossible time", ["--to", "2008-01-01", "--at", "25:00"], /^--at: "25:00" is not a time of day/],
    ["a zone no calendar is kept for", ["--zone", "Europe/Paris"], /^--zone: no calendar for "Europe\/Paris"/],
  ] as const) {
    it(`given ${given}, says so in one line and moves nothing`, async function () {
      const before = await blockNumber();
      const { code, stdout, stderr } = await clock(...args);
      expect(code).to.equal(1);
      expect(stdout).to.equal("");
      expect(stderr).to.match(says);
      expect(await blockNumber()).to.equal(before);
    });
  }

  it("given no network, asks for one", async function () {
    const { code, stderr } = await hardhat("note", "clock");
    expect(code).to.equal(1);
    expect(stderr).to.equal("--network: missing; name the network whose clock is meant\n");
  });
});
