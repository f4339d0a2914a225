import { emptyTask, task } from "hardhat/config";

import { actTasks, controlTasks } from "./live/index.ts";
import { deploymentTasks } from "./deployment/index.ts";
import { documentTasks } from "./documents/index.ts";
import { localTasks } from "./local/index.ts";
import { readTasks } from "./live/reads.ts";
import { recordTasks } from "./records/index.ts";
import { sheetTasks } from "./sheet/index.ts";

const note = emptyTask("note", "Draw up, quote, simulate, deploy and operate promissory notes").build();

const noteQuote = task(["note", "quote"], "Say what a note as made comes to on a day; needs no chain")
  .addOption({
    name: "on",
    description: "Required. Days to quote, YYYY-MM-DD, with commas between",
    defaultValue: "",
  })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "Term sheets", defaultValue: [] })
  .setAction(() => import("./quote.ts"))
  .build();

const noteSimulate = task(["note", "simulate"], "Play scenarios against the contracts, on a chain set to their dates")
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .addVariadicArgument({ name: "files", description: "Scenarios", defaultValue: [] })
  .setAction(() => import("./simulate.ts"))
  .build();

/** The command line of the project. */
export const tasks = [
  note,
  noteQuote,
  noteSimulate,
  ...localTasks,
  ...sheetTasks,
  ...documentTasks,
  ...readTasks,
  ...deploymentTasks,
  ...recordTasks,
  ...actTasks,
  ...controlTasks,
];
