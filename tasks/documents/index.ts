import { task } from "hardhat/config";

import { FORCE } from "../options.ts";

const noteRender = task(
  ["note", "render"],
  "Write the whole note in plain English, as Markdown or PDF; needs no chain unless with --id",
)
  .addOption({ name: "pdf", description: "PDF file to write", defaultValue: "" })
  .addOption({
    name: "markdown",
    description: "Markdown file to write; with neither option, Markdown is printed",
    defaultValue: "",
  })
  .addOption({
    name: "id",
    description: "Number of the note, once it is made, to be named on it with the chain of --network and its contract",
    defaultValue: "",
  })
  .addOption({ name: "deployments", description: "Folder of the deployment records", defaultValue: "deployments" })
  .addOption({
    name: "rebase",
    description: "Move all dates first, so that the sheet is dated that day, YYYY-MM-DD",
    defaultValue: "",
  })
  .addFlag(FORCE)
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "The term sheet", defaultValue: [] })
  .setAction(() => import("./render.ts"))
  .build();

const noteVerify = task(
  ["note", "verify"],
  "Say whether a file is of a note: its term sheet, its text as rendered, or the document it has on record",
)
  .addOption({ name: "id", description: "Number of the note, on the chain that --network names", defaultValue: "" })
  .addOption({ name: "deployments", description: "Folder of the deployment records", defaultValue: "deployments" })
  .addOption({ name: "sheet", description: "Term sheet to compare with instead; needs no chain", defaultValue: "" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "The file", defaultValue: [] })
  .setAction(() => import("./verify.ts"))
  .build();

/** Commands about documents. */
export const documentTasks = [noteRender, noteVerify];
