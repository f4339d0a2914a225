import { encodeBytes32String, MaxUint256 } from "ethers";

import { dayOf } from "../math/civilDate.ts";
import { parseDecimal } from "../math/decimal.ts";
import { withdrawals } from "./heldPayments.ts";
import type { PlayableStep } from "./playableTimeline.ts";
import { CHARGE_KINDS, REPORTED_FACTS } from "../chain/ordinals.ts";
import { ratioOf } from "./scenarioSchema.ts";
import type { Step, StepOf } from "./scenarioSchema.ts";
import { hasToAccept, isSigned, novation, signedAct } from "./signedActs.ts";
import type { Call } from "./simulatedChain.ts";
import { exchanges, recapitalization } from "./stockLine.ts";
import type { SentBy, Stage } from "./stage.ts";

/** An act that is refused before it reaches a contract, for what the contract would say. */
export class RefusedAct extends Error {
  readonly custom: string;

  constructor(custom: string) {
    super(custom);
    this.custom = custom;
  }
}

/**
 * The transactions a step stands for, in order; none for a look. The chain's clock must be at the step.
 *
 * @param by Name of the actor.
 */
export async function transactionsOf(stage: Stage, step: PlayableStep, by: string): Promise<SentBy[]> {
  const from = stage.cast.addressOf(by);
  if (isSigned(step)) return [await signedAct(stage, step, by)];
  switch (step.do) {
    case "look":
      return [];
    case "novate":
      return [await novation(stage, step, by)];
    case "recapitalize":
      return await recapitalization(stage, step, by);
    case "exchange":
      return await exchanges(stage, by);
    case "withdraw":
      return await withdrawals(stage, by, step.to ?? by);
    case "assign":
      return [...(await acceptance(stage, step)), { from, call: callOf(stage, step, by) }];
    case "acknowledge":
      return [{ from, call: await acknowledgement(stage, step) }];
    case "uncontrol":
      return [{ from, call: await endOfControl(stage, step, from) }];
    default:
      return [{ from, call: callOf(stage, step, by) }];
  }
}

type DirectStep = Exclude<
  Step,
  { do: "look" | "acknowledge" | "exchange" | "novate" | "recapitalize" | "uncontrol" | "withdraw" }
>;

function callOf({ notes, registry, currency, stock, id, cast, terms }: Stage, step: DirectStep, by: string): Call {
  const onNotes = (data: string): Call => ({ to: notes, data });
  const onStock = (data: (contract: NonNullable<typeof stock>) => string): Call => {
    if (stock === null) throw new RangeError(`there is no stock to ${step.do}`);
    return { to: stock, data: data(stock) };
  };
  const money = (amount: string): bigint => (amount === "all" ? MaxUint256 : parseDecimal(amount, terms.decimals));
  const note = notes.interface;
  const today = step.on;
  switch (step.do) {
    case "convert":
      return onNotes(
        note.encodeFunctionData("convert", [id, money(step.principal), money(step.charges ?? "0"), 0n, ""]),
      );
    case "pay":
      return onNotes(note.encodeFunctionData("pay", [id, money(step.amount)]));
    case "permitPrepayment":
      return onNotes(note.encodeFunctionData("permitPrepayment", [id, dayOf(step.until)]));
    case "demand":
      return onNotes(note.encodeFunctionData("demand", [id, ""]));
    case "consent":
      return onNotes(note.encodeFunctionData("consentToTransfer", [id, cast.addressOf(step.to), dayOf(step.until)]));
    case "revokeConsent":
      return onNotes(note.encodeFunctionData("revokeConsent", [id]));
    case "transfer":
      return onNotes(note.encodeFunctionData("transferFrom", [cast.addressOf(by), cast.addressOf(step.to), id]));
    case "assign":
      return onNotes(note.encodeFunctionData("assign", [id, cast.addressOf(step.to)]));
    case "report": {
      const { fact, name = fact, occurred = today } = step;
      const kind = REPORTED_FACTS.indexOf(fact);
      return onNotes(note.encodeFunctionData("report", [id, encodeBytes32String(name), kind, dayOf(occurred), ""]));
    }
    case "cure": {
      const { name, occurred = today } = step;
      return onNotes(note.encodeFunctionData("cure", [id, encodeBytes32String(name), dayOf(occurred), ""]));
    }
    case "waive":
      return onNotes(note.encodeFunctionData("waive", [id, encodeBytes32String(step.name)]));
    case "charge": {
      const kind = CHARGE_KINDS.indexOf(step.kind);
      return onNotes(note.encodeFunctionData("admitCharge", [id, kind, money(step.amount), ""]));
    }
    case "release":
      return onNotes(note.encodeFunctionData("release", [id]));
    case "declareLost":
      return onNotes(note.encodeFunctionData("declareLost", [id, ""]));
    case "recover":
      return onNotes(
        step.to === undefined
          ? note.encodeFunctionData("recover", [id])
          : note.encodeFunctionData("consentToRecovery", [id, cast.addressOf(step.to)]),
      );
    case "object":
      return onNotes(note.encodeFunctionData("object", [id]));
    case "split":
      return onStock((contract) => contract.interface.encodeFunctionData("split", ratioOf(step.ratio)));
    case "distribute":
      return onStock((contract) =>
        contract.interface.encodeFunctionData("recordDistribution", [...ratioOf(step.ratio), ""]),
      );
    case "control": {
      const parties = [cast.addressOf(step.controller), cast.addressOf(step.controlled), ""] as const;
      return {
        to: registry,
        data: registry.interface.encodeFunctionData("recordControl", [...parties]),
      };
    }
    case "block":
    case "unblock": {
      const blocked = step.do === "block";
      return {
        to: currency,
        data: currency.interface.encodeFunctionData("setBlocked", [cast.addressOf(step.who), blocked]),
      };
    }
  }
}

async function acceptance(stage: Stage, { to }: StepOf<"assign">): Promise<SentBy[]> {
  if (!(await hasToAccept(stage, to))) return [];
  const { notes, id, cast } = stage;
  return [
    {
      from: cast.addressOf(to),
      call: { to: notes, data: notes.interface.encodeFunctionData("acceptAssignment", [id]) },
    },
  ];
}

async function acknowledgement({ notes, id, terms }: Stage, { amount }: StepOf<"acknowledge">): Promise<Call> {
  const units = amount === "all" ? (await notes.statementOf(id)).total : parseDecimal(amount, terms.decimals);
  return { to: notes, data: notes.interface.encodeFunctionData("acknowledge", [id, units, ""]) };
}

/** The register ends the control of a company by whomever has it; a step also says by whom that is. */
async function endOfControl(
  { chain, registry, cast }: Stage,
  { controller, controlled }: StepOf<"uncontrol">,
  from: string,
): Promise<Call> {
  const data = registry.interface.encodeFunctionData("revokeControl", [cast.addressOf(controlled), ""]);
  const present = await registry.controllerOf(cast.addressOf(controlled));
  if (present.controller !== cast.addressOf(controller)) {
    await chain.call({ from, to: await registry.getAddress(), data });
    throw new RefusedAct("NotControlled");
  }
  return { to: registry, data };
}
