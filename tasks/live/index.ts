import { emptyTask, task } from "hardhat/config";

import { ACTS, describeAct } from "../../src/chain/acts/catalogue.ts";
import type { ActName, OptionDescription } from "../../src/chain/acts/catalogue.ts";
import { DEPLOYMENTS, ID, JSON_FLAG } from "../options.ts";

interface Optioned<Builder> {
  addOption: (option: { name: string; description: string; defaultValue: string }) => Builder;
  addFlag: (flag: { name: string; description: string }) => Builder;
}

/** Options of every command that sends. */
const SENDING: readonly OptionDescription[] = [
  { name: "as", description: "Account that acts; the one with the part the act needs unless given" },
  { name: "yes", description: "Send without asking, for scripts", flag: true },
];

function withOptions<Builder extends Optioned<Builder>>(
  builder: Builder,
  options: readonly OptionDescription[],
): Builder {
  return options.reduce(
    (task, { name, description, flag }) =>
      flag === true ? task.addFlag({ name, description }) : task.addOption({ name, description, defaultValue: "" }),
    builder,
  );
}

function withSending<Builder extends Optioned<Builder>>(builder: Builder): Builder {
  return withOptions(builder, SENDING)
    .addFlag(JSON_FLAG)
    .addOption({ name: "timeout", description: "Seconds to wait for a transaction", defaultValue: "300" })
    .addOption(DEPLOYMENTS);
}

const ACTS_WITH_FILES = new Set<string>(["novate"]);

const plain = (Object.keys(ACTS) as ActName[])
  .filter((name) => !ACTS_WITH_FILES.has(name))
  .map((name) => {
    const { summary, options } = describeAct(name);
    return withSending(withOptions(task(["note", ...name.split(" ")], summary), [ID, ...options]))
      .setAction(async () => ({ default: (await import("./actTask.ts")).actTask(name) }))
      .build();
  });

/** Accounts of a term sheet, where it does not name them or others are meant. */
const ACCOUNTS: readonly OptionDescription[] = [
  { name: "lender", description: "The lender's address" },
  { name: "borrower", description: "The borrower's address" },
  { name: "attestor", description: "The attestor's address, or none" },
  { name: "currency", description: "The currency's address" },
  { name: "registry", description: "The register of control, or none; the recorded one unless given" },
  { name: "stock", description: "The stock's address; found or made unless given" },
];

/** Errors that note check finds, and that stop a sheet unless they are named. */
const DESPITE: OptionDescription = {
  name: "despite",
  description: "Codes of errors the sheet is meant to have, with commas between",
};

const issue = withSending(
  withOptions(task(["note", "issue"], "Make the note of a term sheet, with its stock"), [...ACCOUNTS, DESPITE]),
)
  .addFlag({ name: "againstPayment", description: "Offer it to the lender, who pays the principal to take it" })
  .addOption({ name: "until", description: "Last day of the offer, YYYY-MM-DD", defaultValue: "" })
  .addOption({
    name: "rebase",
    description: "Move all dates, so that it is dated this day, YYYY-MM-DD",
    defaultValue: "",
  })
  .addOption({ name: "out", description: "Where to write the sheet as it is issued", defaultValue: "" })
  .addFlag({ name: "again", description: "Make another, though one was made of the same sheet" })
  .addPositionalArgument({ name: "file", description: "The term sheet", defaultValue: "" })
  .setAction(() => import("./issueTask.ts"))
  .build();

const stockMake = withSending(
  withOptions(task(["note", "stock", "make"], "Make the stock of a term sheet alone, as issue does first"), ACCOUNTS),
)
  .addPositionalArgument({ name: "file", description: "The term sheet", defaultValue: "" })
  .setAction(() => import("./stockMakeTask.ts"))
  .build();

const subscribe = withSending(task(["note", "subscribe"], "Take an offer: pay the principal, receive the note"))
  .addOption({
    name: "offer",
    description: "Hash of the offer, where no sheet is named or several stand",
    defaultValue: "",
  })
  .addPositionalArgument({ name: "file", description: "The term sheet that is offered", defaultValue: "" })
  .setAction(() => import("./subscribeTask.ts"))
  .build();

const novate = withSending(
  withOptions(task(["note", "novate"], describeAct("novate").summary), [ID, ...describeAct("novate").options]),
)
  .addPositionalArgument({ name: "file", description: "Term sheet of the new terms", defaultValue: "" })
  .setAction(() => import("./novateTask.ts"))
  .build();

const sign = withSending(
  withOptions(task(["note", "sign"], "Sign an act for another to submit, into a file that can be sent by mail"), [
    ID,
    { name: "out", description: "Required. File to write" },
    { name: "deadline", description: "Required. Last day on which it can be submitted, YYYY-MM-DD" },
    { name: "nonce", description: "A number not used yet; alternatives get the same; any free one unless given" },
    { name: "to", description: "Transferee, or assignee" },
    { name: "until", description: "Last day of a consent, YYYY-MM-DD" },
    ...ACCOUNTS,
    DESPITE,
    { name: "againstPayment", description: "The lender is to pay the principal for the note", flag: true },
    { name: "again", description: "Sign the making of another, though one was made of the same sheet", flag: true },
  ]),
)
  .addPositionalArgument({
    name: "act",
    description: "issue, consent, transfer, accept-assignment, assign or novate",
    defaultValue: "",
  })
  .addPositionalArgument({ name: "file", description: "Term sheet, to issue and to novate", defaultValue: "" })
  .setAction(() => import("./signTask.ts"))
  .build();

const submit = withSending(task(["note", "submit"], "Submit what others have signed"))
  .addFlag({ name: "again", description: "Make another note, though one was made of the same sheet" })
  .addVariadicArgument({ name: "files", description: "Signed messages that belong together", defaultValue: [] })
  .setAction(() => import("./submitTask.ts"))
  .build();

const stock = emptyTask(["note", "stock"], "Act on the stock a note converts into").build();

const REGISTRY = { name: "registry", description: "The register; the recorded one unless given" } as const;
const CONTROLLED: OptionDescription = { name: "controlled", description: "Required. Address that is controlled" };
const EVIDENCE: OptionDescription = { name: "evidence", description: "Link to evidence, or its hash" };

const control = emptyTask(["note", "control"], "Say who controls whom, or see it").build();

const controlRecord = withSending(
  withOptions(task(["note", "control", "record"], "Record that one company controls another; by the registrar"), [
    { name: "controller", description: "Required. Address that controls" },
    CONTROLLED,
    EVIDENCE,
    REGISTRY,
  ]),
)
  .setAction(async () => ({ default: (await import("./controlTask.ts")).controlTask("record") }))
  .build();

const controlRevoke = withSending(
  withOptions(task(["note", "control", "revoke"], "Record that a company is controlled no more; by the registrar"), [
    CONTROLLED,
    EVIDENCE,
    REGISTRY,
  ]),
)
  .setAction(async () => ({ default: (await import("./controlTask.ts")).controlTask("revoke") }))
  .build();

const controlShow = task(
  ["note", "control", "show"],
  "Show who controls a company and whom it controls; of two, whether they are affiliated",
)
  .addOption({ ...REGISTRY, defaultValue: "" })
  .addOption(DEPLOYMENTS)
  .addFlag(JSON_FLAG)
  .addPositionalArgument({ name: "company", description: "Address of a company", defaultValue: "" })
  .addPositionalArgument({ name: "other", description: "Address of another", defaultValue: "" })
  .setAction(() => import("./controlShow.ts"))
  .build();

/** Commands that act on a live note. */
export const actTasks = [issue, subscribe, stock, stockMake, ...plain, novate, sign, submit];

/** Commands of the register of control. */
export const controlTasks = [control, controlRecord, controlRevoke, controlShow];
