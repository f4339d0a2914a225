import { expect } from "chai";

import { keeps } from "../../scripts/differential/holidayRules.ts";
import type { HolidayRule } from "../../scripts/differential/holidayRules.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";

function daysOf(rule: HolidayRule, year: number): readonly string[] {
  const first = dayOf(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, place) => first + place)
    .filter((day) => isoOf(day).startsWith(String(year)) && keeps(rule, day))
    .map(isoOf);
}

describe("differential: rules of holidays", () => {
  it("a date is kept on itself, and after a Sunday or before a Saturday if so said", () => {
    expect(daysOf({ date: "07-04", on: ["itself"] }, 2021)).to.deep.equal(["2021-07-04"]);
    expect(daysOf({ date: "07-04", on: ["itself", "mondayAfter"] }, 2021)).to.deep.equal(["2021-07-04", "2021-07-05"]);
    expect(daysOf({ date: "07-04", on: ["fridayBefore"] }, 2020)).to.deep.equal(["2020-07-03"]);
    expect(daysOf({ date: "07-04", on: ["mondayAfter", "fridayBefore"] }, 2019)).to.deep.equal([]);
  });

  it("the first of January is kept on the last of December", () => {
    expect(daysOf({ date: "01-01", on: ["fridayBefore"] }, 2021)).to.deep.equal(["2021-12-31"]);
  });

  it("a weekday is counted from either end of the month, and days later", () => {
    expect(daysOf({ month: 1, weekday: 1, nth: 3 }, 2024)).to.deep.equal(["2024-01-15"]);
    expect(daysOf({ month: 5, weekday: 1, nth: -1 }, 2024)).to.deep.equal(["2024-05-27"]);
    expect(daysOf({ month: 5, weekday: 1, nth: -2 }, 2024)).to.deep.equal(["2024-05-20"]);
    expect(daysOf({ month: 11, weekday: 1, nth: 1, later: 1 }, 2022)).to.deep.equal(["2022-11-08"]);
  });

  it("Good Friday is two days before Easter", () => {
    const fridays = { 1981: "04-17", 2000: "04-21", 2008: "03-21", 2011: "04-22", 2024: "03-29", 2038: "04-23" };
    for (const [year, date] of Object.entries(fridays)) {
      expect(daysOf({ feast: "goodFriday" }, Number(year))).to.deep.equal([`${year}-${date}`]);
    }
  });

  it("a rule holds in its years alone", () => {
    const rule = { date: "06-19", on: ["itself"], years: [2021, 2022] } as const;
    expect([2020, 2021, 2022, 2023].map((year) => daysOf(rule, year).length)).to.deep.equal([0, 1, 1, 0]);
  });

  it("days are named one by one", () => {
    expect(daysOf({ days: ["2001-09-11", "2001-09-12"] }, 2001)).to.deep.equal(["2001-09-11", "2001-09-12"]);
  });
});
