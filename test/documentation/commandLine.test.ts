import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { tasks } from "../../tasks/index.ts";
import { ROOT } from "../helpers/commandLine.ts";

/** Every command there is, without those that only hold others. */
function commands(): string[] {
  const names = tasks.map(({ id }) => id.join(" "));
  return names.filter((name) => !names.some((other) => other.startsWith(`${name} `)));
}

describe("the page of the command line", function () {
  const page = readFileSync(join(ROOT, "docs/command-line.md"), "utf8");
  const table = page.slice(0, page.indexOf("\n## "));

  it("lists every command there is, and no other", function () {
    const listed = [...table.matchAll(/`(note(?: [a-z-]+)+)`/g)].map(([, name]) => name);
    expect(listed).to.have.members(commands());
  });

  it("links to pages that are there and speak of the command", function () {
    for (const row of table.split("\n").filter((line) => line.startsWith("| `note"))) {
      const names = [...row.matchAll(/`(note(?: [a-z-]+)+)`/g)].map(([, name]) => name ?? "");
      const links = [...row.matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, link]) => link ?? "");
      const told = links.map((link) => readFileSync(join(ROOT, "docs", link), "utf8")).join("\n");
      const rest = links.length === 0 ? page.slice(table.length) : told;
      for (const name of names) expect(rest, `${name} in ${links.join(", ")}`).to.include(name.split(" ").at(-1));
    }
  });
});
