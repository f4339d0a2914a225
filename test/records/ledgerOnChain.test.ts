import { expect } from "chai";

import { ledgerOf } from "../../src/records/ledger.ts";
import type { NoteFacts } from "../../src/records/noteFacts.ts";
import { openLife, playToTheEnd } from "./playedLife.ts";
import type { LiveLife } from "./playedLife.ts";

describe("the ledger of a note, read from a client of another make", function () {
  this.timeout(60_000);

  let life: LiveLife;
  let facts: NoteFacts;

  before(async function () {
    life = await openLife();
    await playToTheEnd(life);
    facts = await life.read();
  });

  after(async function () {
    await life.close();
  });

  it("closes each entry with what the contract then says is owed", function () {
    const rows = ledgerOf(facts);
    const onNote = life.played.filter(({ act }) => act !== "split");
    expect(rows.slice(1).map(({ date, balances, transactionHash }) => [date, balances, transactionHash])).to.deep.equal(
      onNote.map(({ on, said, transactionHash }) => [on, said, transactionHash]),
    );
  });
});
