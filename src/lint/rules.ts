import type { Draft } from "./draft.ts";
import type { Fault } from "./finding.ts";
import * as accounts from "./rules/accounts.ts";
import * as characters from "./rules/characters.ts";
import * as conversionWindow from "./rules/conversionWindow.ts";
import * as currency from "./rules/currency.ts";
import * as dayCount from "./rules/dayCount.ts";
import * as deadlines from "./rules/deadlines.ts";
import * as document from "./rules/document.ts";
import * as governingLaw from "./rules/governingLaw.ts";
import * as interest from "./rules/interest.ts";
import * as pastDates from "./rules/pastDates.ts";
import * as periods from "./rules/periods.ts";
import * as persons from "./rules/persons.ts";
import * as replaced from "./rules/replaced.ts";
import * as stock from "./rules/stock.ts";
import * as usury from "./rules/usury.ts";

/** Looks at a draft for one kind of fault. */
export type Rule = (draft: Draft) => readonly Fault[];

const SUBJECTS: readonly Readonly<Record<string, Rule>>[] = [
  persons,
  dayCount,
  interest,
  currency,
  deadlines,
  periods,
  pastDates,
  replaced,
  conversionWindow,
  stock,
  usury,
  governingLaw,
  document,
  accounts,
  characters,
];

/** Every rule but the schema's. */
export const RULES: readonly Rule[] = SUBJECTS.flatMap((subject) => Object.values(subject));
