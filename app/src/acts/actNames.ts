import { describeAct, partiesOf } from "allonge/acts";
import type { ActName, ActNote, Party, Role } from "allonge/acts";

import { sameAddress } from "../../../src/terms/sameAddress.ts";

/** What an act is called on the page. */
export const ACT_TITLES: Readonly<Record<ActName, string>> = {
  convert: "Convert",
  pay: "Pay",
  acknowledge: "Acknowledge a payment",
  "permit-prepayment": "Permit prepayment",
  "revoke-prepayment": "Revoke the permission to prepay",
  demand: "Demand payment",
  consent: "Consent to a transfer",
  "revoke-consent": "Revoke the consent",
  transfer: "Transfer",
  "accept-assignment": "Accept an assignment",
  "withdraw-acceptance": "Withdraw an acceptance",
  assign: "Assign the obligation",
  report: "Report a fact",
  cure: "Cure",
  waive: "Waive",
  charge: "Admit a charge",
  release: "Release",
  novate: "Novate",
  withdraw: "Withdraw money held",
  "declare-lost": "Declare a key lost",
  "consent-recovery": "Consent to a recovery",
  "revoke-recovery-consent": "Revoke the consent to a recovery",
  object: "Object to a recovery",
  "cancel-signature": "Cancel a signature",
  "stock split": "Split the stock",
  "stock distribute": "Record a distribution",
  recover: "Recover a lost note",
};

/** Acts of one role, under its heading. */
export interface ActGroup {
  readonly title: string;
  readonly acts: readonly ActName[];
  /** Whether the connected account has the role. */
  readonly isOwn: boolean;
}

const GROUPS: readonly (readonly [title: string, roles: readonly Role[], acts: readonly ActName[]])[] = [
  [
    "Holder",
    ["holder", "lostHolder"],
    [
      "convert",
      "demand",
      "transfer",
      "acknowledge",
      "permit-prepayment",
      "revoke-prepayment",
      "waive",
      "cure",
      "release",
      "object",
    ],
  ],
  [
    "Borrower",
    ["borrower"],
    ["consent", "revoke-consent", "assign", "report", "charge", "consent-recovery", "revoke-recovery-consent"],
  ],
  [
    "Anyone",
    [],
    ["pay", "novate", "accept-assignment", "withdraw-acceptance", "withdraw", "cancel-signature", "recover"],
  ],
  ["Attestor", ["attestor"], ["declare-lost"]],
  ["Issuer of the stock", ["issuer"], ["stock split", "stock distribute"]],
];

/** Acts that are the attestor's too, and are shown with its own where it looks. */
const ALSO_ATTESTORS: readonly ActName[] = ["report", "cure", "charge"];

/**
 * The acts on a note by the role that has them, those of an account first.
 *
 * @param account Null while none is connected.
 */
export function groupsFor(note: ActNote, account: string | null): readonly ActGroup[] {
  const has = (roles: readonly Role[]) =>
    account !== null &&
    roles.some((role) => partiesOf(role, note).some(({ address }) => sameAddress(address, account)));
  const isAttestor = has(["attestor"]);
  const groups = GROUPS.map(([title, roles, acts]): ActGroup => {
    const isOwn = has(roles);
    if (!isAttestor) return { title, acts, isOwn };
    if (title === "Attestor") return { title, acts: [...ALSO_ATTESTORS, ...acts], isOwn };
    return { title, acts: acts.filter((act) => !ALSO_ATTESTORS.includes(act)), isOwn };
  }).filter(({ title }) => title !== "Attestor" || partiesOf("attestor", note).length > 0);
  return [...groups.filter(({ isOwn }) => isOwn), ...groups.filter(({ isOwn }) => !isOwn)];
}

/** Who can do an act; empty for anyone. */
export function doersOf(act: ActName, note: ActNote): readonly Party[] {
  const { role } = describeAct(act);
  return role === "payer" ? [] : partiesOf(role, note);
}

/** As whom an act is worked out: the connected account if it has the part, else whoever has it, so that anyone can look ahead. */
export function actorFor(act: ActName, note: ActNote, account: string | null): string {
  const doers = doersOf(act, note);
  if (account !== null && (doers.length === 0 || doers.some(({ address }) => sameAddress(address, account)))) {
    return account;
  }
  const { role } = describeAct(act);
  return partiesOf(role, note).at(0)?.address ?? note.state.obligor;
}

/** What the parties are called, by address in small letters. */
export function titlesByAddress(
  { state, terms }: ActNote,
  titleOf: (address: string) => string,
): Record<string, string> {
  const parties = [state.holder, state.obligor, terms.borrower, terms.attestor];
  return Object.fromEntries(parties.map((address) => [address.toLowerCase(), titleOf(address)]));
}
