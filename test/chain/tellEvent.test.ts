import { expect } from "chai";
import { encodeBytes32String } from "ethers";
import type { Interface, ParamType } from "ethers";

import { readEvent } from "../../src/chain/foldEvents.ts";
import { tellEvent } from "../../src/chain/tellEvent.ts";
import { IPromissoryNotes__factory } from "../../typechain-types/factories/interfaces/IPromissoryNotes__factory.ts";

const ANYONE = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
/** Clears a terminal, and turns the direction of what follows. */
const HOSTILE = "wire\u001b[2J\u202e7";

const TELLING = { decimals: 6, nameOf: () => "lender" };

const book: Interface = IPromissoryNotes__factory.createInterface();

/** Events of the book that are about one note; `NoteMade` has terms to be unpacked, and is told of real notes elsewhere. */
const aboutNotes = book.fragments.flatMap((fragment) => {
  const event = fragment.type === "event" ? book.getEvent(fragment.format("sighash")) : null;
  return event !== null && event.inputs.some(({ name }) => name === "id") && event.name !== "NoteMade" ? [event] : [];
});

function anyValue(type: ParamType): unknown {
  if (type.isTuple()) return type.components.map(anyValue);
  if (type.type === "address") return ANYONE;
  if (type.type === "string") return HOSTILE;
  if (type.type === "bool") return true;
  return type.type === "bytes32" ? encodeBytes32String("county") : 1n;
}

function told(name: string, given: Readonly<Record<string, unknown>> = {}): string {
  const event = book.getEvent(name)!;
  const values = event.inputs.map((input) => given[input.name] ?? anyValue(input));
  return tellEvent(readEvent(book.encodeEventLog(event, values))!, TELLING);
}

describe("what an event says", function () {
  it("is known of every event about a note", function () {
    expect(aboutNotes.length).to.be.greaterThan(25);
    for (const { name } of aboutNotes) {
      const sentence = told(name);
      expect(sentence, name).to.match(/^[A-Z0-9].*[^.]$/);
      expect(sentence, name).not.to.match(/undefined|NaN|\[object/);
    }
  });

  it("shows what strangers wrote without letting it move what is around it", function () {
    for (const { name } of aboutNotes) expect(told(name), name).not.to.match(/[\p{Cc}\p{Cf}]/u);
    expect(told("Demanded")).to.include("notice “wire\uFFFD[2J\uFFFD7”");
  });

  const taken = [100_000_000000n, 12_973_287671n, 0n, 0n];

  it("tells what a conversion leaves, kept or released", function () {
    const shares = 2_259_465n;
    const given = { taken, shares, leftover: 37671n, notice: "" };
    expect(told("Converted", { ...given, balances: [103_323_700000n, 37671n, 0n, 0n] })).to.equal(
      "Lender converted 100,000.00 with 12,973.287671 interest into 2,259,465 shares; 0.037671 stays owed",
    );
    expect(told("Converted", { ...given, balances: [0n, 0n, 0n, 0n] })).to.equal(
      "Lender converted 100,000.00 with 12,973.287671 interest into 2,259,465 shares; 0.037671 is released",
    );
    expect(told("Converted", { ...given, taken: [1000000n, 1n, 2n, 3n], leftover: 0n })).to.equal(
      "Lender converted 1.00 with 0.000001 interest, 0.000002 overdue interest and 0.000003 charges into 2,259,465 shares",
    );
  });

  it("tells what a payment fell on, and the principal it leaves", function () {
    expect(told("PaymentMade", { taken, balances: [0n, 0n, 0n, 0n] })).to.equal(
      "Lender paid 112,973.287671: 12,973.287671 interest, 100,000.00 principal",
    );
    expect(told("PaymentMade", { taken: [0n, 5_000000n, 0n, 0n], balances: [7_000000n, 0n, 0n, 0n] })).to.equal(
      "Lender paid 5.00: 5.00 interest; 7.00 principal stays owed",
    );
  });

  it("says which facts are a default at once", function () {
    const [adjudication, judgment] = [2n, 5n];
    const day = { occurred: 13266n, evidence: "" };
    expect(told("FactReported", { kind: adjudication, begins: 13266n, ...day })).to.equal(
      "Lender put adjudication “county” of 2006-04-28 on record, a default at once",
    );
    expect(told("FactReported", { kind: judgment, begins: 13357n, ...day })).to.equal(
      "Lender put judgment “county” of 2006-04-28 on record, a default from 2006-07-28 unless cured before",
    );
  });

  it("is nothing for an event that is not of the book", function () {
    expect(() => tellEvent({ name: "Minted", args: { toObject: () => ({}) } }, TELLING)).to.throw(
      RangeError,
      "the event Minted is not known",
    );
  });
});
