import Table from "cli-table3";
import colors from "picocolors";

import { isoOf } from "../../src/math/civilDate.ts";
import { grouped } from "../../src/wording/numbers.ts";
import type { NoteOnChain } from "../../src/chain/noteOnChain.ts";
import { tellFact, tellStatus } from "../../src/chain/tellStatus.ts";
import { plainText } from "../../src/chain/noteWords.ts";
import type { noteEntry } from "./noteFigures.ts";

type Entry = ReturnType<typeof noteEntry>;
type Row = readonly [label: string, value: string];

/** Writes a note as tables: how it stands, what is owed, what may be done, who is who, what is on record. */
export function noteTable(note: NoteOnChain, entry: Entry): string {
  const head = colors.bold(`Note ${entry.id} of ${entry.contract}, chain ${entry.chainId}`);
  const as = `${entry.today} in ${entry.zone ?? "a calendar not known here"}, block ${entry.block}`;
  const sections = [
    table("Owed", owed(entry)),
    table("Days and acts", acts(note, entry)),
    table("Terms", terms(entry)),
    table("Who and where", parties(entry)),
    ...(note.facts.length === 0 ? [] : [table("On record", facts(note))]),
    ...other(entry),
  ];
  return [`${head}\n${tellStatus(note)}\n${colors.dim(as)}`, ...sections].join("\n\n");
}

function table(title: string, rows: readonly Row[]): string {
  const drawn = new Table({ style: { head: [], border: [], compact: true } });
  for (const [label, value] of rows) drawn.push([label, value]);
  return `${colors.bold(title)}\n${drawn.toString()}`;
}

function owed(entry: Entry): Row[] {
  const { symbol } = entry.currency;
  const width = Math.max(...[entry.principal, entry.interest, entry.total].map((each) => grouped(each).length));
  const money = (amount: string) => `${grouped(amount).padStart(width)} ${symbol}`;
  return [
    ["Principal", money(entry.principal)],
    ["Interest", money(entry.interest)],
    ["Overdue interest", money(entry.overdueInterest)],
    ["Charges", money(entry.charges)],
    ["Total", colors.bold(money(entry.total))],
    ["One more day adds", money(entry.perDiem)],
  ];
}

function acts(note: NoteOnChain, entry: Entry): Row[] {
  const rows: Row[] = [
    ["Due on", entry.dueOn],
    ["Payable through", entry.payableThrough],
    ["May be paid", yesOrNo(entry.payable)],
  ];
  const { window, conversion } = entry;
  if (window !== null) {
    rows.push(
      ["May be converted", yesOrNo(entry.convertible)],
      ["Window", `${window.opensOn} to ${window.closesOn ?? "the end of the debt"}`],
      ["Price per share", `${grouped(entry.pricePerShare ?? "")} ${entry.currency.symbol}`],
    );
  }
  if (conversion !== null) {
    rows.push(
      ["Shares for everything", `${grouped(conversion.shares)} as shares stood when the note was made`],
      ["In shares of today", grouped(conversion.tokens)],
      ["Left over", grouped(conversion.residue)],
    );
  }
  if (entry.consent !== null)
    rows.push(["Consent to transfer", `to ${entry.consent.to} through ${entry.consent.until}`]);
  if (entry.prepaymentUntil !== null) rows.push(["Prepayment permitted", `through ${entry.prepaymentUntil}`]);
  if (entry.calledOn !== null) rows.push(["Called on", entry.calledOn]);
  if (note.charges.admitted > 0n) rows.push(["Charges admitted in all", grouped(entry.chargesAdmitted)]);
  return rows;
}

const OVERDUE_BASES = { principal: "principal", sumDue: "principal and interest" } as const;

function terms({ terms: each, currency }: Entry): Row[] {
  return [
    ["Dated", each.dated],
    ["Maturity", each.maturity],
    ["Original principal", `${grouped(each.principal)} ${currency.symbol}`],
    ["Interest", `${each.rate} ${each.dayCount}`],
    [
      "Overdue interest",
      each.overdue === null ? "none" : `${each.overdue.rate} on ${OVERDUE_BASES[each.overdue.base]}`,
    ],
    ["Prepayment", each.prepayment],
    ["Days of grace, dismissal, judgment", `${each.graceDays}, ${each.dismissalDays}, ${each.judgmentDays}`],
    ["Affiliates free to receive it", yesOrNo(each.affiliatesFree)],
    ["Instrument (SHA-256)", each.document ?? "none"],
    ["Term sheet (Keccak-256)", each.termSheet ?? "none"],
  ];
}

function parties({ parties: who, currency, stock, calendar, registry }: Entry): Row[] {
  return [
    ["Lender", who.holder ?? "nobody: the note has ended"],
    ["Borrower", who.obligor],
    ...(who.maker === who.obligor ? [] : [["Maker", who.maker] as const]),
    ["Attestor", who.attestor ?? "none"],
    ["Currency", `${currency.address} ${currency.symbol}`],
    ...(stock === null ? [] : [["Stock", `${stock.convertsInto} ${stock.symbol}`] as const]),
    ["Calendar", calendar],
    ["Register of affiliates", registry ?? "none"],
  ];
}

function facts({ facts: all }: NoteOnChain): Row[] {
  return all.map((fact) => {
    const state = fact.waived
      ? "waived"
      : fact.open
        ? fact.cured === null
          ? "not cured"
          : `cured ${isoOf(fact.cured)}, too late`
        : `cured ${isoOf(fact.cured ?? fact.occurred)}, in time`;
    const evidence = fact.evidence === null || fact.evidence === "" ? "" : `, evidence “${plainText(fact.evidence)}”`;
    return [tellFact(fact), `default from ${isoOf(fact.begins)}, ${state}${evidence}`];
  });
}

function other(entry: Entry): string[] {
  const rows: Row[] = [];
  const { recovery } = entry;
  if (recovery !== null) {
    if (recovery.declared !== null) rows.push(["Declared lost", recovery.declared.on]);
    if (recovery.consent !== null) rows.push(["New address consented to", recovery.consent.to]);
    if (recovery.objectionThrough !== null) rows.push(["Holder may object through", recovery.objectionThrough]);
  }
  for (const { amount, owner, unread } of entry.held) {
    rows.push([
      "Money held",
      amount === null ? `unread for ${owner}: ${unread ?? ""}` : `${grouped(amount)} for ${owner}`,
    ]);
  }
  if (entry.replaces !== null) rows.push(["Replaces", `note ${entry.replaces}`]);
  if (entry.replacedBy !== null) rows.push(["Replaced by", `note ${entry.replacedBy}`]);
  return rows.length === 0 ? [] : [table("Besides", rows)];
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
