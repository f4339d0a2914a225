import { expect } from "chai";

import { noSuchNote } from "../../src/chain/noSuchNote.ts";

describe("why there is no note of a number", () => {
  it("says how many have been made", () => {
    expect(noSuchNote(99n, 0n)).to.equal("there is no note 99; none has been made");
    expect(noSuchNote(99n, 1n)).to.equal("there is no note 99; only 1 has been made");
    expect(noSuchNote(99n, 2n)).to.equal("there is no note 99; only 2 have been made");
  });
});
