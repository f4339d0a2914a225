import { expect } from "chai";
import { FunctionFragment, Interface } from "ethers";
import type { ParamType } from "ethers";

import { IPromissoryNotes__factory } from "../../typechain-types/factories/interfaces/IPromissoryNotes__factory.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import type { MessageName } from "../helpers/messages.ts";
import { sentences, typesOf } from "../helpers/messages.ts";
import { chargeKinds, dayCounts, facts, overdueBases } from "../helpers/vocabulary.ts";
import type { Field } from "./clearSigning.ts";
import { pathsOf, readDescriptor } from "./clearSigning.ts";

/** What a wallet may leave out where its screen is small: neither of whom nor for how much. */
const OPTIONAL = /(^|\.)(nonce|carried|overdueCarried|signature|v|r|s)$/;
/** What is shown unless it says nothing. */
const UNLESS_NOTHING =
  /(^|\.)(convertibleUntil|predecessorDated|predecessorPrincipal|(split|distribution)(Numerator|Denominator))$/;

const DAYS = /(^|\.)(dated|maturity|convertibleAfter|convertibleUntil|predecessorDated|until|occurred)$/;

const messages = readDescriptor("eip712");
const calls = readDescriptor("calldata");

/** Paths of all parameters of a function, those of structs included. */
function parametersOf(inputs: readonly ParamType[], at = ""): string[] {
  return inputs.flatMap(({ name, components, baseType }) => {
    if (components !== null) return parametersOf(components, `${at}${name}.`);
    return [`${at}${name}${baseType === "array" ? ".[]" : ""}`];
  });
}

/** A function as the standard has it written: with the names of parameters, and structs as what they are made of. */
function written({ name, inputs }: FunctionFragment): string {
  const write = (parameter: ParamType): string =>
    `${parameter.components === null ? parameter.type : `(${parameter.components.map(write).join(",")})`} ${parameter.name}`;
  return `${name}(${inputs.map(write).join(",")})`;
}

function holdsToKind(field: Field) {
  const { path, format } = field;
  const last = path.split(".").at(-1) ?? "";
  if (/^(nonce|signature|document|termSheet)$/.test(last)) expect(format, path).to.equal("raw");
  if (last === "deadline") expect(format, path).to.equal("date");
  if (/^(borrower|lender|attestor|holder|obligor|assignee|signer|to|from|operator)$/.test(last)) {
    expect(format, path).to.equal("addressName");
  }
  if (/^(rate|overdueRate)$/.test(last)) {
    expect(field).to.deep.include({ format: "unit", params: { base: "%", decimals: 6 } });
  }
  if (DAYS.test(path)) {
    expect(field).to.deep.include({ format: "unit", params: { base: "d since 1970-01-01" } });
  }
  if (/^(terms|replacement)\.(principal|priceNumerator|predecessorPrincipal)$/.test(path)) {
    const tokenPath = path.replace(/\w+$/, "currency");
    expect(field).to.deep.include({ format: "tokenAmount", params: { tokenPath } });
  }
}

function holdsToVisibility({ path, visible }: Field) {
  const expected = OPTIONAL.test(path)
    ? "optional"
    : UNLESS_NOTHING.test(path)
      ? { ifNotIn: [/Numerator$|Denominator$/.test(path) ? 1 : 0] }
      : "always";
  // a nonce that is all there is to a call is shown
  if (path === "nonce" && visible === "always") return;
  expect(visible, path).to.deep.equal(expected);
}

describe("Signatures: what a wallet shows (ERC-7730)", () => {
  describe("given the messages", () => {
    it("are keyed by the very sentences that are hashed", () => {
      expect(Object.keys(messages.display.formats).sort()).to.deep.equal(Object.values(sentences).sort());
    });

    it("are of the domain that the contract has", () => {
      expect(messages.context).to.deep.include({
        eip712: { domain: { name: "Allonge Promissory Notes", version: "1" }, deployments: [] },
      });
    });

    for (const name of Object.keys(sentences) as MessageName[]) {
      const format = messages.display.formats[sentences[name]];
      const fields = format?.fields ?? [];

      it(`${name}: every member is shown, once`, () => {
        expect(fields.map(({ path }) => path).sort()).to.deep.equal(pathsOf(typesOf(sentences[name]), name).sort());
      });

      it(`${name}: each as what it is, and left out only where it says nothing`, () => {
        fields.forEach(holdsToKind);
        fields.forEach(holdsToVisibility);
      });

      it(`${name}: its summary names only what is always shown`, () => {
        const always = fields.filter(({ visible }) => visible === "always").map(({ path }) => path);
        const named = [...(format?.interpolatedIntent ?? "").matchAll(/\{([^}]*)\}/g)].map(([, path]) => path);
        expect(named).not.to.be.empty;
        expect(always).to.include.members(named);
      });
    }
  });

  describe("given the calls", () => {
    const contract = new Interface(PromissoryNotes__factory.abi);
    const book = new Interface(IPromissoryNotes__factory.abi);
    const fragments = Object.keys(calls.display.formats).map((key) => FunctionFragment.from(`function ${key}`));

    it("are all that change anything, and no others", () => {
      const acts = contract.fragments.filter((fragment): fragment is FunctionFragment =>
        FunctionFragment.isFragment(fragment) ? !fragment.constant : false,
      );
      expect(fragments.map(({ selector }) => selector).sort()).to.deep.equal(
        acts.map(({ selector }) => selector).sort(),
      );
    });

    it("are written with the names that the interface has", () => {
      for (const fragment of fragments) {
        const promised = book.getFunction(fragment.selector);
        if (promised === null || promised.inputs.some(({ name }) => name === "tokenId")) continue;
        const names = promised.inputs.every(({ name }) => name !== "");
        if (names) expect(Object.keys(calls.display.formats)).to.include(written(promised));
      }
    });

    for (const [key, { fields, interpolatedIntent }] of Object.entries(calls.display.formats)) {
      const fragment = FunctionFragment.from(`function ${key}`);

      it(`${fragment.format("sighash").slice(0, 60)}: every parameter is shown, once, as what it is`, () => {
        expect(written(fragment)).to.equal(key);
        expect(fields.map(({ path }) => path).sort()).to.deep.equal(parametersOf(fragment.inputs).sort());
        fields.forEach(holdsToKind);
        fields.forEach(holdsToVisibility);
        for (const [, path] of (interpolatedIntent ?? "").matchAll(/\{([^}]*)\}/g)) {
          expect(fields.find((field) => field.path === path)?.visible).to.equal("always");
        }
      });
    }
  });

  describe("given the enumerations", () => {
    const numbersOf = (values: Readonly<Record<string, bigint>>) => Object.values(values).map(String);

    for (const [which, { metadata, display }] of Object.entries({ messages, calls })) {
      it(`${which}: name every value that the contract takes, and no other`, () => {
        // default (i) and (iv) are recorded by the contract itself, and cannot be reported
        const own: readonly bigint[] = [facts.nonPayment, facts.assignment];
        const reportable = Object.fromEntries(Object.entries(facts).filter(([, kind]) => !own.includes(kind)));
        const all = { dayCount: dayCounts, overdueBase: overdueBases, factKind: reportable, chargeKind: chargeKinds };
        for (const [name, entries] of Object.entries(metadata.enums)) {
          expect(Object.keys(entries), name).to.deep.equal(numbersOf(all[name as keyof typeof all]));
        }
        const used = Object.values(display.formats).flatMap(({ fields }) =>
          fields.flatMap((field) => (field.format === "enum" ? [field.params.$ref.split(".").at(-1)] : [])),
        );
        expect([...new Set(used)].sort()).to.deep.equal(Object.keys(metadata.enums).sort());
      });
    }

    it("call day counts by the names that the rulebook and ISDA have", () => {
      expect(Object.values(messages.metadata.enums["dayCount"] ?? {})).to.deep.equal([
        "ACT/365 (Fixed)",
        "ACT/360",
        "ACT/ACT (ISDA)",
        "30/360 (Bond Basis)",
        "30E/360",
        "30E/360 (ISDA)",
        "NL/365",
      ]);
    });
  });
});
