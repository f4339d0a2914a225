import { expect } from "chai";

import { repeatedKey } from "../../src/terms/repeatedKey.ts";

describe("repeatedKey", () => {
  it("names a key that one object says twice, however it is written", () => {
    expect(repeatedKey('{ "principal": "1", "principal": "2" }')).to.equal("principal");
    expect(repeatedKey('{ "a": { "b": 1, "c": [], "b": 2 } }')).to.equal("b");
    expect(repeatedKey('{ "\\u0061": 1, "a": 2 }')).to.equal("a");
    expect(repeatedKey('[{ "a": [{ "a": 1 }], "a": 2 }]')).to.equal("a");
  });

  it("takes the same key in other objects, and in strings", () => {
    expect(repeatedKey('{ "a": { "a": 1 }, "b": [{ "a": 1 }, { "a": 2 }] }')).to.equal(undefined);
    expect(repeatedKey('{ "a": "a", "b": "\\"a\\":", "c": "{" }')).to.equal(undefined);
    expect(repeatedKey('["a", "a"]')).to.equal(undefined);
    expect(repeatedKey('"a"')).to.equal(undefined);
  });
});
