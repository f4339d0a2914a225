import { formatEther } from "ethers";
import type { Fee, Plan, Prepare, Row } from "./act.ts";
import { ActError } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import { prepareAssignment } from "./assignment.ts";
import type { ActName } from "./catalogue.ts";
import { prepareConversion } from "./conversion.ts";
import { feeOf, inGwei } from "./fee.ts";
import type { ActNote } from "./actNote.ts";
import type { ActChain } from "./act.ts";
import { preparePayment } from "./payment.ts";
import { gasFor } from "./perform.ts";
import { plainActs } from "./plainActs.ts";
import { refusedWith } from "./refusal.ts";
import type { Figures } from "../../errors/explain.ts";
import { prepareStockAct } from "./stockActs.ts";
import { prepareWithdrawal } from "./withdrawal.ts";

const WITH_MORE_TO_THEM: Readonly<Record<string, Prepare>> = {
  convert: prepareConversion,
  pay: preparePayment,
  assign: prepareAssignment,
  withdraw: prepareWithdrawal,
  "stock split": (note, from, options) => prepareStockAct("split", note, from, options),
  "stock distribute": (note, from, options) => prepareStockAct("distribute", note, from, options),
};

/** An act worked out: its plan, and what it costs to send. */
export interface WorkedOut {
  /** With the fee that its cost is of, which it is then sent at. */
  readonly plan: Plan;
  /** Gas and its price, both at most. */
  readonly cost: readonly Row[];
}

/**
 * Works out what an act on a note would do as things stand, and what it costs. Sends nothing.
 *
 * @param from Who would send it.
 * @throws ActError for options that cannot be taken; RefusedError if the chain would refuse the act.
 * @example
 * const note = await openActNote(chain, 1n);
 * const { plan } = await workOut("convert", note, note.state.holder, new ActOptions({ principal: "100000" }, 6));
 * plan.rows // what is converted, into how many shares, and what stays owed
 */
export async function workOut(act: ActName, note: ActNote, from: string, options: ActOptions): Promise<WorkedOut> {
  const prepare = WITH_MORE_TO_THEM[act] ?? plainActs[act];
  if (prepare === undefined) throw new ActError(`${act} is no act on a note`);
  return await withCost(note, from, note.figures, () => prepare(note, from, options));
}

/**
 * Works out a plan and what it costs to send.
 *
 * @param figures How amounts are written in the reason for a refusal.
 * @throws RefusedError where the chain refuses; ActError if the account cannot pay for it.
 * @example
 * const { plan, cost } = await withCost(chain, lender, figures, () => prepareSubscription(chain, lender, offer));
 */
export async function withCost(
  chain: ActChain,
  from: string,
  figures: Figures | undefined,
  prepare: () => Promise<Plan>,
): Promise<WorkedOut> {
  try {
    const plan = await prepare();
    const fee = await feeOf(chain.provider);
    return { plan: { ...plan, fee }, cost: await costOf(chain, from, plan, fee) };
  } catch (error) {
    throw refusedWith(error, figures);
  }
}

async function costOf({ provider }: ActChain, from: string, plan: Plan, { most, present }: Fee): Promise<Row[]> {
  const [first] = plan.preparations;
  let gas = first === undefined ? 0n : await gasFor(provider, from, await first.call());
  if (plan.estimable) {
    // nothing is signed for an estimate: what is estimable asks for no signature
    gas += await gasFor(provider, from, await plan.call({ address: from, send: none, signTypedData: none }));
  }
  const cost = gas * most;
  const balance = await provider.getBalance(from);
  if (balance < cost) {
    throw new ActError(
      `${from} has ${formatEther(balance)} ether, less than the ${formatEther(cost)} that the gas may cost; nothing was sent`,
    );
  }
  const later = plan.estimable ? "" : " for the first transaction; the next are estimated before they are sent";
  const about = `${formatEther(cost)} ether at ${inGwei(most)}`;
  const price = present === most ? inGwei(most) : `${inGwei(most)} at most, ${inGwei(present)} at present`;
  return [
    { label: "Gas, at most", after: gas === 0n ? "estimated before it is sent" : `${gas}${later} (${about})` },
    { label: "Price of gas", after: price },
  ];
}

function none(): Promise<string> {
  return Promise.reject(new ActError("nothing is signed or sent while an act is worked out"));
}
