import { ZeroAddress } from "ethers";

import { sameAddress } from "../../terms/sameAddress.ts";
import { ActError } from "./act.ts";
import type { Role } from "./act.ts";
import type { ActNote } from "./actNote.ts";

/** Somebody who can do an act. */
export interface Party {
  readonly title: string;
  readonly address: string;
}

const MOST_NAMED = 4;

/**
 * Who can do acts of a role on a note; nobody in particular for those that anyone can do.
 *
 * @example partiesOf(describeAct("convert").role, note) // [{ title: "the holder", address: "0x…" }]
 */
export function partiesOf(role: Role, { state, terms }: ActNote): readonly Party[] {
  const holder = { title: "the holder", address: state.holder };
  const borrower = { title: "the borrower", address: state.obligor };
  const attestor = { title: "the attestor", address: terms.attestor };
  const lost = { title: "the holder declared lost", address: state.recovery.holder ?? state.holder };
  const parties: Readonly<Record<Role, readonly Party[]>> = {
    anyone: [],
    self: [],
    payer: [borrower],
    attestor: [attestor],
    borrower: [borrower],
    borrowerOrAttestor: [borrower, attestor],
    holder: [holder],
    holderOrAttestor: [holder, attestor],
    issuer: [{ title: "the issuer of the stock", address: terms.borrower }],
    lostHolder: [lost],
  };
  return parties[role].filter(({ address }) => address !== ZeroAddress);
}

/**
 * The account an act is to be sent from.
 *
 * @param configured Accounts whose keys are at hand.
 * @param named By `--as`; empty if the account is to follow from the role.
 * @throws ActError saying who must act and which accounts are at hand, if that is not exactly one account.
 */
export function chooseAccount(
  configured: readonly string[],
  named: string,
  act: string,
  parties: readonly Party[],
  role: Role,
): string {
  const at = (address: string) => configured.find((each) => sameAddress(each, address));
  if (named !== "") {
    const found = at(named);
    if (found === undefined)
      throw new ActError(`--as: ${named} is none of the accounts of the network: ${list(configured)}`);
    return found;
  }
  const found = parties.flatMap(({ address }) => at(address) ?? []);
  const [first, second] = found.length === 0 && role === "anyone" ? configured : found;
  if (first !== undefined && (second === undefined || role === "anyone")) return first;
  const who = parties.map(({ title, address }) => `${title}, ${address}`).join(", or ");
  if (second !== undefined) throw new ActError(`note ${act}: for ${who}: both are at hand; name one with --as`);
  if (parties.length === 0) throw new ActError(`note ${act}: name the account that acts with --as`);
  const must = role === "payer" ? `unless --as names another payer, ${who} pays` : `this is for ${who}`;
  throw new ActError(`note ${act}: ${must}; the network has ${list(configured)}`);
}

/**
 * What the parties to a note are called, as in the middle of a sentence; anyone else by its address.
 *
 * @example titlesOf(note)(note.state.obligor) // "the borrower"
 */
export function titlesOf({ state, terms }: ActNote): (address: string) => string {
  const titles = new Map([
    [terms.borrower.toLowerCase(), "the maker"],
    [terms.attestor.toLowerCase(), "the attestor"],
    [state.obligor.toLowerCase(), "the borrower"],
    [state.holder.toLowerCase(), "the holder"],
  ]);
  titles.delete(ZeroAddress);
  return (address) => titles.get(address.toLowerCase()) ?? address;
}

function list(accounts: readonly string[]): string {
  if (accounts.length === 0) return "no account";
  const rest = accounts.length - MOST_NAMED;
  return `${accounts.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}
