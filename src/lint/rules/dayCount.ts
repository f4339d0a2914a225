import { isoOf } from "../../math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS, yearFractionNumerator } from "../../math/dayCount.ts";
import type { DayCountConvention } from "../../math/dayCount.ts";
import { formatMoney } from "../../math/decimal.ts";
import { isBareDayCount } from "../../terms/fields.ts";
import type { Draft } from "../draft.ts";
import { conventionOf, decimalsOf, interestAtMaturity } from "../figures.ts";
import type { Fault } from "../finding.ts";
import { listed } from "../../wording/lists.ts";

const FIELD = "interest.dayCount";

/** What a bare label goes for, by its letters and digits alone. */
const READINGS: readonly (readonly [label: RegExp, conventions: readonly DayCountConvention[]])[] = [
  [/^a(ct(ual)?)?36/, ["ACT_365F", "ACT_ACT_ISDA", "NL_365"]],
  [/^a(ct(ual)?)?a/, ["ACT_ACT_ISDA", "ACT_365F"]],
  [/^(30|thirty)e/, ["THIRTY_E_360", "THIRTY_E_360_ISDA"]],
  [/^(30|thirty)/, ["THIRTY_360_BB", "THIRTY_E_360", "THIRTY_E_360_ISDA"]],
  [/^nl/, ["NL_365", "ACT_365F"]],
];

/** There must be a convention, or the rate is no amount. */
export function dayCountMissing(draft: Draft): readonly Fault[] {
  if (draft.has(FIELD)) return [];
  const readings = amountsBy(draft, DAY_COUNT_CONVENTIONS);
  return [
    {
      code: "day-count-missing",
      field: FIELD,
      message: `No day-count convention is stated; ${readings === null ? "the choice is" : "interest at maturity would be"} ${readings ?? DAY_COUNT_CONVENTIONS.join(", ")}.`,
    },
  ];
}

/** A label that says which kind of convention, but not which. */
export function dayCountAmbiguous(draft: Draft): readonly Fault[] {
  const label = draft.text(FIELD);
  if (label === null || conventionOf(draft) !== null || !isBareDayCount(label)) return [];
  const conventions = conventionsFor(label);
  const readings = amountsBy(draft, conventions);
  return [
    {
      code: "day-count-ambiguous",
      field: FIELD,
      message:
        `"${label}" may mean ${listed(conventions, "or")}` +
        `${readings === null ? "" : `: interest at maturity would be ${readings}`}.`,
    },
  ];
}

/** Of 30/360 Bond Basis the parts do not add up, which tells where principal is converted in parts. */
export function bondBasisWithConversion(draft: Draft): readonly Fault[] {
  if (conventionOf(draft) !== "THIRTY_360_BB" || !draft.has("conversion")) return [];
  return [
    {
      code: "bond-basis-with-conversion",
      field: FIELD,
      message: `Under THIRTY_360_BB the days before and after a conversion need not add up to the days of the whole${example(draft)}.`,
    },
  ];
}

function conventionsFor(label: string): readonly DayCountConvention[] {
  const bare = label.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (/^a(ct(ual)?)?360/.test(bare)) return ["ACT_360", "ACT_365F"];
  return READINGS.find(([pattern]) => pattern.test(bare))?.[1] ?? DAY_COUNT_CONVENTIONS;
}

function amountsBy(draft: Draft, conventions: readonly DayCountConvention[]): string | null {
  const decimals = decimalsOf(draft);
  const amounts = conventions.map((convention) => interestAtMaturity(draft, convention));
  if (decimals === null || amounts.includes(null)) return null;
  return listed(
    conventions.map((convention, i) => `${formatMoney(amounts[i] ?? 0n, decimals)} by ${convention}`),
    "or",
  );
}

/** The first day of conversion that does not add up. */
function example(draft: Draft): string {
  const [dated, maturity, after] = [draft.day("dated"), draft.day("maturity"), draft.day("conversion.after")];
  if (dated === null || maturity === null || after === null) return "";
  const last = Math.min(draft.day("conversion.until") ?? maturity, maturity);
  const days = (from: number, to: number) => yearFractionNumerator("THIRTY_360_BB", from, to, maturity);
  const whole = days(dated, maturity);
  for (let day = Math.max(after, dated) + 1; day < last; day += 1) {
    const [before, rest] = [days(dated, day), days(day, maturity)];
    if (before + rest !== whole) return `: on ${isoOf(day)}, ${before} and ${rest} days are not ${whole}`;
  }
  return "";
}
