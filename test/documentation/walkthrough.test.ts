import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { ROOT } from "../helpers/commandLine.ts";
import { openSandbox } from "../support/sandbox.ts";
import { commandsOf, missingFrom, prerequisiteOf } from "./pages.ts";
import { openReader } from "./reader.ts";
import type { Reader } from "./reader.ts";

const PAGES = ["README.md", ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" }).sort()]
  .filter((page) => page.endsWith(".md"))
  .map((page) => (page === "README.md" ? page : join("docs", page)))
  .filter((page) => commandsOf(page).length > 0);

/** Followed before others, and so not by themselves. */
const PREREQUISITES = new Set(PAGES.map((page) => prerequisiteOf(page)).map((page) => page && join("docs", page)));

const MINUTES_OF_A_PAGE = 5;

/** Types every command of the pages that come first, then of the page itself. */
async function follow(reader: Reader, page: string): Promise<void> {
  const before = prerequisiteOf(page);
  if (before !== undefined) await follow(reader, join("docs", before));
  for (const { line, text, refused, prints } of commandsOf(page)) {
    const { code, output } = await reader.types(text);
    const at = `${page}:${line}: ${text}`;
    expect(code !== 0, `${at}\n${output}`).to.equal(refused);
    const missing = missingFrom(output, prints);
    expect(missing, `${at}\nprints no such line in this place, but\n${output}`).to.equal(undefined);
  }
}

describe("a reader who types what the pages say", function () {
  for (const page of PAGES.filter((page) => !PREREQUISITES.has(page))) {
    it(`${page}: every command does what the page says`, async function () {
      this.timeout(MINUTES_OF_A_PAGE * 60_000);
      const sandbox = await openSandbox();
      const reader = openReader(sandbox.folder);
      try {
        await follow(reader, page);
      } finally {
        await reader.leave();
        await sandbox.remove();
      }
    });
  }
});
