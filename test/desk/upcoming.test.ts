import { expect } from "chai";

import { upcoming } from "../../app/src/pages/note/reading/upcoming.ts";
import type { UpcomingSource } from "../../app/src/pages/note/reading/upcoming.ts";
import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import type { EvidencedFact } from "../../src/chain/noteOnChain.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";

describe("What comes next", () => {
  const [maturity, lastDayToPay] = [dayOf("2007-01-01"), dayOf("2007-01-02")];
  const noteOn = (iso: string, changes: Partial<UpcomingSource> = {}) =>
    ({
      today: dayOf(iso),
      ending: null,
      terms: { maturity, lastDayToPay, overdue: null, calendar: newYorkCalendar },
      window: { opensOn: dayOf("2005-09-02"), closesOn: null },
      facts: [],
      consent: null,
      prepaymentUntil: null,
      recovery: null,
      ...changes,
    }) as unknown as UpcomingSource;
  const told = (source: UpcomingSource) =>
    upcoming(source).map(({ what, when, day }) => `${what}, ${when} ${isoOf(day)}`);

  it("given the sample note as it is made, tells what its terms bring, in order", () => {
    expect(told(noteOn("2003-12-31"))).to.deep.equal([
      "The right to convert opens, from 2005-09-02",
      "The note falls due, from 2007-01-01",
      "The last day to pay ends, through 2007-01-02",
    ]);
  });

  it("given the day the window opens, speaks of it no more", () => {
    expect(told(noteOn("2005-09-01"))[0]).to.equal("The right to convert opens, from 2005-09-02");
    expect(told(noteOn("2005-09-02"))[0]).to.equal("The note falls due, from 2007-01-01");
  });

  it("counts to the first second of a day that begins, and past the last of one that ends", () => {
    const moments = upcoming(noteOn("2003-12-31")).map(({ moment }) => moment);
    expect(moments).to.deep.equal([
      1125633600,
      newYorkCalendar.startOf(maturity),
      newYorkCalendar.startOf(lastDayToPay + 1),
    ]);
  });

  it("given the last day to pay, still tells of its end, and a day later of nothing", () => {
    expect(told(noteOn("2007-01-02"))).to.deep.equal(["The last day to pay ends, through 2007-01-02"]);
    expect(told(noteOn("2007-01-03"))).to.deep.equal([]);
  });

  it("given notice of non-payment, tells the last day of grace", () => {
    const fact = {
      name: "",
      kind: "nonPayment",
      reporter: "note",
      occurred: dayOf("2007-01-03"),
      begins: dayOf("2007-01-17"),
      cured: null,
      waived: false,
      ordinal: 1,
      open: true,
    } as unknown as EvidencedFact;
    const facts = [fact];
    expect(told(noteOn("2007-01-16", { facts }))).to.deep.equal(["The days of grace end, through 2007-01-16"]);
    expect(upcoming(noteOn("2007-01-16", { facts }))[0]?.moment).to.equal(1169010000);
    expect(told(noteOn("2007-01-17", { facts }))).to.deep.equal([]);
  });

  it("given a calendar that is not known, tells days without moments", () => {
    const { terms } = noteOn("2003-12-31");
    const moments = upcoming(noteOn("2003-12-31", { terms: { ...terms, calendar: null } })).map(({ moment }) => moment);
    expect(moments).to.deep.equal([null, null, null]);
  });

  it("given a note that has ended, tells nothing", () => {
    expect(told(noteOn("2006-01-01", { ending: { how: "paid", on: dayOf("2006-01-01") } }))).to.deep.equal([]);
  });
});
