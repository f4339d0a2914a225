import { expect } from "chai";

import { formatUnits } from "ethers";

import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { givenLiveNote } from "./acting.ts";

describe("note convert", () => {
  const given = givenLiveNote();

  it("converts part, to the figures that were shown", async () => {
    await given.on("2005-09-02");
    const { state, events } = await given.act("convert", "lender", { principal: "100000" });
    expect(formatUnits(state.total, 6)).to.equal("116728.218504");
    const converted = events.find(({ name }) => name === "Converted");
    expect(converted?.args["shares"]).to.equal(2259465n);
    const stock = CommonStock__factory.connect(given.live.stock!, given.live.provider);
    expect(await stock.balanceOf(given.address("lender"))).to.equal(2259465n * 10n ** 18n);
  });

  it("shows what it comes to before anything is sent", async () => {
    await given.on("2005-09-02");
    const { plan } = await given.work("convert", "lender", { principal: "100000" });
    const shown = Object.fromEntries(plan.rows.map(({ label, before, after }) => [label, [before, after]]));
    expect(shown).to.deep.include({
      Shares: [undefined, "2,259,465 of the note's date"],
      "Least shares accepted": [undefined, "2,259,465"],
      "Owed in all": ["229,701.468504 USD", "116,728.218504 USD"],
    });
    expect((await given.open()).state.principal).to.equal(203323_700000n);
  });

  it("is refused a day too early, and by anyone else", async () => {
    await given.on("2005-09-01");
    expect(await given.refusal("convert", "lender", { principal: "all" })).to.match(/ConversionNotOpen/);
    await given.on("2005-09-02");
    expect(await given.refusal("convert", "stranger", { principal: "all" })).to.match(/NotHolder/);
  });

  it("works from the command line", async () => {
    await given.on("2005-09-02");
    const { code, stdout } = await given.note("convert", "--id", "1", "--principal", "100000", "--yes", "--json");
    expect(code).to.equal(0);
    expect((JSON.parse(stdout) as { state: unknown }).state).to.deep.include({ total: "116728.218504" });
  });
});
