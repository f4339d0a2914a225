import { ZeroAddress } from "ethers";
import { connectRegistry } from "../contracts.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { ActError } from "./act.ts";
import type { Plan } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import type { ActNote } from "./actNote.ts";
import { planOf } from "./plainActs.ts";

/**
 * Assignment of the obligation. To anyone but an affiliate of the maker it is a default and changes no obligor, which nobody should do by a
 * slip of the hand: the option `default` says that it is meant.
 */
export async function prepareAssignment(note: ActNote, from: string, options: ActOptions): Promise<Plan> {
  const to = options.address("to");
  const { terms, state } = note;
  const affiliate = await areAffiliates(note, terms.borrower, to);
  if (!affiliate && sameAddress(state.obligor, from) && !options.flag("default")) {
    throw new ActError(
      `--to: ${to} is no affiliate of the maker, ${terms.borrower}: to assign to it would be a default and leave the debt where it is; ` +
        "say --default if that is meant; nothing was sent",
    );
  }
  const says = affiliate
    ? `The borrower assigns the obligation to ${to}; the maker stays bound`
    : `The borrower assigns to ${to}, who is no affiliate: default (iv) begins, and the obligor stays`;
  return await planOf(note, from, { call: ["assign", [note.id, to]], says });
}

async function areAffiliates({ terms, provider }: ActNote, maker: string, other: string): Promise<boolean> {
  if (terms.registry === ZeroAddress) return false;
  return await connectRegistry(terms.registry, provider).areAffiliates(maker, other);
}
