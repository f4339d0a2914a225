import { expect } from "chai";

import { parseKept, writeKept } from "../../app/src/pages/list/keptNotes.ts";
import { imageOf } from "../../app/src/pages/note/reading/certificateImage.ts";
import { isStale } from "../../app/src/shell/stale.ts";

describe("What the page keeps and trusts", () => {
  const kept = {
    through: 7_000_000,
    hash: `0x${"ab".repeat(32)}`,
    found: [
      {
        id: 2n ** 60n,
        payee: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        madeInBlock: 12,
        transactionHash: `0x${"cd".repeat(32)}`,
      },
    ],
  };

  describe("given notes found on a chain", () => {
    it("reads again what it kept", () => {
      expect(parseKept(writeKept(kept))).to.deep.equal(kept);
    });

    for (const text of [
      null,
      "",
      "null",
      "7",
      "{}",
      writeKept(kept).replace("7000000", '"x"'),
      '{"through":1,"hash":"","found":[{}]}',
    ]) {
      it(`takes ${JSON.stringify(text)} for nothing kept`, () => {
        expect(parseKept(text)).to.equal(null);
      });
    }
  });

  describe("given a token's metadata", () => {
    const uriOf = (image: unknown) =>
      `data:application/json;base64,${Buffer.from(JSON.stringify({ name: "é", image })).toString("base64")}`;

    it("shows the image that is in it", () => {
      expect(imageOf(uriOf("data:image/svg+xml;base64,PHN2Zy8+"))).to.equal("data:image/svg+xml;base64,PHN2Zy8+");
    });

    it("asks nobody for an image", () => {
      expect(() => imageOf(uriOf("https://elsewhere.example/note.svg"))).to.throw("not on the chain");
      expect(() => imageOf("https://elsewhere.example/note.json")).to.throw("not on the chain");
    });
  });

  describe("given the last block a node has heard of", () => {
    it("is stale after a quarter of an hour", () => {
      expect(isStale(1_000_000, 1_000_900, false)).to.equal(false);
      expect(isStale(1_000_000, 1_000_901, false)).to.equal(true);
    });

    it("is never stale on a chain of one's own", () => {
      expect(isStale(1_000_000, 9_000_000, true)).to.equal(false);
    });
  });
});
