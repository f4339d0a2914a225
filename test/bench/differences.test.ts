import { expect } from "chai";

import { differences } from "../../bench/report/figures.ts";

describe("Committed figures", () => {
  it("are the same as measured, or it is said where not and both sides", () => {
    const committed = { acts: { pay: { gas: 96_416 } }, growth: [{ gas: { 1: 5 } }] };
    expect(differences(committed, structuredClone(committed))).to.deep.equal([]);
    expect(differences(committed, { acts: { pay: { gas: 96_417 } }, growth: [{ gas: { 1: 5 } }] })).to.deep.equal([
      "acts / pay / gas: 96,416 is committed, 96,417 measured",
    ]);
  });

  it("are not the same if something is measured that is not committed, or no more", () => {
    expect(differences({ a: 1 }, { a: 1, b: 2 })).to.deep.equal(["b: nothing is committed, 2 measured"]);
    expect(differences({ a: 1, b: "x" }, { a: 1 })).to.deep.equal(['b: "x" is committed, nothing measured']);
  });
});
