import { expect } from "chai";

import { sayMessage } from "../../src/chain/acts/sayMessage.ts";

const state = { principal: "203323700000", holder: "0x01", obligor: "0x02" };
const LAST_SECOND_IN_NEW_YORK = 1128139199n;
const LAST_SECOND_IN_UTC = 1128124799n;

function said(deadline: bigint, zone?: string): string {
  const figures = { decimals: 6, symbol: "USD", ...(zone === undefined ? {} : { zone }) };
  const message = { note: "1", to: "0x03", state, deadline: String(deadline) };
  return sayMessage("TransferNote", message, "0x01", figures).split(". ").at(-1) ?? "";
}

describe("the deadline of a signed message, in words", function () {
  for (const [what, words, deadline, zone] of [
    [
      "the note's own day first",
      "through 2005-09-30 in New York (2005-10-01 03:59:59 UTC)",
      LAST_SECOND_IN_NEW_YORK,
      "America/New_York",
    ],
    [
      "the hour, of what ends within a day",
      "by 2005-09-30 20:59:59 in New York (2005-10-01 00:59:59 UTC)",
      LAST_SECOND_IN_NEW_YORK - 3n * 3600n,
      "America/New_York",
    ],
    ["the day in UTC", "through 2005-09-30 in UTC (2005-09-30 23:59:59 UTC)", LAST_SECOND_IN_UTC, "UTC"],
    ["the moment where no zone is known", "by 2005-09-30 12:59:59 UTC", LAST_SECOND_IN_UTC - 11n * 3600n, undefined],
    ["a number where there is no date", `by second ${2n ** 255n}`, 2n ** 255n, "America/New_York"],
  ] as const) {
    it(`says ${what}`, function () {
      expect(said(deadline, zone)).to.equal(`To be submitted, once, ${words}`);
    });
  }
});
