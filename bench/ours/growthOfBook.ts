import { gasOf } from "../../test/gas/acts.ts";
import type { GivenNotes } from "../../test/helpers/notes.ts";
import { ALL, tokens, usd } from "../../test/helpers/vocabulary.ts";
import { Curves } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { openWorld } from "./world.ts";

const COUNTS = [1, 10, 100, 1_000, 10_000];
const PER_BLOCK = 100;
const GAS = "0x80000";

/** Acts on a note, with as many notes on the books; all of one lender and one stock. */
export async function growthOfBook(tell: (progress: string) => void): Promise<Growth> {
  const given = await openWorld();
  const { connection, lender, sister, byBorrower, byLender, byPayer } = given;
  await given.stock.setAuthorized(tokens("60000000000"));
  const curves = new Curves();

  for (const count of COUNTS) {
    await makeUpTo(given, count - 1, tell);
    curves.add("make", count, await gasOf(byBorrower.make(given.terms(), lender)));
    const snapshot = await connection.networkHelpers.takeSnapshot();
    const id = BigInt(count);
    curves.add("transfer to an affiliate", count, await gasOf(byLender.transferFrom(lender, sister, id)));
    await snapshot.restore();
    await given.on("2005-09-02");
    curves.add("convert part", count, await gasOf(byLender.convert(id, usd("100000"), 0n, 0n, "")));
    await given.on("2007-01-02");
    curves.add("pay off", count, await gasOf(byPayer.pay(id, ALL)));
    await snapshot.restore();
  }
  return { title: "Notes on the books", of: "notes", curves: curves.all() };
}

async function makeUpTo(given: GivenNotes, count: number, tell: (progress: string) => void): Promise<void> {
  const { connection, notes, borrower, lender } = given;
  const { provider } = connection;
  const data = notes.interface.encodeFunctionData("make", [given.terms(), lender.address]);
  const transaction = { from: borrower.address, to: await notes.getAddress(), data, gas: GAS };
  const send = async (): Promise<unknown> =>
    await provider.request({ method: "eth_sendTransaction", params: [transaction] });

  await provider.request({ method: "evm_setAutomine", params: [false] });
  for (let made = Number(await notes.noteCount()); made < count;) {
    const more = Math.min(PER_BLOCK, count - made);
    for (let sent = 0; sent < more; sent += 1) await send();
    await provider.request({ method: "evm_mine", params: [] });
    made += more;
    if (made % 1_000 === 0) tell(`${made.toLocaleString("en-US")} notes made`);
  }
  await provider.request({ method: "evm_setAutomine", params: [true] });
  const made = Number(await notes.noteCount());
  if (made < count) throw new Error(`${made} notes instead of ${count}`);
}
