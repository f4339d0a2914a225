import { task } from "hardhat/config";

import { ACTS, describeAct } from "../../src/chain/acts/catalogue.ts";
import type { ActName, OptionDescription } from "../../src/chain/acts/catalogue.ts";

interface Optioned<Builder> {
  addOption: (option: { name: string; description: string; defaultValue: string }) => Builder;
  addFlag: (flag: { name: string; description: string }) => Builder;
}

/** Options of every command that sends. */
const SENDING: readonly OptionDescription[] = [
  { name: "as", description: "Account that acts; the one with the part the act needs unless given" },
  { name: "yes", description: "Send without asking, for scripts", flag: true },
  { name: "json", description: "Write JSON, for machines", flag: true },
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
    .addOption({ name: "timeout", description: "Seconds to wait for a transaction", defaultValue: "300" })
    .addOption({ name: "deployments", description: "Folder of the deployment records", defaultValue: "deployments" });
}

const ACTS_WITH_FILES = new Set<string>(["novate"]);

const plain = (Object.keys(ACTS) as ActName[])
  .filter((name) => !ACTS_WITH_FILES.has(name))
  .map((name) => {
    const { summary, options } = describeAct(name);
    const id = { name: "id", description: "Required. Number of the note" };
    return withSending(withOptions(task(["note", name], summary), [id, ...options]))
      .setAction(async () => ({ default: (await import("./actTask.ts")).actTask(name) }))
      .build();
  });

/** Commands that act on a live note. */
export const actTasks = [...plain];
