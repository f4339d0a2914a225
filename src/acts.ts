/**
 * Acts on promissory notes, as a page or a service offers them: what an act would come to before it is sent, how it is sent, and what it has done.
 * `import { openActNote, perform, workOut } from "allonge/acts"`. Runs in browsers and in Node.
 *
 * An act is worked out into a plan: a sentence, rows of figures before and after, and the transactions that do it. Nothing is sent until `perform` is
 * given the plan. What a plan says is in words and in figures for people; amounts elsewhere are `bigint` in the currency's smallest unit.
 *
 * @module
 */

// Where to act
export { actChain } from "./chain/acts/actChain.ts";
export { openActNote, figuresOf } from "./chain/acts/actNote.ts";
export type { ActNote } from "./chain/acts/actNote.ts";
export type { NoteState, OpenFact } from "./chain/acts/noteState.ts";
export type { Account, ActChain, Call, Fee, Plan, Preparation, Role, Row, Transaction } from "./chain/acts/act.ts";

// Which acts there are, what they ask for, and whose they are
export { ACTS, describeAct } from "./chain/acts/catalogue.ts";
export type { ActDescription, ActName, OptionDescription } from "./chain/acts/catalogue.ts";
export { ActOptions } from "./chain/acts/actOptions.ts";
export type { WrittenOptions } from "./chain/acts/actOptions.ts";
export { partiesOf, titlesOf } from "./chain/acts/accounts.ts";
export type { Party } from "./chain/acts/accounts.ts";

// What an act would come to, on a note that is made
export { withCost, workOut } from "./chain/acts/workOut.ts";
export type { WorkedOut } from "./chain/acts/workOut.ts";
export { prepareNovation, replacementOf } from "./chain/acts/novation.ts";
export type { Replacement, SharedMessage } from "./chain/acts/novation.ts";

// The making of one
export { sheetOnChain } from "./chain/acts/sheetOnChain.ts";
export type { SheetAccounts, SheetOnChain } from "./chain/acts/sheetOnChain.ts";
export { prepareIssue } from "./chain/acts/issue.ts";
export type { Issuing } from "./chain/acts/issue.ts";
export { prepareStock } from "./chain/acts/stockOfSheet.ts";
export { findOffer, prepareSubscription } from "./chain/acts/subscription.ts";
export type { Offer } from "./chain/acts/subscription.ts";

// Acts that one party signs and anybody submits
export { actToSign, limitsOf, makingToSign, SIGNABLE } from "./chain/acts/sign.ts";
export type { Limits, SignableName, Unsigned } from "./chain/acts/sign.ts";
export { parseSignedMessage, signedMessage } from "./chain/acts/signedMessage.ts";
export type { PlainValue, SignedMessage } from "./chain/acts/signedMessage.ts";
export { sayMessage } from "./chain/acts/sayMessage.ts";
export { openSubmission, prepareSubmission } from "./chain/acts/submission.ts";
export type { SignedFile, Submission } from "./chain/acts/submission.ts";

// The register of who controls whom
export { openRegister, prepareControl, readCompany, sayAffiliation } from "./chain/acts/control.ts";
export type { Company, ControlAct, Controller, ControlRegister } from "./chain/acts/control.ts";

// Sending a plan, and what it has done
export { accountOf, perform, TransactionError, UnfinishedError } from "./chain/acts/perform.ts";
export type { Performed, Prepared, Watch } from "./chain/acts/perform.ts";
export { eventsInWords, eventsOf, plainEvent } from "./chain/acts/told.ts";
export type { ToldEvent } from "./chain/acts/told.ts";
export { rowsOfChange } from "./chain/acts/rows.ts";

// Why one cannot be done
export { ActError } from "./chain/acts/act.ts";
export { RefusedError, refusedWith } from "./chain/acts/refusal.ts";
