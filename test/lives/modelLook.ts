import { divide, floor, multiply, rational } from "../../src/math/rational.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { hasAccepted } from "../../src/model/assignment.ts";
import { areAffiliates } from "../../src/model/control.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import type { AmountOrAll } from "../../src/model/acts.ts";
import { isOpen } from "../../src/model/default.ts";
import type { Statement } from "../../src/model/interest.ts";
import { ownerOfHeld } from "../../src/model/recovery.ts";
import { unitsOfShares } from "../../src/model/reservation.ts";
import type { FactKind, NoteState, ReplacedStock, Reporter, StockState, World } from "../../src/model/state.ts";
import { replacedBalanceOf } from "../../src/model/recapitalization.ts";
import { balanceOf, reservedUnits } from "../../src/model/stock.ts";
import { transferBasis } from "../../src/model/transfer.ts";
import type { TransferBasis } from "../../src/model/transfer.ts";
import { view } from "../../src/model/view.ts";
import type { Status } from "../../src/model/view.ts";

/** One thing that is looked at; null where only the contracts have it. */
export interface Item {
  readonly label: string;
  readonly value: bigint | null;
}

const STATUSES: readonly Status[] = [
  "outstanding",
  "due",
  "overdue",
  "default",
  "paid",
  "converted",
  "replaced",
  "released",
];
const ENDINGS: readonly (Status | null)[] = [null, "paid", "converted", "replaced", "released"];
const BASES: readonly TransferBasis[] = ["needsConsent", "consent", "affiliate", "partyCannotHold", "noteEnded"];
const KINDS: readonly FactKind[] = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
  "nonPayment",
  "assignment",
];
const REPORTERS: readonly Reporter[] = ["borrower", "attestor", "note"];

const TOKEN = rational(10n ** 9n);
const WORDS_OF_PREVIEW = 10;

/** What is asked after an act. */
export interface Look {
  /** Number of the note. */
  readonly id: bigint;
  /** How much: 0 for what is stored and owed, 2 for all the views that follow from others. */
  readonly depth: 0 | 1 | 2;
  /** Principal whose conversion is previewed. */
  readonly principal: AmountOrAll;
  /** Charges whose conversion is previewed. */
  readonly charges: AmountOrAll;
  /** Days for which to say what is owed, to come and gone by. */
  readonly days: readonly Day[];
  /** Names of the people whose standing and holdings are asked for. */
  readonly people: readonly string[];
  /** Names of facts asked for. */
  readonly names: readonly string[];
}

/** What there is to know beside the world of the model. */
export interface Setting {
  /** Address of each of the people. */
  readonly addressOf: (name: string) => bigint;
  /** Currency units each of the people had at first. */
  readonly currencyAtFirst: bigint;
}

/** What the model says of a note on a day, in the order in which `LifeReader` reads the contracts. */
export function lookAtModel(
  present: World,
  today: Day,
  look: Look,
  { addressOf, currencyAtFirst }: Setting,
): readonly Item[] {
  const items: Item[] = [];
  const place = Number(look.id) - 1;
  const world = { ...present, note: present.replaced[place] ?? present.note };
  const write: Write = (label, value) => items.push({ label, value: value === null ? null : BigInt(value) });
  const { note, stock } = world;
  const day = note.ended === null ? today : note.ended.on;
  const seen = view(world, today);

  write("status", STATUSES.indexOf(seen.status));
  writeRecord(write, note, addressOf);
  write("replaced by", place < present.replaced.length ? look.id + 1n : 0n);
  writeStatement(write, "today", seen);
  if (look.depth === 0) return items;
  write("payable", seen.payable);
  write("open facts", note.facts.filter(isOpen).length);
  write("dueOn", seen.dueOn);
  for (const later of look.days) writeStatement(write, `on ${isoOf(later)}`, seen.statementOn(later));
  for (const name of look.names) writeFact(write, note, name);
  for (const name of look.people) {
    write(`transfer basis of ${name}`, BASES.indexOf(transferBasis(world, name, today)));
    write(`acceptance of ${name}`, hasAccepted(note, name));
    write(`borrower's affiliate ${name}`, areAffiliates(world.control, "borrower", name));
    write(`currency of ${name}`, currencyAtFirst + (world.currency.balances.get(name) ?? 0n));
    write(`held for ${name}`, note.held.get(name) ?? 0n);
    write(`owner of what is held for ${name}`, addressOf(ownerOfHeld(note, name)));
    if (stock === null) continue;
    write(`stock of ${name}`, balanceOf(stock, name));
    write(`units of ${name}`, stock.holdings.get(name) ?? 0n);
    world.formerStocks.forEach((former, generation) => {
      write(`old stock ${generation} of ${name}`, replacedBalanceOf(former, name));
      write(`old units ${generation} of ${name}`, former.holdings.get(name) ?? 0n);
    });
  }
  writeRecovery(write, note, addressOf);
  if (stock !== null) {
    write("issued", stock.issued);
    write("reserved", reservedUnits(stock));
    write("authorized", stock.authorized);
    write("claims", stock.claims);
    writePreview(write, world, stock, day, look);
  }
  if (look.depth === 1) return items;
  write("day", day);
  write("payableThrough", seen.payableThrough);
  write("convertible", seen.convertible);
  write("price numerator", seen.pricePerShare?.numerator ?? 0n);
  write("price denominator", seen.pricePerShare?.denominator ?? 1n);
  write("standing defaults", seen.defaults.length);
  write("replaces", look.id - 1n);
  if (stock !== null) {
    writeShares(write, stock);
    writeFormerShares(write, world.formerStocks);
  }
  return items;
}

type Write = (label: string, value: bigint | number | boolean | null) => void;

function writeRecord(write: Write, note: NoteState, addressOf: Setting["addressOf"]): void {
  const { debt, ended, consent } = note;
  write("principal on record", debt.principal);
  write("carried", BigInt.asUintN(256, debt.carried));
  write("charges on record", debt.charges);
  write("charges admitted", note.chargesAdmitted);
  write("charges by attestor", note.chargesByAttestor);
  // the two keep what overdue interest carries in their own ways: it shows in the statements
  write("overdue carried", null);
  write("holder", ended === null ? addressOf(note.holder) : 0n);
  write("obligor", addressOf(note.obligor));
  write("ending", ENDINGS.indexOf(ended?.how ?? null));
  write("ended on", ended?.on ?? 0);
  write("consent to", consent === null ? null : addressOf(consent.to));
  write("consent until", consent?.until ?? 0);
  write("prepayment until", note.prepaymentUntil ?? 0);
  write("called on", note.called?.on ?? 0);
  write("called through", note.called?.through ?? 0);
}

function writeRecovery(write: Write, { recovery }: NoteState, addressOf: Setting["addressOf"]): void {
  const { consent, declaredOn, lastDeclared } = recovery;
  write("recovery to", consent === null ? 0n : addressOf(consent.to));
  write("recovery consented on", consent?.on ?? 0);
  write("declared lost on", declaredOn ?? 0);
  write("last declared lost on", lastDeclared?.on ?? 0);
  write("declared lost", lastDeclared === null ? 0n : addressOf(lastDeclared.holder));
}

function writeStatement(write: Write, label: string, statement: Statement): void {
  write(`principal ${label}`, statement.principal);
  write(`interest ${label}`, statement.interest);
  write(`overdue interest ${label}`, statement.overdueInterest);
  write(`charges ${label}`, statement.charges);
  write(`total ${label}`, statement.total);
}

function writeFact(write: Write, note: NoteState, name: string): void {
  const fact = note.facts.findLast((each) => each.name === name);
  write(`${name}: kind`, fact === undefined ? 0 : KINDS.indexOf(fact.kind));
  write(`${name}: reporter`, fact === undefined ? 0 : REPORTERS.indexOf(fact.reporter));
  write(`${name}: occurred`, fact?.occurred ?? 0);
  write(`${name}: begins`, fact?.begins ?? 0);
  write(`${name}: cured`, fact?.cured ?? 0);
  write(`${name}: waived`, fact?.waived ?? false);
  write(`${name}: ordinal`, fact?.ordinal ?? 0);
}

function writeShares(write: Write, stock: StockState): void {
  const tokens = (units: bigint) => floor(divide(multiply(rational(units), stock.splitFactor), TOKEN));
  write("total supply", tokens(stock.issued));
  write("reserved shares", tokens(reservedUnits(stock)));
  write("authorized shares", tokens(stock.authorized));
  write("split factor numerator", stock.splitFactor.numerator);
  write("split factor denominator", stock.splitFactor.denominator);
  write("distribution factor numerator", stock.distributionFactor.numerator);
  write("distribution factor denominator", stock.distributionFactor.denominator);
}

/** A stock that has been replaced shows what it holds in trust for older ones, too. */
function writeFormerShares(write: Write, formerStocks: readonly ReplacedStock[]): void {
  let left = 0n;
  formerStocks.forEach(({ splitFactor, holdings }, generation) => {
    for (const units of holdings.values()) left += units;
    const tokens = floor(divide(multiply(rational(left), splitFactor), TOKEN));
    write(`left to exchange of stock ${generation}`, tokens);
  });
}

function writePreview(write: Write, world: World, stock: StockState, day: Day, { principal, charges }: Look): void {
  const preview = previewConversion(world, day, principal, charges);
  const label = `converting ${principal}`;
  if (preview === null) {
    for (let word = 1; word <= WORDS_OF_PREVIEW; word++) write(`${label}: nothing`, 0n);
    return;
  }
  const units = rational(unitsOfShares(world.note, preview.shares));
  write(`${label}: open`, view(world, day).convertible);
  write(`${label}: principal`, preview.principal);
  write(`${label}: interest`, preview.interest);
  write(`${label}: overdue interest`, preview.overdueInterest);
  write(`${label}: charges`, preview.charges);
  write(`${label}: amount`, preview.amount);
  write(`${label}: shares`, preview.shares);
  write(`${label}: tokens`, floor(divide(multiply(units, stock.splitFactor), TOKEN)));
  write(`${label}: residue`, preview.residue);
  write(`${label}: is all`, preview.isAll);
}
