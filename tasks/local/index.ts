import { task } from "hardhat/config";

const clock = task(["note", "clock"], "Show the clock of a chain, and move that of a local one forward")
  .addOption({ name: "to", description: "Local chains only. Day to move to, YYYY-MM-DD", defaultValue: "" })
  .addOption({ name: "at", description: "Time of that day, HH:MM", defaultValue: "12:00" })
  .addOption({ name: "zone", description: "Time zone: America/New_York or UTC", defaultValue: "America/New_York" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .setAction(() => import("./clock.ts"))
  .build();

/** Commands that only a chain on one's own machine obeys. */
export const localTasks = [clock];
