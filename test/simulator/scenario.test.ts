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
    ["an empty name of a stock", { ...step, do: "recapitalize", ratio: "1:2", name: "" }, ".name: is empty"],
    ["a cap of zero", { ...step, do: "recapitalize", ratio: "1:2", authorized: "0" }, `.authorized: "0" is zero`],
    ["a successor without ratio", { ...step, do: "recapitalize" }, ".ratio: missing"],
    ["a negative ratio", { ...step, do: "split", ratio: "-3:2" }, `.ratio: "-3:2" is not a ratio`],
    [
      "a signature to an act without one",
      { ...step, do: "demand", signed: true },
      `.signed: "demand" has no signed form`,
    ],
    [
      "a signature that is neither",
      { ...step, do: "assign", to: "a", signed: "yes" },
      `.signed: "yes" is not a boolean`,
    ],
    ["a novation on no terms", { ...step, do: "novate" }, ".terms: missing"],
    ["a novation on a file of terms", { ...step, do: "novate", terms: "x.json" }, `.terms: "x.json" is not an object`],
    ["a novation on unsound terms", { ...step, do: "novate", terms: { maturity: "2003-01-01" } }, ".terms.maturity: "],
    ["a novation on unknown terms", { ...step, do: "novate", terms: { rate: "6%" } }, ".terms.rate: unknown key"],
    [
      "a novation without what a note needs",
      { ...step, do: "novate", terms: { interest: null } },
      ".terms.interest: missing",
    ],
    [
      "another currency",
      { ...step, do: "novate", terms: { currency: { symbol: "EUR" } } },
      `.terms.currency.symbol: "EUR" cannot be; a simulation keeps "USD"`,
    ],
    [
      "another stock",
      { ...step, do: "novate", terms: { conversion: { stock: { authorized: "1" } } } },
      `.terms.conversion.stock.authorized: "1" cannot be; a simulation keeps "60000000"`,
    ],
    ["nobody to block", { do: "block", on: "2005-09-02" }, ".who: missing"],
    ["an empty address", { ...step, do: "recover", to: "" }, ".to: is empty"],
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

  it("leaves aside where an editor finds its schema", async () => {
    expect(await complaintOf(scenarioWith({ $schema: "../scenario.schema.json" }))).to.equal("");
  });

  it("is no term sheet", async () => {
    expect(await complaintOf(sampleSheet())).to.equal(
      "file.json: is a term sheet, not a scenario; note quote quotes it",
    );
  });

  it("changes the terms as the last novation that is not to be refused has left them", async () => {
    const novate = { on: "2005-01-03", do: "novate" };
    const { timeline } = await parseScenario(
      scenarioWith({
        timeline: [
          { ...novate, terms: { interest: { rate: "6%", overdue: null }, transfer: null } },
          { ...novate, terms: { interest: { rate: "5%" }, dated: "2006-01-01" }, refused: true },
          { ...novate, terms: { maturity: "2008-01-02" } },
        ],
      }),
      "file.json",
    );
    const sheets = timeline.map((each) => (each.do === "novate" ? each.sheet : null));
    const changes = { "interest.rate": "6%", "interest.overdue": undefined, transfer: undefined };
    expect(sheets).to.deep.equal([
      sheetWith(changes),
      sheetWith({ ...changes, "interest.rate": "5%", dated: "2006-01-01" }),
      sheetWith({ ...changes, maturity: "2008-01-02" }),
    ]);
  });

  it("splits a stock that a novation has brought in", async () => {
    const { conversion } = sampleSheet();
    const timeline = [
      { on: "2005-01-02", do: "novate", terms: { conversion } },
      { on: "2005-01-02", do: "split", ratio: "2:1" },
    ];
    expect(await complaintOf(scenarioWith({ terms: sheetWith({ conversion: undefined }), timeline }))).to.equal("");
  });

  it("does nothing to a stock that there is none of", async () => {
    const acts = [
      { do: "split", ratio: "2:1" },
      { do: "distribute", ratio: "2:1" },
      { do: "recapitalize", ratio: "2:1" },
      { do: "exchange" },
    ];
    for (const act of acts) {
      const timeline = [{ on: "2005-01-02", by: "borrower", ...act }];
      expect(await complaintOf(scenarioWith({ terms: sheetWith({ conversion: undefined }), timeline }))).to.equal(
        `file.json: timeline.0.do: "${act.do}" needs a stock, and the term sheet names none`,
      );
    }
  });

  it("amends a note to convert into the newest stock, and into no other", async () => {
    const recapitalize = { on: "2005-01-02", do: "recapitalize", ratio: "1:2" };
    const novate = (stock: Fields) => ({ on: "2005-01-03", do: "novate", terms: { conversion: { stock } } });
    const complaint = async (...timeline: readonly Fields[]) => await complaintOf(scenarioWith({ timeline }));
    const first = "Infinite Group, Inc. Common Stock";
    const kept = (index: number, field: string, said: string, keeps: string) =>
      `file.json: timeline.${index}.terms.conversion.stock.${field}: "${said}" cannot be; a simulation keeps "${keeps}"`;

    expect(await complaint(recapitalize, novate({}))).to.equal(kept(1, "name", first, `${first} (new)`));
    expect(await complaint(recapitalize, novate({ name: `${first} (new)`, authorized: "5" }))).to.equal("");
    expect(await complaint({ ...recapitalize, refused: true }, novate({}))).to.equal("");
    const named = { ...recapitalize, name: "New Stock", symbol: "NEW", authorized: "30000000" };
    const stock = { name: "New Stock", symbol: "NEW", authorized: "30000000" };
    expect(await complaint(named, novate(stock))).to.equal("");
    expect(await complaint(named, novate({ ...stock, symbol: "OLD" }))).to.equal(kept(1, "symbol", "OLD", "NEW"));
    expect(await complaint(named, novate({ ...stock, authorized: "1" }))).to.equal(
      kept(1, "authorized", "1", "30000000"),
    );
    expect(
      await complaint(named, recapitalize, novate({ ...stock, name: "New Stock (new)", authorized: "1" })),
    ).to.equal("");
  });
});
