import { readFileSync } from "node:fs";

import { expect } from "chai";

import { ACTS, describeAct } from "../../src/chain/acts/catalogue.ts";
import type { ActName } from "../../src/chain/acts/catalogue.ts";
import { optionName } from "../../src/chain/acts/actOptions.ts";

describe("the page on operating a note", () => {
  const page = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");

  for (const name of Object.keys(ACTS) as ActName[]) {
    it(`shows ${name} and its options`, () => {
      expect(page).to.match(new RegExp(`\`${name}[ \`]`));
      for (const option of describeAct(name).options) expect(page).to.include(optionName(option.name));
    });
  }
});
