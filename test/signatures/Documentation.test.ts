import { readFileSync } from "node:fs";

import { expect } from "chai";

import { sentences } from "../helpers/messages.ts";
import { givenNotes } from "../helpers/notes.ts";
import { LATER } from "../helpers/signing.ts";
import { makeBySignature, transferBySignature } from "./example.ts";
import { UNTIL } from "./places.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

/** Code with every line's own spaces, and no others. */
function plain(code: string): string {
  return code
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

describe("Signatures: what the documentation shows", () => {
  const given = givenNotes();
  const page = read("../../docs/signatures.md");

  it("is the code that is tested here", () => {
    const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => plain(code));
    expect(blocks).to.have.length(2);
    for (const block of blocks) expect(plain(read("./example.ts"))).to.include(block);
  });

  it("makes a note and sells it", async () => {
    const { borrower, lender, stranger, stock } = given;
    await makeBySignature(given.byPayer, stock, given.terms(), lender.address, borrower, LATER);
    await transferBySignature(given.byPayer, 1n, stranger.address, UNTIL, borrower, lender, LATER);
    expect((await given.record(1n)).holder).to.equal(stranger.address);
  });

  it("names every message", () => {
    for (const name of Object.keys(sentences)) expect(page).to.include(`\`${name}\``);
  });
});
