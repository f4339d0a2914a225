import { createRequire } from "node:module";

import { expect } from "chai";
import type { JsonFragment, ParamType } from "ethers";
import { Interface } from "ethers";
import { artifacts } from "hardhat";

import { exampleData } from "../../scripts/errorExamples.ts";
import { errorsAbi } from "../../src/abi/errors.ts";
import { promissoryNotesAbi } from "../../src/abi/index.ts";
import { SUBJECTS } from "../../src/errors/catalogue.ts";
import { explainData } from "../../src/errors/explain.ts";

const require = createRequire(import.meta.url);
const FIGURES = { decimals: 6, symbol: "USD", zone: "America/New_York" };
const ERRORS = new Interface(errorsAbi);
/** What others' contracts revert with, as they were compiled by their makers. */
const FOREIGN = [
  ...["ERC20Permit", "ECDSA", "Pausable"].map((name) => `@openzeppelin/contracts/build/contracts/${name}.json`),
  "@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json",
];
const BUILT_IN = ["Error(string)", "Panic(uint256)"];

const signaturesOf = (abi: readonly JsonFragment[]) =>
  new Interface(abi).fragments.filter(({ type }) => type === "error").map((fragment) => fragment.format("sighash"));

async function signaturesOfProject(): Promise<ReadonlySet<string>> {
  const names = [...(await artifacts.getAllFullyQualifiedNames())].filter(
    (name) => name.startsWith("contracts/") && !name.startsWith("contracts/mocks/"),
  );
  const all = await Promise.all(
    names.map(async (name) => signaturesOf((await artifacts.readArtifact(name)).abi as readonly JsonFragment[])),
  );
  return new Set(all.flat());
}

/** The same value, but another. */
function other({ type, components }: ParamType, value: unknown): unknown {
  if (components !== null) {
    return [...(value as unknown[])].map((inner, index) => other(components[index]!, inner));
  }
  if (typeof value === "bigint") return value + 1n;
  if (type === "string") return `${String(value)}, and more`;
  return `0x${"5e".repeat((String(value).length - 2) / 2)}`;
}

describe("the catalogue of errors", () => {
  const described = SUBJECTS.flatMap(({ entries }) => Object.keys(entries));
  const known = new Map(new Interface(errorsAbi).fragments.map((fragment) => [fragment.format("sighash"), fragment]));

  it("knows every error that a contract of the project has", async () => {
    const missing = [...(await signaturesOfProject())].filter((signature) => !known.has(signature));
    expect(missing).to.deep.equal([]);
  });

  it("knows no error that no contract has", async () => {
    const foreign = FOREIGN.flatMap((path) => signaturesOf((require(path) as { abi: JsonFragment[] }).abi));
    const there = new Set([...(await signaturesOfProject()), ...foreign, ...BUILT_IN]);
    expect([...known.keys()].filter((signature) => !there.has(signature))).to.deep.equal([]);
  });

  it("describes each of them once", () => {
    const names = [...known.keys()].map((signature) => signature.slice(0, signature.indexOf("(")));
    expect([...described].sort()).to.deep.equal(names.sort());
  });

  it("has every error of the clauses in the interface of the notes", async () => {
    const { abi } = await artifacts.readArtifact("INoteErrors");
    const ofNotes = signaturesOf(promissoryNotesAbi);
    expect(ofNotes).to.include.members(signaturesOf(abi as readonly JsonFragment[]));
    expect(ofNotes).to.include("SafeCastOverflowedUintDowncast(uint8,uint256)");
  });

  for (const name of described) {
    const fragment = ERRORS.getError(name)!;
    const data = exampleData(name);
    const say = (bytes: string) => {
      const { sentence, remedy } = explainData(bytes, FIGURES)!;
      return `${sentence} ${remedy}`;
    };

    it(`says ${name} in whole sentences`, () => {
      for (const figures of [FIGURES, undefined]) {
        const { sentence, remedy, contract } = explainData(data, figures)!;
        for (const text of [sentence, remedy]) {
          expect(text).to.match(/^[^\s].*\.$/);
          expect(text).to.not.match(/undefined|null|NaN|\[object/);
        }
        expect(contract).to.match(/^\w+$/);
      }
    });

    for (const [index, input] of fragment.inputs.entries()) {
      it(`says with ${name} what ${input.name} is`, () => {
        const args = [...ERRORS.decodeErrorResult(fragment, data)] as unknown[];
        args[index] = other(input, args[index]);
        expect(say(ERRORS.encodeErrorResult(fragment, args))).to.not.equal(say(data));
      });
    }
  }
});
