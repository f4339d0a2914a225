import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

import { expect } from "chai";

import { ROOT } from "../helpers/commandLine.ts";

const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

const GUIDES = PAGES.filter((page) => page.startsWith(join("docs", "guides")));

function read(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

/** Links to places in this repository. */
function linksOf(page: string): readonly string[] {
  return [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => to).filter((to) => !/^[a-z]+:/.test(to));
}

/** Names under which the headings of a page can be linked to. */
function anchorsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function isDead(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(ROOT, target))) return true;
  return anchor !== undefined && target.endsWith(".md") && !anchorsOf(target).includes(anchor);
}

describe("links of the pages", function () {
  it("lead to files and headings that are there", function () {
    const dead = PAGES.flatMap((page) =>
      linksOf(page)
        .filter((link) => isDead(page, link))
        .map((link) => `${page}: ${link}`),
    );
    expect(dead).to.deep.equal([]);
  });

  it("lead from every guide to the glossary, and from the README to every guide", function () {
    expect(GUIDES.length).to.be.above(4);
    for (const guide of GUIDES) expect(linksOf(guide), guide).to.include("../glossary.md");
    expect(linksOf("README.md")).to.include.members(GUIDES);
  });
});
