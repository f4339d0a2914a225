import { expect } from "chai";

import { mergePatch } from "../../src/terms/mergePatch.ts";

describe("mergePatch", () => {
  const cases: readonly (readonly [what: string, target: unknown, patch: unknown, result: unknown])[] = [
    ["replaces a member", { a: "b" }, { a: "c" }, { a: "c" }],
    ["adds a member", { a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    ["takes a member away", { a: "b", b: "c" }, { a: null }, { b: "c" }],
    ["takes away what is not there", { e: 1 }, { a: null }, { e: 1 }],
    ["goes into objects", { a: { b: "c", d: "e" } }, { a: { b: "d", d: null } }, { a: { b: "d" } }],
    ["replaces lists whole", { a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    ["makes an object of what is none", { a: "b" }, { a: { b: { c: null } } }, { a: { b: {} } }],
    ["is itself the result, if it is no object", { a: "b" }, ["c"], ["c"]],
    ["leaves everything as it is, if it is empty", { a: { b: null } }, {}, { a: { b: null } }],
  ];
  for (const [what, target, patch, result] of cases) {
    it(what, () => {
      const before = structuredClone(target);
      expect(mergePatch(target, patch)).to.deep.equal(result);
      expect(target).to.deep.equal(before);
    });
  }

  it("takes a member by any name, and touches nothing else", () => {
    const merged = mergePatch({}, JSON.parse('{ "__proto__": { "a": 1 } }')) as Record<string, unknown>;
    expect(Object.keys(merged)).to.deep.equal(["__proto__"]);
    expect(({} as Record<string, unknown>)["a"]).to.equal(undefined);
  });
});
