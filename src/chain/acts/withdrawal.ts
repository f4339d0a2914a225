import { Contract, ZeroAddress } from "ethers";
import { sameAddress } from "../../terms/sameAddress.ts";
import { ActError } from "./act.ts";
import type { Plan } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import type { ActNote } from "./actNote.ts";
import { planOf } from "./plainActs.ts";
import { moneyOf } from "../../wording/money.ts";

/** Money that could not reach a holder, or had to wait, goes where its owner says. */
export async function prepareWithdrawal(note: ActNote, from: string, options: ActOptions): Promise<Plan> {
  const { id, notes, figures, terms, provider } = note;
  const to = options.address("to", from);
  const holder = options.has("holder") ? options.address("holder") : await keptFor(note, from);
  const { box, owner } = await notes.heldFor(id, holder);
  const currency = new Contract(terms.currency, ["function balanceOf(address) view returns (uint256)"], provider);
  const kept = (await currency.getFunction("balanceOf").staticCall(box)) as bigint;
  if (kept === 0n) throw new ActError(`nothing is kept for ${holder} on note ${id}; nothing was sent`);
  const says = `${moneyOf(kept, figures)} kept for ${holder}, now of ${owner}, is sent to ${to}`;
  return await planOf(note, from, { call: ["withdraw", [id, holder, to]], says });
}

/** For whom money is kept that an account may have: itself, or whom it took the place of. */
async function keptFor({ id, notes, record }: ActNote, from: string): Promise<string> {
  const { owner } = await notes.heldFor(id, from);
  if (!sameAddress(owner, from) && owner !== ZeroAddress) return from;
  const recovered = await notes.queryFilter(notes.filters.NoteRecovered(id, undefined, from), record.startBlock);
  return recovered.at(-1)?.args.from ?? from;
}
