import type { Day } from "../math/civilDate.ts";
import type { Terms } from "../terms/terms.ts";
import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { Fact, FactKind, NoteState, Reporter, World } from "./state.ts";

const mostOpenFacts = 16;

/** Whether a fact was neither cured in time nor waived. */
export function isOpen(fact: Fact): boolean {
  return !fact.waived && !(fact.cured !== null && fact.cured < fact.begins);
}

/** Defaults that stand on a day, in the order of recording. */
export function standingDefaults(note: Pick<NoteState, "facts">, day: Day): readonly Fact[] {
  return note.facts.filter((fact) => isOpen(fact) && fact.begins <= day);
}

/** The borrower or the attestor reports a fact. */
export function report(world: World, act: ActOf<"report">): World | Refusal {
  const { note } = world;
  const reporter = reporterOf(note, act.by);
  if (reporter === null) return "NotBorrowerOrAttestor";
  if (act.fact === "nonPayment" || act.fact === "assignment") return "FactKindReserved";
  if (act.name === "nonPayment" || act.name === "assignment") return "FactNameReserved";
  const bytes = new TextEncoder().encode(act.name).length;
  if (bytes < 1 || bytes > 31) return "FactNameInvalid";
  if (note.facts.some(({ name }) => name === act.name)) return "FactNameTaken";
  if (act.occurred < note.terms.dated || act.occurred > act.on) return "OccurredOutOfRange";
  const open = note.facts.filter((fact) => fact.reporter === reporter && isOpen(fact));
  if (open.length >= mostOpenFacts) return "TooManyOpenFacts";
  return recordFact(world, act.name, act.fact, reporter, act.occurred);
}

/** The holder or the attestor reports that a fact was cured on a day. */
export function cure(world: World, act: ActOf<"cure">): World | Refusal {
  const { note } = world;
  if (act.by !== note.holder && act.by !== note.attestor) return "NotHolderOrAttestor";
  const fact = lastNamed(note, act.name);
  if (fact === undefined) return "FactUnknown";
  if (fact.reporter === "note") return "FactNotCurable";
  if (act.occurred < fact.occurred || act.occurred > act.on) return "OccurredOutOfRange";
  const cured = fact.cured === null ? act.occurred : Math.min(fact.cured, act.occurred);
  return replaceFact(world, { ...fact, cured });
}

/** The holder waives a fact, for good. */
export function waive(world: World, act: ActOf<"waive">): World | Refusal {
  const { note } = world;
  if (act.by !== note.holder) return "NotHolder";
  const fact = lastNamed(note, act.name);
  if (fact === undefined || !isOpen(fact)) return "FactNotOpen";
  return replaceFact(world, { ...fact, waived: true });
}

/**
 * The holder demands payment. Past the last day to pay, with principal owed, that is notice of non-payment; while a default
 * stands, it calls the debt.
 */
export function demand(world: World, act: ActOf<"demand">): World | Refusal {
  const { note } = world;
  if (act.by !== note.holder) return "NotHolder";
  const isOverdue = act.on > note.terms.lastDayToPay && note.debt.principal > 0n;
  const isDefault = standingDefaults(note, act.on).length > 0;
  if (!isOverdue && !isDefault) return act.on > note.terms.lastDayToPay ? "PrincipalNotOwed" : "DemandPremature";
  const called = isDefault ? { on: act.on, through: note.facts.length } : note.called;
  const after = withNote(world, { called });
  return isOverdue ? recordOnce(after, "nonPayment", act.on) : after;
}

/** Records the assignment of the debt to a stranger; while one stands, it keeps its first day. */
export function recordAssignment(world: World, day: Day): World {
  return recordOnce(world, "assignment", day);
}

/** The facts once no principal is owed on a day: notice of non-payment that has not run out is averted. */
export function avertNonPayment(facts: readonly Fact[], day: Day): readonly Fact[] {
  return facts.map((fact) =>
    fact.kind === "nonPayment" && isOpen(fact) && day < fact.begins ? { ...fact, cured: day } : fact,
  );
}

function recordOnce(world: World, kind: "nonPayment" | "assignment", day: Day): World {
  const present = lastNamed(world.note, kind);
  return present !== undefined && isOpen(present) ? world : recordFact(world, kind, kind, "note", day);
}

function recordFact(world: World, name: string, kind: FactKind, reporter: Reporter, occurred: Day): World {
  const { terms, facts } = world.note;
  const begins = beginsOn(terms, kind, occurred);
  const fact: Fact = { name, kind, reporter, occurred, begins, cured: null, waived: false, ordinal: facts.length + 1 };
  return withNote(world, { facts: [...facts, fact] });
}

function replaceFact(world: World, changed: Fact): World {
  const facts = world.note.facts.map((fact) => (fact.ordinal === changed.ordinal ? changed : fact));
  return withNote(world, { facts });
}

function lastNamed(note: NoteState, name: string): Fact | undefined {
  return note.facts.findLast((fact) => fact.name === name);
}

/**
 * First day of the default a fact is or becomes: the day after the last on which it can be averted.
 *
 * @example notice on 2007-01-03 with ten days of grace: the 13th is a Saturday, the 15th a holiday, so the 17th
 */
function beginsOn(terms: Terms, kind: FactKind, occurred: Day): Day {
  const days = daysToAvert(terms, kind);
  if (days === null) return occurred;
  const last = occurred + days;
  return (terms.extendDeadlines ? terms.calendar.roll(last) : last) + 1;
}

function daysToAvert(terms: Terms, kind: FactKind): number | null {
  if (kind === "nonPayment") return terms.graceDays;
  if (kind === "involuntaryPetition") return terms.dismissalDays;
  if (kind === "judgment") return terms.judgmentDays;
  return null;
}

function reporterOf(note: NoteState, by: string): Reporter | null {
  if (by === note.obligor) return "borrower";
  return by === note.attestor ? "attestor" : null;
}
