import { task } from "hardhat/config";

const noteCheck = task(["note", "check"], "Say what the parties to a term sheet should know before they agree to it")
  .addOption({ name: "on", description: "Day to take for today, YYYY-MM-DD; else the machine's", defaultValue: "" })
  .addOption({
    name: "rebase",
    description: "Move all dates first, so that the sheet is dated that day, YYYY-MM-DD",
    defaultValue: "",
  })
  .addFlag({ name: "strict", description: "Exit 1 on warnings too, not on errors alone" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "Term sheets", defaultValue: [] })
  .setAction(() => import("./check.ts"))
  .build();

const noteHash = task(["note", "hash"], "Say the hash that a note keeps of its term sheet, and of its document")
  .addOption({
    name: "rebase",
    description: "Move all dates first, so that the sheet is dated that day, YYYY-MM-DD",
    defaultValue: "",
  })
  .addFlag({ name: "canonical", description: "Write the text that is hashed, canonical JSON by RFC 8785" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "Term sheets", defaultValue: [] })
  .setAction(() => import("./hash.ts"))
  .build();

const noteInit = task(["note", "init"], "Draw up a term sheet by asking questions; needs a terminal")
  .addFlag({ name: "force", description: "Overwrite the file without asking" })
  .addFlag({ name: "json", description: "Write what was found in the sheet as JSON, for machines" })
  .addPositionalArgument({
    name: "file",
    description: "Term sheet to write",
    defaultValue: "term-sheet.json",
  })
  .setAction(() => import("./init.ts"))
  .build();

/** Commands for drawing up a term sheet. */
export const sheetTasks = [noteCheck, noteHash, noteInit];
