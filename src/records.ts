/**
 * The records that parties keep of a note on a chain, each checked to foot: `import { ledgerOf, readNoteFacts } from "allonge/records"`.
 *
 * @module
 */

// What records are drawn from
export { readNoteFacts, UnknownCalendarError } from "./chain/readNoteFacts.ts";
export type { NotePlace, ReadingOptions } from "./chain/readNoteFacts.ts";
export { noteFactsOf, OtherTermSheetError } from "./chain/noteFacts.ts";
export { accountAsMade } from "./records/noteFacts.ts";
export type { Entry, NoteAccount, NoteFacts, StockEvent, StockFacts } from "./records/noteFacts.ts";
export { DoesNotFootError } from "./records/postings.ts";

// The records
export { ledgerCsv, ledgerJson, ledgerOf } from "./records/ledger.ts";
export type { LedgerRow } from "./records/ledger.ts";
export { accrualSchedule } from "./records/accrualSchedule.ts";
export type {
  AccrualRow,
  AccrualSchedule,
  ChangeRow,
  ScheduleOptions,
  ScheduleRow,
} from "./records/accrualSchedule.ts";
export { PERIODS } from "./records/periods.ts";
export type { Period } from "./records/periods.ts";
export { scheduleCsv, scheduleJson } from "./records/scheduleTables.ts";
export { yearlyInterest, yearlyInterestCsv, yearlyInterestJson } from "./records/yearlyInterest.ts";
export type { InterestYear, YearlyInterest } from "./records/yearlyInterest.ts";
export { payoffLetter } from "./records/payoffLetter.ts";
export { PayoffDateError, payoffFigures, payoffJson } from "./records/payoffFigures.ts";
export type { PayoffDates, PayoffDay, PayoffFigures, PerDiem } from "./records/payoffFigures.ts";
export { OPEN_CAP_FORMAT_VERSION, openCapFormat } from "./records/openCapFormat.ts";
export type { OpenCapFile, OpenCapOptions } from "./records/openCapFormat.ts";
