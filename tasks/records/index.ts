import { task } from "hardhat/config";

import { DEPLOYMENTS, FORCE, ID, JSON_FLAG } from "../options.ts";

const SHEET = { name: "sheet", description: "The note's term sheet, for the names in it", defaultValue: "" } as const;
const CSV = { name: "csv", description: "CSV file to write, instead of a table", defaultValue: "" } as const;

const notePayoff = task(["note", "payoff"], "Write a payoff letter: what must be paid on a day to end a note, and how")
  .addOption(ID)
  .addOption({ name: "asOf", description: "Required. Day of payment, YYYY-MM-DD, today or later", defaultValue: "" })
  .addOption({
    name: "goodThrough",
    description: "Last day the letter is good for, at most 92 days later; the day of payment unless given",
    defaultValue: "",
  })
  .addOption({ name: "pdf", description: "PDF file to write", defaultValue: "" })
  .addOption({
    name: "markdown",
    description: "Markdown file to write; with neither option, Markdown is printed",
    defaultValue: "",
  })
  .addOption(SHEET)
  .addOption(DEPLOYMENTS)
  .addFlag(FORCE)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./payoff.ts"))
  .build();

const noteLedger = task(
  ["note", "ledger"],
  "List every entry that changed what is owed under a note, or who owes or holds it",
)
  .addOption(ID)
  .addOption(CSV)
  .addOption(SHEET)
  .addOption(DEPLOYMENTS)
  .addFlag(FORCE)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./ledger.ts"))
  .build();

const noteSchedule = task(
  ["note", "schedule"],
  "Show how interest accrues, period by period: of a term sheet, without a chain, or of a note with what happened to it",
)
  .addOption({ ...ID, description: "Number of the note, on the chain that --network names, instead of a term sheet" })
  .addOption({ name: "by", description: "Length of a period: month, quarter or year", defaultValue: "month" })
  .addOption({
    name: "through",
    description: "Last day, YYYY-MM-DD; maturity unless given, or the chain's day if that is later",
    defaultValue: "",
  })
  .addOption(CSV)
  .addOption(SHEET)
  .addOption(DEPLOYMENTS)
  .addFlag(FORCE)
  .addFlag(JSON_FLAG)
  .addVariadicArgument({ name: "files", description: "The term sheet", defaultValue: [] })
  .setAction(() => import("./schedule.ts"))
  .build();

const noteInterest = task(
  ["note", "interest"],
  "Show the interest of each calendar year: accrued, paid, converted and unpaid, for tax and books",
)
  .addOption(ID)
  .addOption({
    name: "through",
    description: "Day to reckon to, YYYY-MM-DD; the chain's day unless given",
    defaultValue: "",
  })
  .addOption(CSV)
  .addOption(SHEET)
  .addOption(DEPLOYMENTS)
  .addFlag(FORCE)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./interest.ts"))
  .build();

const noteExport = task(
  ["note", "export"],
  "Write a note, its conversions and transfers in a format of capitalization tables",
)
  .addOption(ID)
  .addOption({ name: "format", description: "Required. ocf: Open Cap Format 1.2.0", defaultValue: "" })
  .addOption({
    name: "out",
    description: "Folder to write the files to; printed as JSON unless given",
    defaultValue: "",
  })
  .addOption({
    name: "currency",
    description: "ISO 4217 code of the currency; its symbol unless given",
    defaultValue: "",
  })
  .addOption({ name: "formed", description: "Day the borrower was formed, YYYY-MM-DD", defaultValue: "" })
  .addOption({ name: "formedIn", description: "Country it was formed in, two letters (ISO 3166-1)", defaultValue: "" })
  .addOption(SHEET)
  .addOption(DEPLOYMENTS)
  .addFlag(FORCE)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./export.ts"))
  .build();

/** Commands about records that people keep. */
export const recordTasks = [notePayoff, noteLedger, noteSchedule, noteInterest, noteExport];
