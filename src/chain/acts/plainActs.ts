import { isoOf } from "../../math/civilDate.ts";
import type { Interface } from "ethers";
import type { ActOptions } from "./actOptions.ts";
import type { Call, Plan, Prepare, Row } from "./act.ts";
import type { ActNote } from "./actNote.ts";
import { saidOf } from "../noteWords.ts";
import { CHARGE_KINDS, factKind, REPORTED_FACTS } from "../ordinals.ts";
import { readNoteState } from "./noteState.ts";
import { moneyOf } from "../../wording/money.ts";
import { rowsOfChange } from "./rows.ts";

/** What an act calls, and what that does, in words. */
export interface PlainAct {
  readonly call: readonly [name: string, args: readonly unknown[]];
  readonly says: string;
  readonly rows?: readonly Row[];
}

type Encode = (options: ActOptions, note: ActNote, from: string) => PlainAct | Promise<PlainAct>;

/** Acts that are one call and move nothing but the note. */
const PLAIN_ACTS = {
  acknowledge: (options, { id, state, figures }) => {
    const reference = options.text("reference");
    const named = options.moneyOrAll("amount");
    const amount = options.text("amount") === "all" ? state.total : named;
    return {
      call: ["acknowledge", [id, amount, reference]],
      says: `The holder acknowledges ${moneyOf(amount, figures)} as paid elsewhere, by reference "${reference}"`,
    };
  },
  "permit-prepayment": (options, { id }) => {
    const until = options.day("until");
    return {
      call: ["permitPrepayment", [id, until]],
      says: `The holder permits anyone to pay before maturity, through ${isoOf(until)}`,
    };
  },
  "revoke-prepayment": (_, { id }) => ({
    call: ["revokePrepaymentPermission", [id]],
    says: "The holder takes back its permission to pay before maturity",
  }),
  demand: (options, { id }) => ({
    call: ["demand", [id, options.text("notice", "")]],
    says: "The holder gives notice and demands payment",
  }),
  consent: (options, { id }) => {
    const [to, until] = [options.address("to"), options.day("until")];
    return {
      call: ["consentToTransfer", [id, to, until]],
      says: `The borrower consents to one transfer of the note to ${to}, through ${isoOf(until)}`,
    };
  },
  "revoke-consent": (_, { id }) => ({
    call: ["revokeConsent", [id]],
    says: "The borrower revokes its consent to a transfer",
  }),
  transfer: (options, { id, state }) => {
    const to = options.address("to");
    return {
      call: ["safeTransferFrom(address,address,uint256)", [state.holder, to, id]],
      says: `The note is transferred from ${state.holder} to ${to}`,
    };
  },
  "accept-assignment": (_, { id, state, figures }, from) => ({
    call: ["acceptAssignment", [id]],
    says: `${from} accepts to owe the debt as it stands, ${moneyOf(state.total, figures)} today, should the borrower assign it`,
  }),
  "withdraw-acceptance": (_, { id }, from) => ({
    call: ["withdrawAcceptance", [id]],
    says: `${from} withdraws its acceptance of an assignment`,
  }),
  report: (options, { id, state }) => {
    const kind = options.choice("fact", REPORTED_FACTS);
    const occurred = options.day("occurred", state.day);
    const fact = factKind(BigInt(kind));
    const name = options.text("name", fact);
    return {
      call: ["report", [id, options.factName("name", name), kind, occurred, options.text("evidence", "")]],
      says: `A fact is put on record: ${saidOf(fact)} of ${isoOf(occurred)}, by the name "${name}"`,
    };
  },
  cure: (options, { id, state }) => {
    const occurred = options.day("occurred", state.day);
    return {
      call: ["cure", [id, options.factName("name"), occurred, options.text("evidence", "")]],
      says: `A cure of the fact "${options.text("name")}" is put on record, of ${isoOf(occurred)}`,
    };
  },
  waive: (options, { id }) => ({
    call: ["waive", [id, options.factName("name")]],
    says: `The holder waives the fact "${options.text("name")}", for good`,
  }),
  charge: (options, { id, figures }) => {
    const kind = options.choice("kind", CHARGE_KINDS);
    const amount = options.money("amount");
    const what = kind === 0 ? "A late fee" : "A cost of collection";
    return {
      call: ["admitCharge", [id, kind, amount, options.text("evidence", "")]],
      says: `${what} of ${moneyOf(amount, figures)} is admitted`,
    };
  },
  release: (_, { id, state, figures }) => ({
    call: ["release", [id]],
    says: `The holder releases the whole debt of ${moneyOf(state.total, figures)}, and the note ends`,
  }),
  "declare-lost": (options, { id, state }) => ({
    call: ["declareLost", [id, options.text("evidence", "")]],
    says: `The attestor declares that ${state.holder} has lost its key; payments are held until it objects or the note is recovered`,
  }),
  "consent-recovery": (options, { id }) => {
    const to = options.address("to");
    return {
      call: ["consentToRecovery", [id, to]],
      says: `The borrower consents that a lost note move to ${to}, 30 days after the later of this and the declaration`,
    };
  },
  "revoke-recovery-consent": (_, { id }) => ({
    call: ["revokeRecoveryConsent", [id]],
    says: "The borrower takes back its consent to a recovery",
  }),
  object: (_, { id }) => ({
    call: ["object", [id]],
    says: "The holder objects to the recovery under way: declaration and consent are undone",
  }),
  "cancel-signature": (options, _, from) => ({
    call: ["cancelSignature", [options.whole("nonce")]],
    says: `Whatever ${from} has signed or will sign with nonce ${options.text("nonce")} is void`,
  }),
  recover: (_, { id, state }) => ({
    call: ["recover", [id]],
    says: `The lost note moves to ${state.recovery.to ?? "the address the borrower has consented to"}`,
  }),
} as const satisfies Record<string, Encode>;

/** Name of an act that is one call. */
export type PlainActName = keyof typeof PLAIN_ACTS;

/** How each of these acts is worked out. */
export const plainActs: Readonly<Record<string, Prepare>> = Object.fromEntries(
  Object.entries(PLAIN_ACTS).map(([name, encode]: [string, Encode]) => [
    name,
    async (note: ActNote, from: string, options: ActOptions) =>
      await planOf(note, from, await encode(options, note, from)),
  ]),
);

/** The plan of an act that is one call, from what the contract says it would come to. */
export async function planOf(note: ActNote, from: string, { call, says, rows = [] }: PlainAct): Promise<Plan> {
  const sent = await encoded(note, call);
  const after = await readNoteState(note.notes, note.id, [sent.data], from);
  return {
    says,
    rows: [...rows, ...rowsOfChange(note.state, after.state, note.figures)],
    preparations: [],
    call: () => Promise.resolve(sent),
    estimable: true,
  };
}

/** A call of the notes' contract. */
export async function encoded({ notes }: Pick<ActNote, "notes">, [name, args]: PlainAct["call"]): Promise<Call> {
  const { interface: abi }: { interface: Interface } = notes;
  return { to: await notes.getAddress(), data: abi.encodeFunctionData(name, args) };
}
