import { expect } from "chai";

import { countdown, momentIn } from "../../app/src/kit/moments.ts";

describe("Moments on the page", () => {
  describe("given the first second in which the sample note can be converted", () => {
    const opens = 1125633600;

    it("is told by the clocks of New York", () => {
      expect(momentIn(opens, "America/New_York")).to.equal("Friday, September 2, 2005, 12:00 a.m. in New York");
    });

    it("is told in UTC if the note's calendar is not known", () => {
      expect(momentIn(opens, null)).to.equal("Friday, September 2, 2005, 4:00 a.m. UTC");
    });

    it("is the day before, a second earlier", () => {
      expect(momentIn(opens - 1, "America/New_York")).to.equal("Thursday, September 1, 2005, 11:59 p.m. in New York");
    });
  });

  for (const [seconds, said] of [
    [172800, "in 2 days"],
    [172799, "in 47 h 59 min 59 s"],
    [3661, "in 1 h 01 min 01 s"],
    [61, "in 1 min 01 s"],
    [9, "in 9 s"],
    [0, "now"],
    [-5, "now"],
    [94_694_400, "in 1,096 days"],
  ] as const) {
    it(`counts ${seconds} seconds down as "${said}"`, () => {
      expect(countdown(seconds)).to.equal(said);
    });
  }
});
