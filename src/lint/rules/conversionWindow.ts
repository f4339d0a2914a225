import { civil, dayOf, isoOf } from "../../math/civilDate.ts";
import { counted } from "../../wording/numbers.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const LAST_DAY = dayOf("9999-12-31");

const LEAST_DAYS = 30;

/** Keys that say from which day, where the sheet says after which. */
const FROM_KEYS = ["from", "opens", "start", "since"] as const;

/** A day written as the first of the right. */
export function conversionFromRefused(draft: Draft): readonly Fault[] {
  return FROM_KEYS.filter((key) => draft.has(`conversion.${key}`)).map((key) => {
    const [field, day] = [`conversion.${key}`, draft.day(`conversion.${key}`)];
    return {
      code: "conversion-from-refused",
      field,
      message: `"${key}" names the first day of conversion, ${JSON.stringify(draft.at(field))}; the sheet states the day after which it is open.`,
      ...(day === null ? {} : { remedy: `Write "after": "${isoOf(day - 1)}" instead, if ${isoOf(day)} is the first.` }),
    };
  });
}

/** A day after which, that may have been meant as one from which. */
export function conversionOpensNextDay(draft: Draft): readonly Fault[] {
  const after = draft.day("conversion.after");
  if (after === null || after >= LAST_DAY || civil(after + 1).day === 1) return [];
  return [
    {
      code: "conversion-opens-next-day",
      field: "conversion.after",
      message: `Conversion is open after ${isoOf(after)}: the first day is ${isoOf(after + 1)}, and not ${isoOf(after)}.`,
      remedy: `If it is to be open on ${isoOf(after)} already, state "${isoOf(after - 1)}".`,
    },
  ];
}

/** A right for as long as anything is owed. */
export function conversionWithoutEnd(draft: Draft): readonly Fault[] {
  if (!draft.has("conversion") || draft.has("conversion.until")) return [];
  return [
    {
      code: "conversion-without-end",
      field: "conversion.until",
      message:
        "No last day to convert is stated, so the right lasts while anything is owed, after maturity and in default too.",
    },
  ];
}

/** A window without a day. */
export function conversionEndsBeforeOpening(draft: Draft): readonly Fault[] {
  const [after, until] = [draft.day("conversion.after"), draft.day("conversion.until")];
  if (after === null || until === null || until > after) return [];
  return [
    {
      code: "conversion-ends-before-opening",
      field: "conversion.until",
      message: `The last day to convert, ${isoOf(until)}, is not after ${isoOf(after)}, after which conversion is open.`,
    },
  ];
}

/** A window that opens when the debt may be paid off. */
export function conversionOpensAfterMaturity(draft: Draft): readonly Fault[] {
  const [after, maturity] = [draft.day("conversion.after"), draft.day("maturity")];
  if (after === null || maturity === null || after < maturity) return [];
  return [
    {
      code: "conversion-opens-after-maturity",
      field: "conversion.after",
      message: `Conversion is open after ${isoOf(after)} only, and the note falls due on ${isoOf(maturity)}.`,
    },
  ];
}

/** A window that closes before the choice between money and shares comes. */
export function conversionEndsBeforeMaturity(draft: Draft): readonly Fault[] {
  const [until, maturity] = [draft.day("conversion.until"), draft.day("maturity")];
  if (until === null || maturity === null || until >= maturity) return [];
  return [
    {
      code: "conversion-ends-before-maturity",
      field: "conversion.until",
      message: `The last day to convert, ${isoOf(until)}, is ${maturity - until} days before maturity, ${isoOf(maturity)}.`,
    },
  ];
}

/** A window that is easily missed, or was over before the note. */
export function conversionWindowShort(draft: Draft): readonly Fault[] {
  const [dated, after, until] = [draft.day("dated"), draft.day("conversion.after"), draft.day("conversion.until")];
  if (dated === null || after === null || until === null || until <= after) return [];
  const days = until - Math.max(after, dated - 1);
  if (days >= LEAST_DAYS) return [];
  return [
    {
      code: "conversion-window-short",
      field: "conversion.until",
      message:
        days <= 0
          ? `The last day to convert, ${isoOf(until)}, is before the note is dated, ${isoOf(dated)}.`
          : `Conversion is open for ${counted(String(days), "day")} in all, the last on ${isoOf(until)}.`,
    },
  ];
}

/** A right that can be paid away. */
export function prepaymentEndsConversion(draft: Draft): readonly Fault[] {
  if (draft.at("prepayment") !== "allowed" || !draft.has("conversion")) return [];
  const [dated, after] = [draft.day("dated"), draft.day("conversion.after")];
  const waits = dated === null || after === null || after < dated ? 0 : after - dated + 1;
  const meanwhile = waits === 0 ? "" : `, who cannot on the first ${counted(String(waits), "day")}`;
  return [
    {
      code: "prepayment-ends-conversion",
      field: "prepayment",
      message: `The borrower may pay everything before the lender converts${meanwhile}.`,
    },
  ];
}
