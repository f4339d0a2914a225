import { expect } from "chai";

import { NoSuchNoteError, readHistory } from "../../src/chain/noteHistory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { makeLiveNote } from "../support/liveNote.ts";

const SECOND_OF_MAKING = 1072904400; // 2003-12-31 16:00 in New York

describe("the history of a note, read from a client of another make", function () {
  let anvil: Anvil;
  let live: Awaited<ReturnType<typeof makeLiveNote>>;

  before(async function () {
    anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
    live = await makeLiveNote(anvil.url, sheetWith({}));
  });

  after(async function () {
    await live.close();
    await anvil.stop();
  });

  it("tells the making, then the token's minting, of this note alone", async function () {
    const { id, notes, record } = live;
    const { events, note } = await readHistory(notes, id, { fromBlock: record.startBlock });
    expect(events.map(({ name }) => name)).to.have.members(["NoteMade", "Transfer"]);
    expect(note.record.principal).to.equal(203323_700000n);
    expect(note.record.holder).to.equal(live.people.lender.address);
  });

  it("comes to the same in small pieces, and says how far it has come", async function () {
    const { id, notes, record } = live;
    const seen: number[] = [];
    const inPieces = await readHistory(notes, id, {
      fromBlock: record.startBlock,
      span: 16,
      onProgress: (through) => seen.push(through),
    });
    const atOnce = await readHistory(notes, id, { fromBlock: record.startBlock });
    expect(inPieces.events).to.deep.equal(atOnce.events);
    expect(seen.length).to.be.greaterThan(1);
    expect(seen.at(-1)).to.equal(atOnce.throughBlock);
  });

  it("refuses a number no note has", async function () {
    const { notes, record } = live;
    const refusal: unknown = await readHistory(notes, 7n, { fromBlock: record.startBlock }).catch(
      (error: unknown) => error,
    );
    expect(refusal)
      .to.be.instanceOf(NoSuchNoteError)
      .with.property("message")
      .that.matches(/no note 7 in 0x/);
  });
});
