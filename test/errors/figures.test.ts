import { expect } from "chai";
import { encodeBytes32String, ZeroAddress } from "ethers";

import { Speech } from "../../src/errors/figures.ts";

const LARGEST = 2n ** 256n - 1n;

describe("figures of an error", () => {
  const say = new Speech({}, { decimals: 6, symbol: "USD", zone: "America/New_York" });

  it("writes money with its decimals and symbol", () => {
    expect(say.money(203_323_700_000n)).to.equal("203,323.70 USD");
    expect(say.money(1n)).to.equal("0.000001 USD");
    expect(say.money(0n)).to.equal("0 USD");
    expect(say.money(LARGEST)).to.equal("any amount");
  });

  it("counts money in smallest units where the currency is not known", () => {
    expect(new Speech({}).money(5n)).to.equal("5 of the currency's smallest units");
  });

  it("writes days with their weekday, and those no year can write as they are", () => {
    expect(say.day(13028n)).to.equal("2005-09-02 (Friday)");
    expect(say.day(0n)).to.equal("1970-01-01 (Thursday)");
    expect(say.day(2932896n)).to.equal("9999-12-31 (Friday)");
    expect(say.day(2932897n)).to.equal("day 2932897 since 1970-01-01");
  });

  it("writes moments in the zone given, else in UTC", () => {
    expect(say.moment(1_125_633_600n)).to.equal("2005-09-02 (Friday) 00:00:00, America/New_York");
    expect(new Speech({}).moment(1_125_633_600n)).to.equal("2005-09-02 (Friday) 04:00:00, UTC");
    expect(say.moment(LARGEST)).to.equal("the end of time");
  });

  it("writes shares, rates and names", () => {
    expect(say.shares(3_821_710_500_000_000_000_000_000n)).to.equal("3,821,710.5 shares");
    expect(say.shares(10n ** 18n)).to.equal("1 share");
    expect(say.originalShares(15n * 10n ** 26n)).to.equal("1.5 shares (as before any split)");
    expect(say.rate(7_750_000n)).to.equal("7.75%");
    expect(say.name(encodeBytes32String("petition"))).to.equal('"petition"');
    expect(say.name(`0x${"ff".repeat(32)}`)).to.equal("0xffffff…ffffff");
  });

  it("cuts addresses short, but no shorter than tells them apart", () => {
    const [one, alike] = [`0x111111${"a".repeat(28)}222222`, `0x111111${"b".repeat(28)}222222`];
    expect(new Speech({ one }).address(one)).to.equal("0x111111…222222");
    const both = new Speech({ one, alike });
    expect(both.address(one)).to.equal("0x111111a…a222222");
    expect(both.address(alike)).to.equal("0x111111b…b222222");
    expect(say.address(ZeroAddress)).to.equal("nobody (the zero address)");
    expect(say.addressOr(ZeroAddress, "none")).to.equal("none");
  });
});
