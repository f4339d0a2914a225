import { readFileSync } from "node:fs";

import { expect } from "chai";

import { EXPORT_LIST, readExports } from "../../scripts/exportList.ts";

describe("what the package exports", function () {
  const found: Partial<ReturnType<typeof readExports>> = {};

  before(function () {
    Object.assign(found, readExports());
  });

  it("is what it was said to export, from the same files (npm run exports:update)", function () {
    const listed: unknown = JSON.parse(readFileSync(EXPORT_LIST, "utf8"));
    expect(found.exports).to.deep.equal(listed);
  });

  it("comes from this project alone", function () {
    const files = Object.values(found.exports ?? {}).flatMap((names) => Object.values(names));
    expect(files.filter((file) => !/^(src|typechain-types)\//.test(file))).to.deep.equal([]);
  });

  it("says of each function what it does, with an example", function () {
    const functions = found.functions ?? [];
    expect(functions.length).to.be.greaterThan(40);
    const wanting = functions.filter(({ documented, tags }) => !documented || !tags.includes("example"));
    expect(wanting.map(({ name, file }) => `${name} in ${file}`)).to.deep.equal([]);
  });
});
