import type { Day } from "../math/civilDate.ts";
import { yearFraction } from "../math/dayCount.ts";
import { add, multiply, rational, subtract } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import { denominatorOf } from "../math/dayCount.ts";
import { conversionOfDebt } from "../model/conversion.ts";
import type { Conversion } from "../model/conversion.ts";
import { exactOverdueInterest, statementOf } from "../model/interest.ts";
import type { Statement } from "../model/interest.ts";
import type { Debt, Fact } from "../model/state.ts";
import type { Status } from "../model/view.ts";
import { RATE_SCALE } from "../terms/rate.ts";
import type { FoldedNote, NoteRecord, RecordedFact } from "./foldEvents.ts";
import { factName } from "./noteWords.ts";
import { endingWord, factKind, reporterWord } from "./ordinals.ts";
import { dayOrNull } from "./termsFromChain.ts";
import type { ChainTerms } from "./termsFromChain.ts";

/** A dated fact about the maker or the obligor. */
export interface NoteFact extends Fact {
  /** Neither closed by a timely cure nor waived. */
  readonly open: boolean;
}

/** Why a debt can or cannot be paid, and where the note stands, on one day. */
export interface Standing {
  readonly on: Day;
  readonly status: Status;
  /** First day of that status; of an ending, the day it ended. */
  readonly since: Day;
  /** Facts that are a default on that day, in the order of recording. */
  readonly defaults: readonly NoteFact[];
  /** Maturity, or the first day of the earliest default that stands if that is earlier. */
  readonly dueOn: Day;
  /** Last day on which payment counts as made on maturity. */
  readonly payableThrough: Day;
  /** Whether a payment would be taken. */
  readonly payable: boolean;
  /** Whether the window of conversion is open. */
  readonly convertible: boolean;
}

/** What is stored of a note that its standing and its figures follow from. */
export type StoredNote = Pick<
  NoteRecord,
  | "principal"
  | "carried"
  | "charges"
  | "overdueCarried"
  | "ending"
  | "endedOn"
  | "prepaymentUntil"
  | "calledOn"
  | "calledThrough"
>;

/** A fact as the contracts hold it, with words for its numbers. @param name 32 bytes, in hexadecimal. */
export function noteFact(name: string, fact: RecordedFact, open: boolean): NoteFact {
  return {
    name: factName(name),
    kind: factKind(fact.kind),
    reporter: reporterWord(fact.reporter),
    occurred: Number(fact.occurred),
    begins: Number(fact.begins),
    cured: dayOrNull(fact.cured),
    waived: fact.waived,
    ordinal: Number(fact.ordinal),
    open,
  };
}

/** All facts of a folded note, in the order of recording. */
export function factsOf({ facts, openFacts }: FoldedNote): NoteFact[] {
  return [...facts]
    .map(([name, fact]) => noteFact(name, fact, openFacts.has(name)))
    .sort((one, other) => one.ordinal - other.ordinal);
}

/**
 * Where a note stands on a day if nothing but time passes between its last act and that day; for one that ended, on the day it ended.
 *
 * @param facts All that are open; others are passed over.
 * @example standingOn(terms, stored, facts, dayOf("2007-01-03")).status // "overdue"
 */
export function standingOn(terms: ChainTerms, stored: StoredNote, facts: readonly NoteFact[], day: Day): Standing {
  const { maturity, lastDayToPay, conversion } = terms;
  const ending = endingWord(stored.ending);
  const endedOn = Number(stored.endedOn);
  const on = ending === null ? day : Math.min(day, endedOn);
  const defaults = facts.filter(({ open, begins }) => open && begins <= on);
  const begins = defaults.map((fact) => fact.begins);

  const whileOwed = (): [Status, Day] => {
    if (defaults.length > 0) return ["default", Math.min(...begins)];
    if (on < maturity) return ["outstanding", terms.dated];
    return on <= lastDayToPay ? ["due", maturity] : ["overdue", lastDayToPay + 1];
  };
  const [status, since] = ending === null ? whileOwed() : [ending, endedOn];
  const isCalled = defaults.some(
    (fact) => fact.ordinal <= Number(stored.calledThrough) && fact.begins <= Number(stored.calledOn),
  );
  return {
    on,
    status,
    since,
    defaults,
    dueOn: Math.min(maturity, ...begins),
    payableThrough: lastDayToPay,
    payable:
      ending === null &&
      (on >= maturity ||
        terms.prepaymentAllowed ||
        Number(stored.prepaymentUntil) >= on ||
        stored.principal === 0n ||
        isCalled),
    convertible:
      ending === null &&
      conversion !== null &&
      on > conversion.after &&
      (conversion.until === null || on <= conversion.until),
  };
}

/** The debt as the interest of the model counts it: the contracts keep overdue interest as a difference from the formula since maturity. */
export function debtOf(
  { dayCount, maturity }: Pick<ChainTerms, "dayCount" | "maturity">,
  stored: Pick<StoredNote, "principal" | "carried" | "charges" | "overdueCarried">,
): Debt {
  const { principal, carried, charges, overdueCarried } = stored;
  const accrued = rational(overdueCarried, RATE_SCALE * denominatorOf(dayCount));
  return { principal, carried, charges, overdue: { accrued, since: maturity } };
}

/**
 * What is owed on a day by what is stored, without asking the chain. Money in the currency's smallest unit.
 *
 * @example owedOn(terms, folded.record, dayOf("2007-01-11")).total // 251300925171n
 */
export function owedOn(terms: ChainTerms, stored: StoredNote, day: Day): Statement {
  return statementOf(terms, debtOf(terms, stored), day);
}

/**
 * What one more day adds, exactly: nothing while interest has stopped and overdue interest has not begun; on the last day to pay, all
 * overdue interest since maturity; some other amount, or none, on the odd days of conventions with months of thirty.
 *
 * @returns Currency units a day.
 * @example perDiemOn(terms, stored, dayOf("2005-09-02")) // 203,323.70 · 0.0775 / 365 = 43.171470547…, in millionths
 */
export function perDiemOn(terms: ChainTerms, stored: StoredNote, day: Day): Rational {
  if (stored.ending !== 0n) return rational(0n);
  const debt = debtOf(terms, stored);
  const interest = (on: Day) =>
    multiply(
      multiply(rational(stored.principal), terms.rate),
      yearFraction(terms.dayCount, terms.dated, Math.min(on, terms.maturity), terms.maturity),
    );
  const exact = (on: Day) => add(interest(on), exactOverdueInterest(terms, debt, on));
  return subtract(exact(day + 1), exact(day));
}

/**
 * What converting part of a note, or all of it, would take and give on a day to come, if nothing but time passes until then and the stock stays as it is.
 *
 * @param principal To convert, in the currency's smallest unit.
 * @returns Null without a right of conversion. Shares as shares stood when the note was made.
 * @example conversionOn(note, dayOf("2007-01-01"), "all")?.shares // 5013656n for the sample
 */
export function conversionOn(
  { terms, stored, stock }: ConvertibleNote,
  day: Day,
  principal: bigint | "all",
): Conversion | null {
  if (stock === null) return null;
  const note = { terms, debt: debtOf(terms, stored) };
  return conversionOfDebt(note, stock.distributionSinceMaking, day, principal, principal === "all" ? "all" : 0n);
}

interface ConvertibleNote {
  readonly terms: ChainTerms;
  readonly stored: StoredNote;
  readonly stock: { readonly distributionSinceMaking: Rational } | null;
}
