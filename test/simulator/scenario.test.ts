import { expect } from "chai";

import { parseScenario } from "../../src/simulator/readScenario.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

type Fields = Record<string, unknown>;

function scenarioWith(changes: Fields): Fields {
  return { title: "a scenario", terms: sampleSheet(), timeline: [], ...changes };
}

/** What is said of a scenario; empty if it is taken. */
async function complaintOf(scenario: unknown): Promise<string> {
  try {
    await parseScenario(scenario, "file.json");
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("a scenario", () => {
  it("is taken as the rulebook writes it", async () => {
    const { sheet, control, timeline } = await parseScenario(
      scenarioWith({
        control: [{ controller: "holdco", controlled: "lender" }],
        timeline: [
          { on: "2005-09-01", by: "lender", do: "convert", principal: "100000", refused: true },
          { on: "2005-09-02", at: "00:00", by: "lender", do: "convert", principal: "all", charges: "all" },
          { on: "2005-09-02", do: "look" },
        ],
      }),
      "file.json",
    );
    expect([sheet.principal, control.length, timeline.length]).to.deep.equal(["203323.70", 1, 3]);
  });

  const step = { on: "2005-09-02", by: "lender" };
  const steps: readonly (readonly [what: string, step: unknown, complaint: string])[] = [
    ["a day of no calendar", { on: "2005-02-30", do: "look" }, `.on: "2005-02-30" is not a day of the calendar`],
    ["a day written otherwise", { on: "2/3/2005", do: "look" }, `.on: "2/3/2005" is not a date (YYYY-MM-DD)`],
    ["no day", { do: "look" }, ".on: missing"],
    ["an hour of no clock", { ...step, at: "24:00", do: "look" }, `.at: "24:00" is not a time of day (HH:MM)`],
    ["an unknown act", { ...step, do: "mint" }, `.do: "mint" is no act; use one of convert, pay, `],
    ["no act", { ...step }, ".do: missing; use one of convert, pay, "],
    ["a step that is no object", "look", ` "look" is not an object`],
    ["an unknown key", { ...step, do: "look", refuse: true }, ".refuse: unknown key"],
    ["a key of another act", { ...step, do: "demand", amount: "1" }, ".amount: unknown key"],
    ["a missing key", { ...step, do: "convert" }, ".principal: missing"],
    ["a negative amount", { ...step, do: "pay", amount: "-5" }, `.amount: "-5" is negative`],
    ["money as a number", { ...step, do: "pay", amount: 5 }, ".amount: 5 is a JSON number; write it as a string"],
    ["money with an exponent", { ...step, do: "pay", amount: "1e3" }, `.amount: "1e3" is not a plain decimal`],
    ["money too fine", { ...step, do: "pay", amount: "0.0000001" }, `.amount: "0.0000001" has 7 decimals; at most 6`],
    ["money too large", { ...step, do: "pay", amount: "9".repeat(80) }, `.amount: "${"9".repeat(80)}" is more than`],
    ["all of a charge", { ...step, do: "charge", kind: "lateFee", amount: "all" }, `.amount: "all" is not a plain`],
    ["an unknown charge", { ...step, do: "charge", kind: "fee", amount: "1" }, `.kind: "fee" is not one of lateFee, `],
    ["an unknown fact", { ...step, do: "report", fact: "fire" }, `.fact: "fire" is not one of voluntaryPetition, `],
    ["a name too long", { ...step, do: "waive", name: "é".repeat(16) }, `.name: "${"é".repeat(16)}" has 32 bytes; `],
    ["a ratio in words", { ...step, do: "split", ratio: "three for two" }, `.ratio: "three for two" is not a ratio`],
    ["a negative ratio", { ...step, do: "split", ratio: "-3:2" }, `.ratio: "-3:2" is not a ratio`],
    ["a ratio too large", { ...step, do: "split", ratio: "18446744073709551616:1" }, ".ratio: "],
  ];
  for (const [what, bad, complaint] of steps) {
    it(`is refused for ${what}, with the step and the field`, async () => {
      const message = await complaintOf(scenarioWith({ timeline: [{ on: "2003-12-31", do: "look" }, bad] }));
      expect(
        message.startsWith(`file.json: timeline.1${complaint.startsWith(".") ? "" : ":"}${complaint}`),
        message,
      ).to.equal(true);
      expect(message).to.not.include("\n");
    });
  }

  it("is refused if it goes back, by a day or within one", async () => {
    const look = { do: "look" };
    const back = [
      { on: "2005-01-02", ...look },
      { on: "2005-01-01", ...look },
    ];
    const noon = [
      { on: "2005-01-02", ...look },
      { on: "2005-01-02", at: "11:59", ...look },
    ];
    expect(await complaintOf(scenarioWith({ timeline: back }))).to.equal(
      `file.json: timeline.1.on: "2005-01-01" goes back; the step before is on "2005-01-02"`,
    );
    expect(await complaintOf(scenarioWith({ timeline: noon }))).to.equal(
      `file.json: timeline.1.at: "11:59" goes back; the step before is at "12:00"`,
    );
  });

  it("is refused for what it lacks or says beside its steps", async () => {
    const cases: readonly (readonly [scenario: unknown, complaint: string])[] = [
      [[], "file.json: [] is not an object"],
      [scenarioWith({ timeline: undefined }), "file.json: timeline: missing"],
      [scenarioWith({ terms: undefined }), "file.json: terms: missing"],
      [scenarioWith({ terms: 7 }), "file.json: terms: is neither a path nor a term sheet"],
      [scenarioWith({ title: undefined }), "file.json: title: missing"],
      [scenarioWith({ chain: "past" }), "file.json: chain: unknown key"],
      [scenarioWith({ control: [{ controller: "a" }] }), "file.json: control.0.controlled: missing"],
    ];
    for (const [scenario, complaint] of cases) expect(await complaintOf(scenario)).to.equal(complaint);
  });

  it("is refused for its term sheet, with the field", async () => {
    const bad = sheetWith({ principal: "0.00" });
    expect(await complaintOf(scenarioWith({ terms: bad }))).to.equal(`file.json: terms: principal: "0.00" is zero`);
    expect(await complaintOf(scenarioWith({ terms: "no/such/sheet.json" }))).to.equal(
      `file.json: terms: no file "no/such/sheet.json" in the scenario's folder or the working folder`,
    );
  });

  it("begins no earlier than its note", async () => {
    const timeline = [{ on: "2003-12-30", do: "look" }];
    expect(await complaintOf(scenarioWith({ timeline }))).to.equal(
      `file.json: timeline.0.on: "2003-12-30" is before the note is dated, "2003-12-31"`,
    );
  });

  it("splits no stock that there is none of", async () => {
    const timeline = [{ on: "2005-01-02", by: "borrower", do: "split", ratio: "2:1" }];
    expect(await complaintOf(scenarioWith({ terms: sheetWith({ conversion: undefined }), timeline }))).to.equal(
      `file.json: timeline.0.do: "split" needs a stock, and the term sheet names none`,
    );
  });
});
