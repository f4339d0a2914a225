import { expect } from "chai";

import { listNotes } from "../../src/chain/listNotes.ts";
import { termsOnChain } from "../../src/chain/termsOnChain.ts";
import { givenLiveNote } from "./acting.ts";

/** Code of a contract that reverts whatever it is asked, and of one that spends all the gas it is given. */
const REVERTS = "0x5f5ffd";
const SPENDS_ALL_GAS = "0xfe";

const CALENDAR = "0x00000000000000000000000000000000000ca1e0";

describe("a list of notes, one of which is kept by a calendar of a stranger's", () => {
  const given = givenLiveNote();

  /** Makes a note whose calendar counts days as long as it is being made, and then has other code. */
  async function makeNoteWithCalendar(code: string) {
    const { provider, record, notes, terms, sheet, people, currency, registry, stock } = given.live;
    const { NewYorkCalendar } = record.contracts;
    await provider.send("anvil_setCode", [CALENDAR, await provider.getCode(NewYorkCalendar)]);
    const struct = termsOnChain(terms, sheet, {
      borrower: people.borrower.address,
      attestor: null,
      currency: await currency.getAddress(),
      calendar: CALENDAR,
      registry: await registry.getAddress(),
      stock,
    });
    await (await notes.connect(people.borrower).make(struct, people.stranger.address)).wait();
    await provider.send("anvil_setCode", [CALENDAR, code]);
  }

  for (const [what, code] of [
    ["reverts", REVERTS],
    ["spends all gas", SPENDS_ALL_GAS],
  ] as const) {
    it(`has that note too, with what is known of it, where the calendar ${what}`, async () => {
      await makeNoteWithCalendar(code);
      const { live } = given;
      const [sound, other, ...more] = await listNotes(live, { fromBlock: live.record.startBlock });
      expect(more).to.deep.equal([]);
      expect(sound).to.include({ id: 1n, status: "outstanding", total: 203323_700000n, unread: null });
      expect(other).to.include({
        id: 2n,
        holder: given.address("stranger"),
        principal: 203323_700000n,
        status: null,
        total: null,
      });
      expect(other?.unread).to.match(/^its calendar, the contract at 0x0+ca1e0, does not say what day it is$/i);
    });
  }

  it("is written with the reason, for people and for machines", async () => {
    await makeNoteWithCalendar(REVERTS);
    const [table, json] = await Promise.all([given.note("list"), given.note("list", "--json")]);
    expect([table.code, table.stderr, json.code, json.stderr]).to.deep.equal([0, "", 0, ""]);
    expect(table.stdout).to.match(/2 .* unknown .* 2003-12-31 .* 203,323\.70 .* unknown/);
    expect(table.stdout).to.match(/\nNote 2: its calendar, the contract at 0x\w{40}, does not say what day it is\.\n$/);
    const entries = JSON.parse(json.stdout) as Record<string, unknown>[];
    expect(entries.map(({ status, total }) => [status, total])).to.deep.equal([
      ["outstanding", "203323.70"],
      [null, null],
    ]);
    expect(entries[0]?.["unread"]).to.equal(null);
    expect(entries[1]?.["unread"]).to.match(/^its calendar, /);
  });
});
