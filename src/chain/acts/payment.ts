import { Contract, Interface, Signature, TypedDataEncoder } from "ethers";

import { promissoryNotesAbi } from "../../abi/PromissoryNotes.ts";
import { explain } from "../../errors/explain.ts";
import { formatMoney } from "../../math/decimal.ts";
import { ActError } from "./act.ts";
import type { Account, Call, Plan, Preparation } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import { lastSecondOf } from "./actNote.ts";
import type { ActNote } from "./actNote.ts";
import { encoded } from "./plainActs.ts";
import { readNoteState } from "./noteState.ts";
import type { NoteState } from "./noteState.ts";
import { moneyOf } from "../../wording/money.ts";
import { grouped } from "../../wording/numbers.ts";
import { rowsOfChange } from "./rows.ts";

const CURRENCY = new Interface([
  "function approve(address spender, uint256 amount) returns (bool)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function balanceOf(address account) view returns (uint256)",
  "function nonces(address owner) view returns (uint256)",
  "function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])",
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function DOMAIN_SEPARATOR() view returns (bytes32)",
]);

const PERMIT = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** Errors that the contract of notes may refuse with itself. */
const NOTE_ERRORS: ReadonlySet<string> = new Set(
  promissoryNotesAbi.flatMap((entry) => (entry.type === "error" ? [entry.name] : [])),
);

/** Refusals that come of the money and not of the note, once the note has let a payment through. */
const OF_THE_MONEY = new Set([
  "AddressEmptyCode",
  "FailedCall",
  "GasNotAmple",
  "ReceivedDiffers",
  "ReentrancyGuardReentrantCall",
  "SafeERC20FailedOperation",
]);

/**
 * Payment of a sum, or of all that is owed when it is mined: for "all" the most it will pay is what is owed tomorrow, so that a night
 * between sending and mining leaves nothing unpaid. It approves that and no more, in the currency, or by its permit.
 */
export async function preparePayment(note: ActNote, from: string, options: ActOptions): Promise<Plan> {
  const { id, notes, figures, state } = note;
  const named = options.moneyOrAll("amount");
  if (named === 0n) throw new ActError("--amount: is zero");
  const tomorrow = (await notes.statementOn(id, state.day + 1)).total;
  const mostOwed = tomorrow > state.total ? tomorrow : state.total;
  const most = named < mostOwed ? named : mostOwed;
  const paid = named < state.total ? named : state.total;
  const call = await encoded(note, ["pay", [id, most]]);

  const currency = new Contract(note.terms.currency, CURRENCY, note.provider);
  const spender = await notes.getAddress();
  const allowance = (await currency.getFunction("allowance").staticCall(from, spender)) as bigint;
  const approved = allowance >= most;
  const after = await stateAfterPayment(note, from, call, paid, approved);
  await requireMoney(note, currency, from, paid);

  const rows = [
    { label: "Paid to the holder", after: moneyOf(paid, figures) },
    ...(most === paid ? [] : [{ label: "At most, if mined tomorrow", after: moneyOf(most, figures) }]),
    ...rowsOfChange(state, after, figures),
  ];
  const says = `${from} pays ${moneyOf(paid, figures)} on the note`;
  const plain = { rows, preparations: [], call: () => Promise.resolve(call), estimable: true };
  if (approved) return { ...plain, says };
  if (options.flag("permit")) {
    const permitted = await permitOf(note, currency, from, spender, most);
    return {
      ...plain,
      says: `${says}, with a permit signed for ${moneyOf(most, figures)}`,
      estimable: false,
      call: async (account) => await encoded(note, ["payWithPermit", [id, most, await permitted(account)]]),
    };
  }
  const preparations = await approvalsOf(note, currency, from, most, allowance);
  return { ...plain, says, estimable: false, preparations };
}

/** Approval of a sum for another act than payment, unless there is enough of it. */
export async function approvalOf(
  note: Pick<ActNote, "figures" | "notes" | "provider">,
  currencyAddress: string,
  from: string,
  amount: bigint,
): Promise<Plan["preparations"]> {
  const currency = new Contract(currencyAddress, CURRENCY, note.provider);
  const spender = await note.notes.getAddress();
  await requireMoney(note, currency, from, amount);
  const allowance = (await currency.getFunction("allowance").staticCall(from, spender)) as bigint;
  return allowance >= amount ? [] : await approvalsOf(note, currency, from, amount, allowance);
}

/**
 * The approval of a sum. Some currencies change no allowance that is not zero; of one that refuses to, what is approved is taken back first.
 */
async function approvalsOf(
  { provider, notes, figures }: Pick<ActNote, "figures" | "notes" | "provider">,
  currency: Contract,
  from: string,
  amount: bigint,
  allowance: bigint,
): Promise<Preparation[]> {
  const [to, spender] = await Promise.all([currency.getAddress(), notes.getAddress()]);
  const approving = (sum: bigint, says: string) => {
    const call: Call = { to, data: CURRENCY.encodeFunctionData("approve", [spender, sum]) };
    return { says, call: () => Promise.resolve(call), isTaken: () => isTaken(provider, from, call) };
  };
  const approval = approving(amount, `approve ${moneyOf(amount, figures)}, and no more, to the notes' contract`);
  if (allowance === 0n || (await approval.isTaken())) return [approval];
  const takenBack = approving(
    0n,
    `take back the approval of ${moneyOf(allowance, figures)}, which the currency wants gone before another`,
  );
  return (await takenBack.isTaken()) ? [takenBack, approval] : [approval];
}

/** Whether a currency takes a call now; one may refuse by answering that it has not. */
async function isTaken(provider: ActNote["provider"], from: string, call: Call): Promise<boolean> {
  try {
    const answer = await provider.call({ from, ...call });
    return answer === "0x" || BigInt(answer) !== 0n;
  } catch {
    return false;
  }
}

/**
 * Tries a call that moves money. Where the money is not approved yet, what the money says is passed over, and the note's own refusals count.
 *
 * @throws What the chain throws.
 */
export async function tryCall(
  { provider }: Pick<ActNote, "provider">,
  from: string,
  call: Call,
  approved: boolean,
): Promise<void> {
  try {
    await provider.call({ from, ...call });
  } catch (error) {
    if (approved || ofTheNote(error)) throw error;
  }
}

/**
 * How the note would stand. Money that is not approved yet cannot be moved even for a trial; then the note's part of it is tried by
 * itself, once that the day and the payer are right is certain: an acknowledgement by the holder takes the same from the debt.
 */
async function stateAfterPayment(
  note: ActNote,
  from: string,
  call: Call,
  paid: bigint,
  approved: boolean,
): Promise<NoteState> {
  const { notes, id, state } = note;
  try {
    return (await readNoteState(notes, id, [call.data], from)).state;
  } catch (error) {
    if (approved || ofTheNote(error)) throw error;
  }
  const acknowledged = await encoded(note, ["acknowledge", [id, paid, ""]]);
  const after = (await readNoteState(notes, id, [acknowledged.data], state.holder)).state;
  return { ...after, recovery: state.recovery };
}

function ofTheNote(error: unknown): boolean {
  const refused = explain(error);
  return refused !== null && NOTE_ERRORS.has(refused.name) && !OF_THE_MONEY.has(refused.name);
}

async function requireMoney(
  { figures }: Pick<ActNote, "figures">,
  currency: Contract,
  from: string,
  amount: bigint,
): Promise<void> {
  const balance = (await currency.getFunction("balanceOf").staticCall(from)) as bigint;
  if (balance >= amount) return;
  throw new ActError(
    `${from} has ${moneyOf(balance, figures)}, ${grouped(formatMoney(amount - balance, figures.decimals))} less than the ` +
      `${moneyOf(amount, figures)} to be paid; nothing was sent`,
  );
}

/** Has the payer sign an ERC-2612 permit that is good through tomorrow. */
async function permitOf(note: ActNote, currency: Contract, from: string, spender: string, value: bigint) {
  const domain = await permitDomain(note, currency);
  const nonce = (await currency.getFunction("nonces").staticCall(from)) as bigint;
  const deadline = await lastSecondOf(note, note.terms.calendar, note.state.day + 1);
  return async (account: Account) => {
    const message = { owner: from, spender, value, nonce, deadline };
    const { v, r, s } = Signature.from(await account.signTypedData(domain, PERMIT, message));
    return { value, deadline, v, r, s };
  };
}

/** The domain as the currency tells it by ERC-5267; of one that does not, as most are, if that is the one it says it uses. */
async function permitDomain(note: ActNote, currency: Contract) {
  const verifyingContract = note.terms.currency;
  const { chainId } = note;
  const separator: unknown = await currency
    .getFunction("DOMAIN_SEPARATOR")
    .staticCall()
    .catch(() => null);
  if (separator === null) {
    throw new ActError("--permit: the currency takes no permits (ERC-2612); leave the option out to approve instead");
  }
  const told = (await currency
    .getFunction("eip712Domain")
    .staticCall()
    .catch(() => null)) as string[] | null;
  const name = told?.[1] ?? ((await currency.getFunction("name").staticCall()) as string);
  const version =
    told?.[2] ??
    ((await currency
      .getFunction("version")
      .staticCall()
      .catch(() => "1")) as string);
  const domain = { name, version, chainId, verifyingContract };
  if (TypedDataEncoder.hashDomain(domain) === separator) return domain;
  throw new ActError("--permit: the currency signs in a domain of its own; leave the option out to approve instead");
}
