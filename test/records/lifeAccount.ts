import { previewConversion } from "../../src/model/conversion.ts";
import { statementOf } from "../../src/model/interest.ts";
import type { Parts } from "../../src/model/interest.ts";
import type { NoteState, World } from "../../src/model/state.ts";
import type { Entry, NoteAccount, Occasion } from "../../src/records/noteFacts.ts";
import type { Life, LifeAct } from "../lives/life.ts";
import { makeInModel } from "../lives/modelLife.ts";
import { playInModel } from "../lives/unfold.ts";

/** The account that the first note of a life comes to, and the note as it stands in the end. */
export interface LivedAccount {
  readonly account: NoteAccount;
  readonly note: NoteState;
}

/** Entries as a chain would tell of them, taken from nothing but the difference each act makes; null if the note is not made. */
export function accountOf({ terms, acts }: Life): LivedAccount | null {
  const made = makeInModel(terms);
  if (!made.ok) return null;
  const { note } = made.world;
  const on = (day: number, index: number): Occasion => ({
    day,
    timestamp: note.terms.calendar.startOf(day),
    blockNumber: index,
    transactionHash: `0x${index}`,
    index,
  });
  const entries: Entry[] = [
    {
      ...on(terms.madeOn, 0),
      kind: "made",
      borrower: note.maker,
      lender: note.holder,
      isAgainstPayment: false,
      replaces: 0n,
    },
  ];
  let before = made.world;
  for (const [place, performed] of playInModel(made.world, { terms, acts }).entries()) {
    const act = acts[place];
    if (act === undefined || !performed.ok || before.note.ended !== null) continue;
    if (act.do === "novate") {
      entries.push({ ...on(act.on, place + 1), kind: "replacement", holder: before.note.holder, replacement: 2n });
      before = performed.world;
      break;
    }
    const entry = entryOf(act, before, performed.world, on(act.on, place + 1));
    if (entry !== null) entries.push(entry);
    before = performed.world;
  }
  return { account: { terms: note.terms, entries }, note: before.replaced[0] ?? before.note };
}

function entryOf(act: LifeAct, before: World, after: World, on: Occasion): Entry | null {
  const { holder, obligor, terms } = before.note;
  const { debt } = after.note;
  switch (act.do) {
    case "pay":
      return {
        ...on,
        kind: "payment",
        payer: act.by,
        holder,
        taken: lessened(before, after, act.on),
        debt,
        isHeld: false,
      };
    case "acknowledge":
      return { ...on, kind: "acknowledgement", holder, taken: lessened(before, after, act.on), debt, reference: "" };
    case "convert": {
      const bought = previewConversion(before, act.on, act.principal, act.charges ?? 0n);
      if (bought === null) throw new Error("converted without a right");
      const { principal, interest, overdueInterest, charges, shares, residue } = bought;
      const taken = { principal, interest, overdueInterest, charges };
      return {
        ...on,
        kind: "conversion",
        holder,
        taken,
        debt,
        shares,
        leftOver: residue,
        notice: "",
        ends: bought.isAll,
      };
    }
    case "charge":
      return {
        ...on,
        kind: "charge",
        charge: act.kind,
        amount: act.amount,
        by: act.by,
        isByAttestor: act.by === before.note.attestor,
        evidence: "",
      };
    case "release":
      return { ...on, kind: "release", holder };
    default:
      if (after.note.holder !== holder) {
        return { ...on, kind: "transfer", from: holder, to: after.note.holder, isRecovery: act.do === "recover" };
      }
      if (after.note.obligor !== obligor) {
        return { ...on, kind: "assignment", from: obligor, to: after.note.obligor };
      }
      if (after.note.debt !== before.note.debt && terms === after.note.terms) {
        throw new Error(`${act.do} changed the debt`);
      }
      return null;
  }
}

function lessened(before: World, after: World, day: number): Parts {
  const [was, is] = [before, after].map(({ note }) => statementOf(note.terms, note.debt, day));
  if (was === undefined || is === undefined) throw new Error("two worlds have two statements");
  return {
    principal: was.principal - is.principal,
    interest: was.interest - is.interest,
    overdueInterest: was.overdueInterest - is.overdueInterest,
    charges: was.charges - is.charges,
  };
}
