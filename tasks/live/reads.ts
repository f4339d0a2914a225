import { task } from "hardhat/config";

import { DEPLOYMENTS, ID, JSON_FLAG } from "../options.ts";

const noteShow = task(
  ["note", "show"],
  "Show a note on a chain: how it stands, what is owed, what may be done, by whom",
)
  .addOption(ID)
  .addOption(DEPLOYMENTS)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./show.ts"))
  .build();

const noteStatement = task(["note", "statement"], "Say what is owed under a note on a chain, on days past or to come")
  .addOption(ID)
  .addOption({
    name: "on",
    description: "Required. Days to state, YYYY-MM-DD, with commas between",
    defaultValue: "",
  })
  .addOption(DEPLOYMENTS)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./statement.ts"))
  .build();

const noteHistory = task(["note", "history"], "Tell everything that happened to a note on a chain, from its logs")
  .addOption(ID)
  .addOption(DEPLOYMENTS)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./history.ts"))
  .build();

const noteList = task(["note", "list"], "List the notes on a chain, all or a party's")
  .addOption({
    name: "borrower",
    description: "Only notes that this address made, or has come to owe",
    defaultValue: "",
  })
  .addOption({ name: "lender", description: "Only notes that this address holds or has held", defaultValue: "" })
  .addOption(DEPLOYMENTS)
  .addFlag(JSON_FLAG)
  .setAction(() => import("./list.ts"))
  .build();

/** Commands that read notes on a chain and change nothing. */
export const readTasks = [noteShow, noteStatement, noteHistory, noteList];
