/**
 * The SDK: what a page, a service or a script needs of promissory notes. Runs in browsers and in Node. Amounts are `bigint` in the
 * currency's smallest unit and days whole numbers since 1970-01-01, in the note's calendar, wherever nothing else is said.
 *
 * `allonge/documents` writes a note in plain English, `allonge/records` the records kept of it, `allonge/node` reads files, `allonge/deploy` deploys, `allonge/abi` has the contracts' interfaces.
 *
 * @module
 */

// Term sheets
export { parseTermSheet, TermSheetError } from "./terms/termSheet.ts";
export type { TermSheet } from "./terms/termSheet.ts";
export { termsOf } from "./terms/terms.ts";
export type { ConversionTerms, OverdueBase, Party, Terms } from "./terms/terms.ts";
export { termSheetHash, termsOnChain } from "./chain/termsOnChain.ts";
export type { TermsAccounts } from "./chain/termsOnChain.ts";

export { rebase } from "./terms/rebase.ts";
export type { Rebased } from "./terms/rebase.ts";

// What the parties to a term sheet should know before they agree to it
export { CATALOGUE as FINDINGS, FINDING_CODES, lint, SEVERITIES } from "./lint/lint.ts";
export type { CatalogueEntry, Finding, FindingCode, LintOptions, Severity } from "./lint/lint.ts";

// Quotes of a note with which nothing was done
export { quote } from "./quote/quote.ts";
export type { ConversionQuote, Quote, QuoteStatus } from "./quote/quote.ts";

// Numbers, and how they are written
export { formatMoney, formatPrice, formatRational, formatShares, parseDecimal, parseExact } from "./math/decimal.ts";
export { add, ceil, compare, divide, floor, multiply, rational, subtract } from "./math/rational.ts";
export type { Rational } from "./math/rational.ts";

// Days
export { dayOf, isoOf } from "./math/civilDate.ts";
export type { Day } from "./math/civilDate.ts";
export { calendarFor, localTimestamp, ZONES } from "./calendar/calendars.ts";
export type { Zone } from "./calendar/calendars.ts";
export type { Calendar } from "./calendar/calendar.ts";
export { newYorkCalendar } from "./calendar/newYorkCalendar.ts";
export { utcCalendar } from "./calendar/utcCalendar.ts";
export { DAY_COUNT_CONVENTIONS, yearFraction } from "./math/dayCount.ts";
export type { DayCountConvention } from "./math/dayCount.ts";

// The model: a note's whole life without a chain
export { make, perform } from "./model/life.ts";
export type { Made, Performed, Surroundings } from "./model/life.ts";
export { view } from "./model/view.ts";
export type { StandingDefault, Status, View } from "./model/view.ts";
export { previewConversion as previewConversionInModel } from "./model/conversion.ts";
export type { Conversion } from "./model/conversion.ts";
export type { Act, ActName, AmountOrAll, Deed } from "./model/acts.ts";
export type { Parts, Statement } from "./model/interest.ts";
export type { Refusal } from "./model/refusal.ts";
export type { Ending, FactKind, Parties, Reporter, World } from "./model/state.ts";

// Contracts on a chain
export {
  connectCalendar,
  connectContracts,
  connectCurrency,
  connectLens,
  connectNotes,
  connectRegistry,
  connectStock,
  connectStockFactory,
} from "./chain/contracts.ts";
export type { ContractAddresses, Currency, NoteContracts } from "./chain/contracts.ts";
export { DeploymentRecordError, parseDeploymentRecord } from "./chain/parseDeploymentRecord.ts";
export type { DeploymentRecord } from "./chain/parseDeploymentRecord.ts";
export type { CommonStock } from "../typechain-types/CommonStock.ts";
export type { CommonStockFactory } from "../typechain-types/CommonStockFactory.ts";
export type { ControlRegistry } from "../typechain-types/ControlRegistry.ts";
export type { ICalendar } from "../typechain-types/interfaces/ICalendar.ts";
export type { NoteLens } from "../typechain-types/lens/NoteLens.ts";
export type { PromissoryNotes } from "../typechain-types/PromissoryNotes.ts";

// Reading a note
export { readNote } from "./chain/readNote.ts";
export type { ReadOptions } from "./chain/readNote.ts";
export type {
  BlockRead,
  ConversionPreview,
  EvidencedFact,
  HeldMoney,
  NoteCurrency,
  NoteOnChain,
  NoteParties,
  NoteRecovery,
  NoteStock,
} from "./chain/noteOnChain.ts";
export type { NoteFact, Standing, StoredNote } from "./chain/noteOnDay.ts";
export type { ChainTerms } from "./chain/termsFromChain.ts";
export { readStatement, statementOnDay } from "./chain/readStatement.ts";
export type { NoteStatement } from "./chain/readStatement.ts";
export { previewConversion } from "./chain/previewConversion.ts";
export type { ConversionRequest } from "./chain/previewConversion.ts";
export { findNotes, listNotes, summarizeNotes } from "./chain/listNotes.ts";
export type { FoundNote, ListOptions, NoteSummary } from "./chain/listNotes.ts";
export { tellStatus } from "./chain/tellStatus.ts";

// What happened to a note
export { foldedBefore, NoSuchNoteError, readHistory } from "./chain/noteHistory.ts";
export type { HistoryOptions, NoteEvent, NoteHistory } from "./chain/noteHistory.ts";
export { foldEvents } from "./chain/foldEvents.ts";
export type { FoldedNote, FoldedNotes, NoteLog, NoteRecord, RecordedFact } from "./chain/foldEvents.ts";
export { tellHistory } from "./chain/tellHistory.ts";
export type { ToldEvent } from "./chain/tellHistory.ts";
export { tellEvent } from "./chain/tellEvent.ts";
export type { Telling } from "./chain/tellEvent.ts";

// Signing
export { domainOf, factorsOf, MESSAGES, signMessage, stateOf, UNSIGNED, UNSPLIT } from "./chain/signatures.ts";
export type { MessageName, NoteState, SignatureArgument } from "./chain/signatures.ts";

// Why an act was refused
export { explain, explainData } from "./errors/explain.ts";
export type { Explanation, Figures } from "./errors/explain.ts";
export { explainFailure } from "./errors/explainFailure.ts";
export type { Failure } from "./errors/explainFailure.ts";

// Attestations of control
export { CONTROL_SCHEMA, controlAttestation, controlSchemaUid } from "./chain/controlAttestation.ts";
export type { AttestationRequest, Control } from "./chain/controlAttestation.ts";
