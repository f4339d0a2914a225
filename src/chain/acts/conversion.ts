import { MaxUint256 } from "ethers";

import type { Plan, Row } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import type { ActNote } from "./actNote.ts";
import { encoded } from "./plainActs.ts";
import { readNoteState } from "./noteState.ts";
import { moneyOf } from "../../wording/money.ts";
import { grouped } from "../../wording/numbers.ts";
import { sharesOf } from "../../wording/shares.ts";
import { rowsOfChange } from "./rows.ts";

/**
 * Conversion of principal, the interest on it and named charges. The least shares accepted are, unless named, those the contract promises
 * now: as time passes more interest is converted, never less, and no split changes their number.
 */
export async function prepareConversion(note: ActNote, from: string, options: ActOptions): Promise<Plan> {
  const { id, notes, lens, figures, state, stockSymbol } = note;
  const principal = options.moneyOrAll("principal", state.principal === 0n ? MaxUint256 : undefined);
  const charges = options.moneyOrAll("charges", 0n);
  const notice = options.text("notice", "");
  const least = options.whole("leastShares", 0n);

  const trial = await encoded(note, ["convert", [id, principal, charges, least, notice]]);
  const { answers, state: after } = await readNoteState(notes, id, [trial.data], from);
  const shares = BigInt(answers[0] ?? "0x0");
  const promised = options.has("leastShares") ? least : shares;
  const call = await encoded(note, ["convert", [id, principal, charges, promised, notice]]);

  const preview = await lens.previewConversion(id, principal, charges);
  const received = `${sharesOf(preview.tokens)} ${stockSymbol}`;
  const rows: Row[] = [
    { label: "Converted", after: moneyOf(preview.amount, figures) },
    { label: "of it principal", after: moneyOf(preview.principal, figures) },
    { label: "of it interest", after: moneyOf(preview.interest + preview.overdueInterest, figures) },
    ...(preview.charges === 0n ? [] : [{ label: "of it charges", after: moneyOf(preview.charges, figures) }]),
    { label: "Shares", after: `${grouped(String(shares))} of the note's date` },
    { label: "Received", after: `${received} of today` },
    {
      label: preview.ends ? "Left over, released" : "Left over, still owed",
      after: moneyOf(preview.leftover, figures),
    },
    { label: "Least shares accepted", after: grouped(String(promised)) },
  ];
  return {
    says: `The holder converts ${moneyOf(preview.amount, figures)} into ${received}`,
    rows: [...rows, ...rowsOfChange(state, after, figures)],
    preparations: [],
    call: () => Promise.resolve(call),
    estimable: true,
  };
}
