import { readFileSync, writeFileSync } from "node:fs";

import { expect } from "chai";
import { artifacts } from "hardhat";

import { givenNotes } from "../helpers/notes.ts";
import { tokens } from "../helpers/vocabulary.ts";
import { measureActsAtArmsLength } from "./actsAtArmsLength.ts";
import { gasOf, gasOfMakingUpTo, measureActs } from "./acts.ts";
import { GOALS, grouped, renderTable } from "./table.ts";
import type { Measured } from "./table.ts";

const SNAPSHOT = new URL("../../gas/acts.json", import.meta.url);
const TABLE = new URL("../../docs/gas.md", import.meta.url);
const UPDATE = process.env["GAS_UPDATE"] === "1";
/** How many notes are made to see that one more costs no more: ten thousand in `npm run gas`. */
const NOTES = Number(process.env["GAS_NOTES"] ?? 1_000);
const BYTECODE_LIMIT = 24_576;

const committed = () => JSON.parse(readFileSync(SNAPSHOT, "utf8")) as Measured;

describe("Gas and size", () => {
  const given = givenNotes();
  let measured: Measured;

  before(async function () {
    measured = { acts: {}, growth: {}, bytecode: await bytecodeOf(await artifacts.getAllFullyQualifiedNames()) };
  });

  it("measures every act, and finds it as committed", async () => {
    const snapshot = await given.connection.networkHelpers.takeSnapshot();
    const atArmsLength = await measureActsAtArmsLength(given, gasOf);
    await snapshot.restore();
    measured.acts = { ...(await measureActs(given, gasOf)), ...atArmsLength };
    if (!UPDATE) expect(measured.acts).to.deep.equal(committed().acts);
  });

  it(`makes the ${grouped(NOTES)}th note for what the 10th cost`, async function () {
    await given.stock.setAuthorized(tokens("60000000000"));
    for (const count of [10, 1_000, 10_000]) {
      if (count <= NOTES) measured.growth[`making the ${grouped(count)}th note`] = await gasOfMakingUpTo(given, count);
    }
    const [first = 0, ...later] = Object.values(measured.growth);
    for (const gas of later) expect(gas).to.equal(first);
    if (!UPDATE) expect(committed().growth).to.deep.include(measured.growth);
  });

  it("keeps every contract under the size limit, as committed", () => {
    for (const [name, size] of Object.entries(measured.bytecode)) expect(size, name).to.be.below(BYTECODE_LIMIT);
    if (!UPDATE) expect(measured.bytecode).to.deep.equal(committed().bytecode);
  });

  it("has its table in the docs, goals beside what is measured", () => {
    const { networkConfig } = given.connection;
    if (networkConfig.type !== "edr-simulated") throw new Error("measured on no simulated chain");
    const { hardfork } = networkConfig;
    if (UPDATE) {
      writeFileSync(SNAPSHOT, `${JSON.stringify(measured, null, 2)}\n`);
      writeFileSync(TABLE, renderTable(measured, hardfork));
    }
    expect(readFileSync(TABLE, "utf8")).to.equal(renderTable(committed(), hardfork));
    for (const act of Object.keys(GOALS)) expect(committed().acts, act).to.have.property(act);
  });
});

async function bytecodeOf(names: Iterable<string>): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of [...names].sort()) {
    if (!/^contracts\/(?!mocks|interfaces)/.test(name)) continue;
    const { deployedBytecode, contractName } = await artifacts.readArtifact(name);
    const size = (deployedBytecode.length - 2) / 2;
    // a library of internal functions has no more than a stub
    if (size > 100) sizes[contractName] = size;
  }
  return sizes;
}
