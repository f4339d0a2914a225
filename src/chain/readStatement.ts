import { isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { ceil, divide, floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { Statement } from "../model/interest.ts";
import type { NoteContracts } from "./contracts.ts";
import { foldedBefore } from "./noteHistory.ts";
import type { NoteOnChain } from "./noteOnChain.ts";
import { factsOf, owedOn, perDiemOn, standingOn } from "./noteOnDay.ts";
import type { NoteFact, Standing, StoredNote } from "./noteOnDay.ts";
import { providerOf, readNote } from "./readNote.ts";
import type { ReadOptions } from "./readNote.ts";
import { factorsBefore } from "./stockFactors.ts";
import type { FactorsSince } from "./stockFactors.ts";

/** What is owed on a day, and what may be done about it. Money in the currency's smallest unit. */
export interface NoteStatement extends Standing, Statement {
  /** The day asked for; `on` is the day the note ended, if that was before. */
  readonly asOf: Day;
  /** What one more day adds, exact, in currency units. */
  readonly perDiem: Rational;
  /** Currency units for one share as shares stood that day; null without a right of conversion. */
  readonly pricePerShare: Rational | null;
  /** Of converting everything; null without a right of conversion. */
  readonly conversion: {
    /** Whole shares, as shares stood when the note was made. */
    readonly shares: bigint;
    /** What would be left over, in currency units. */
    readonly residue: bigint;
  } | null;
}

/**
 * What is owed on a day.
 *
 * Today and later: if nothing but time passes between now and then, at the stock's present factors. Earlier: what the contract answered at the end of that
 * day, from the log, so that any node will do; before the note was made, what its terms come to. Of a stock that has been recapitalized since, no
 * price is told for a day gone by.
 *
 * @param contracts Connected to a provider.
 * @param id The note.
 * @param day Days since 1970-01-01 in the note's calendar, from `dated` on.
 * @param options `fromBlock` is needed for a day gone by.
 * @throws RangeError if the day is before the note is dated, or is gone by and `fromBlock` is not given, or the note's zone is not known.
 * @example (await readStatement(contracts, 1n, dayOf("2007-01-11"))).total // 251300925171n
 */
export async function readStatement(
  contracts: NoteContracts,
  id: bigint,
  day: Day,
  options: ReadOptions = {},
): Promise<NoteStatement> {
  return await statementOnDay(contracts, await readNote(contracts, id, options), day);
}

/**
 * The same of a note that has been read already, for several days at a time.
 *
 * @throws As `readStatement`.
 * @example
 * const note = await readNote(contracts, 1n, { fromBlock: record.startBlock });
 * const statements = await Promise.all(days.map((day) => statementOnDay(contracts, note, day)));
 */
export async function statementOnDay(contracts: NoteContracts, note: NoteOnChain, day: Day): Promise<NoteStatement> {
  const { terms, stock, history } = note;
  if (day < terms.dated) throw new RangeError(`${isoOf(day)} is before the note is dated, ${isoOf(terms.dated)}`);
  if (day >= note.today) return statementFrom(note, day, note.stored, note.facts, stock && sinceMaking(stock));

  if (history === null) throw new RangeError(`${isoOf(day)} is past: fromBlock is needed, to read the note's log`);
  if (terms.calendar === null) throw new RangeError(`${isoOf(day)} is past, and the zone of the note is not known`);
  const midnight = terms.calendar.startOf(day + 1);
  const madeAt = history.events[0]?.timestamp ?? 0;
  // a note may be made long after the day it is dated: until then it is what its terms come to
  const folded = foldedBefore(history, Math.max(midnight, madeAt + 1));
  if (folded === undefined) throw new RangeError(`${isoOf(day)} is before anything is known of the note`);
  const factors = stock && (await factorsBefore(providerOf(contracts), stock, history, midnight));
  return statementFrom(note, day, folded.record, factsOf(folded), factors);
}

function sinceMaking(stock: NonNullable<NoteOnChain["stock"]>): FactorsSince {
  return { split: stock.splitSinceMaking, distribution: stock.distributionSinceMaking };
}

/**
 *     shares = floor(total · distribution factor since / price), residue = total − ceil(shares · price / distribution factor since)
 *
 * 229,701.468504 at 0.05 a share buys 4,594,029 shares for 229,701.45 and leaves 0.018504.
 */
function statementFrom(
  { terms }: NoteOnChain,
  asOf: Day,
  stored: StoredNote,
  facts: readonly NoteFact[],
  factors: FactorsSince | null,
): NoteStatement {
  const standing = standingOn(terms, stored, facts, asOf);
  const owed = owedOn(terms, stored, standing.on);
  const common = { asOf, ...standing, ...owed, perDiem: perDiemOn(terms, stored, standing.on) };
  if (terms.conversion === null || factors === null) return { ...common, pricePerShare: null, conversion: null };
  const price = divide(terms.conversion.price, factors.distribution);
  const shares = floor(divide(rational(owed.total), price));
  return {
    ...common,
    pricePerShare: divide(price, factors.split),
    conversion: { shares, residue: owed.total - ceil(multiply(rational(shares), price)) },
  };
}
