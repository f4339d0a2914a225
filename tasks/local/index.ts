import { task } from "hardhat/config";

const clock = task(["note", "clock"], "Show the clock of a chain, and move that of a local one forward")
  .addOption({ name: "to", description: "Local chains only. Day to move to, YYYY-MM-DD", defaultValue: "" })
  .addOption({ name: "at", description: "Time of that day, HH:MM", defaultValue: "12:00" })
  .addOption({ name: "zone", description: "Time zone: America/New_York or UTC", defaultValue: "America/New_York" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .setAction(() => import("./clock.ts"))
  .build();

const fund = task(
  ["note", "fund"],
  "Give an account money of the currency without value that was deployed for trying out",
)
  .addOption({ name: "to", description: "Required. Account that is to have it", defaultValue: "" })
  .addOption({ name: "amount", description: "Required. Money", defaultValue: "" })
  .addOption({ name: "deployments", description: "Folder of the deployment records", defaultValue: "deployments" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .setAction(() => import("./fund.ts"))
  .build();

/** Commands for trying notes out, where clock or currency are anybody's to move. */
export const localTasks = [clock, fund];
