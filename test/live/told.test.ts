import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import type { TransactionReceipt } from "ethers";

import { eventsInWords, eventsOf } from "../../src/chain/acts/told.ts";
import { CommonStockFactory__factory } from "../../typechain-types/factories/CommonStockFactory__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { givenLiveNote } from "./acting.ts";

describe("what a contract tells that was called on the way", () => {
  const [NOTES, CURRENCY, OTHER] = [1, 2, 3].map((last) => `0x${String(last).padStart(40, "0")}`) as [
    string,
    string,
    string,
  ];
  const factory = CommonStockFactory__factory.createInterface();
  const register = ControlRegistry__factory.createInterface();
  const lies = [
    factory.encodeEventLog("StockMade", [OTHER, OTHER, "Paid in full", "PAID"]),
    register.encodeEventLog("ControlRevoked", [OTHER, NOTES, 0n, ""]),
  ];
  const toldBy = (address: string, to: string, beside?: readonly string[]) => {
    const receipt = { to, logs: lies.map((log) => ({ ...log, address })) } as unknown as TransactionReceipt;
    return eventsInWords(eventsOf(receipt, NOTES, beside), () => ({ decimals: 6, symbol: "USD" }));
  };

  it("is told of the contract the transaction was sent to, or of those named, and of no currency", () => {
    expect(toldBy(CURRENCY, NOTES)).to.deep.equal([]);
    expect(toldBy(CURRENCY, CURRENCY, [OTHER])).to.deep.equal([]);
    for (const told of [toldBy(OTHER, OTHER.toUpperCase().replace("0X", "0x")), toldBy(OTHER, NOTES, [OTHER])]) {
      expect(told).to.have.length(2);
      expect(told[0]).to.equal(`Stock PAID was made at ${OTHER}`);
    }
  });
});

describe("what is told of a transfer", () => {
  const given = givenLiveNote();

  const toldIn = (table: string): string[] => {
    const rows = table.split("\n").map((line) => line.split("│").map((cell) => cell.trim()));
    const ofTwoCells = rows.filter((cells) => cells.length === 4);
    const told: string[] = [];
    let isTold = false;
    for (const [, label = "", says = ""] of ofTwoCells) {
      if (label !== "") isTold = label === "Told";
      if (isTold && label !== "") told.push(says);
      else if (isTold && says !== "") told.push(`${told.pop() ?? ""} ${says}`);
    }
    return told;
  };

  it("is the transfer, when the holder sends it", async () => {
    const { code, stdout, stderr } = await given.note(
      "transfer",
      "--id",
      "1",
      "--to",
      given.address("sister"),
      "--yes",
    );
    expect(code, stderr).to.equal(0);
    expect(toldIn(stdout)).to.deep.equal([`The holder transferred the note to ${given.address("sister")}`]);
  });

  it("is the consent and the transfer, when both are submitted by signature", async () => {
    const folder = await mkdtemp(join(tmpdir(), "note-told-"));
    try {
      const [consent, transfer] = [join(folder, "consent.json"), join(folder, "transfer.json")];
      const to = given.address("stranger");
      const common = ["--id", "1", "--to", to, "--deadline", "2004-01-10", "--yes"];
      await Promise.all([
        given.note("sign", "consent", ...common, "--until", "2004-01-31", "--out", consent),
        given.note("sign", "transfer", ...common, "--out", transfer),
      ]);
      const { code, stdout, stderr } = await given.note("submit", transfer, consent, "--yes", "--as", to);
      expect(code, stderr).to.equal(0);
      expect(toldIn(stdout)).to.deep.equal([
        `The borrower consented to a transfer to ${to} through 2004-01-31`,
        `The holder transferred the note to ${to}`,
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
