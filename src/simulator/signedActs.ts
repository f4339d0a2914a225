import { dayOf } from "../math/civilDate.ts";
import { stateOf, UNSIGNED } from "../chain/signatures.ts";
import { COURIER } from "./actors.ts";
import type { Novation, PlayableStep } from "./playableTimeline.ts";
import type { StepOf } from "./scenarioSchema.ts";
import { presentFactors, structOf } from "./stage.ts";
import type { SentBy, Stage } from "./stage.ts";

/** A step that parties sign and another submits. */
export type SignedStep = (StepOf<"consent" | "transfer" | "assign"> | Novation) & { readonly signed: true };

/** Whether parties are to sign a step. */
export function isSigned(step: PlayableStep): step is SignedStep {
  return step.signed === true;
}

/**
 * The one transaction of a signed step, which the courier sends: the actor signs its part, and whoever else has a part in it signs that.
 *
 * @param by Name of the actor.
 */
export async function signedAct(stage: Stage, step: SignedStep, by: string): Promise<SentBy> {
  switch (step.do) {
    case "consent":
      return await signedConsent(stage, step, by);
    case "transfer":
      return await signedTransfer(stage, step, by);
    case "assign":
      return await signedAssignment(stage, step, by);
    case "novate":
      return await novation(stage, step, COURIER);
  }
}

/**
 * The transaction that replaces the note by one on other terms, with the signature of its holder, of its obligor and of the maker; of who
 * sends it, none is needed.
 */
export async function novation(stage: Stage, { sheet }: Novation, submitter: string): Promise<SentBy> {
  const { notes, id, cast, sign } = stage;
  const [state, replacement, stock] = await Promise.all([
    stateOf(notes, id),
    structOf(stage, sheet),
    presentFactors(stage, sheet),
  ]);
  const consentOf = async (account: string) => {
    const signer = cast.nameOf(account);
    if (signer === null || signer === submitter) return UNSIGNED;
    return await sign(signer, "NovateNote", { note: id, state, replacement, stock, signer: account });
  };
  const maker = cast.addressOf("borrower");
  const consents = {
    holder: await consentOf(state.holder),
    obligor: await consentOf(state.obligor),
    maker: maker === state.obligor ? UNSIGNED : await consentOf(maker),
  };
  const data = notes.interface.encodeFunctionData("novate", [id, replacement, stock, consents]);
  return { from: cast.addressOf(submitter), call: { to: notes, data } };
}

/** An affiliate of the maker accepts the debt before it is assigned; a stranger has nothing to accept. */
export async function hasToAccept({ registry, cast }: Stage, assignee: string): Promise<boolean> {
  return await registry.areAffiliates(cast.addressOf("borrower"), cast.addressOf(assignee));
}

async function signedConsent(stage: Stage, step: StepOf<"consent">, by: string): Promise<SentBy> {
  const { notes, id, cast } = stage;
  const [to, until] = [cast.addressOf(step.to), dayOf(step.until)];
  const byBorrower = await signatureOf(stage, by, "ConsentToTransfer", { to, until });
  return submitted(stage, notes.interface.encodeFunctionData("consentBySignature", [id, to, until, byBorrower]));
}

/** The holder signs the transfer, and the borrower its consent, good today. */
async function signedTransfer(stage: Stage, step: StepOf<"transfer">, by: string): Promise<SentBy> {
  const { notes, id, cast } = stage;
  const [to, until] = [cast.addressOf(step.to), dayOf(step.on)];
  const obligor = cast.nameOf(await notes.obligorOf(id)) ?? "borrower";
  const byBorrower = await signatureOf(stage, obligor, "ConsentToTransfer", { to, until });
  const byHolder = await signatureOf(stage, by, "TransferNote", { to });
  const parts = [id, to, until, byBorrower, byHolder] as const;
  return submitted(stage, notes.interface.encodeFunctionData("transferBySignature", [...parts]));
}

/** The borrower signs the assignment, and an affiliate of the maker its acceptance. */
async function signedAssignment(stage: Stage, step: StepOf<"assign">, by: string): Promise<SentBy> {
  const { notes, id, cast } = stage;
  const to = cast.addressOf(step.to);
  const byBorrower = await signatureOf(stage, by, "AssignNote", { to });
  const byAssignee = (await hasToAccept(stage, step.to))
    ? await signatureOf(stage, step.to, "AcceptAssignment", { assignee: to })
    : UNSIGNED;
  return submitted(stage, notes.interface.encodeFunctionData("assignBySignature", [id, to, byBorrower, byAssignee]));
}

async function signatureOf(
  { notes, id, sign }: Stage,
  name: string,
  message: "ConsentToTransfer" | "TransferNote" | "AssignNote" | "AcceptAssignment",
  contents: Readonly<Record<string, unknown>>,
) {
  return await sign(name, message, { note: id, ...contents, state: await stateOf(notes, id) });
}

function submitted({ notes, cast }: Stage, data: string): SentBy {
  return { from: cast.addressOf(COURIER), call: { to: notes, data } };
}
