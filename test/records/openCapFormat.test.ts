import { createHash } from "node:crypto";

import { Ajv } from "ajv";
import type { ErrorObject } from "ajv";
import addFormats from "ajv-formats";
import { expect } from "chai";

import type { NoteFacts } from "../../src/records/noteFacts.ts";
import { openCapFormat } from "../../src/records/openCapFormat.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { CommonStockFactory__factory } from "../../typechain-types/factories/CommonStockFactory__factory.ts";
import { vectors } from "../support/vectors.ts";
import { openLife, playToTheEnd } from "./playedLife.ts";
import type { LiveLife } from "./playedLife.ts";

interface Schemas {
  readonly source: { readonly version: string };
  readonly schemas: readonly { readonly $id: string }[];
}

interface Item {
  readonly object_type: string;
  readonly id: string;
  readonly security_id?: string;
  readonly [field: string]: unknown;
}

const BASE = "https://schema.opencaptablecoalition.com/v/1.2.0";
const TRANSACTIONS: Readonly<Record<string, string>> = {
  TX_CONVERTIBLE_ISSUANCE: "issuance/ConvertibleIssuance",
  TX_CONVERTIBLE_CONVERSION: "conversion/ConvertibleConversion",
  TX_CONVERTIBLE_TRANSFER: "transfer/ConvertibleTransfer",
  TX_CONVERTIBLE_CANCELLATION: "cancellation/ConvertibleCancellation",
  TX_STOCK_ISSUANCE: "issuance/StockIssuance",
  TX_STOCK_CLASS_SPLIT: "split/StockClassSplit",
};

/** The schemas as the coalition has published them. */
function schemasOfTheCoalition(): (path: string, value: unknown) => ErrorObject[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  // its declarations describe an ES module, which it is not
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  for (const schema of vectors<Schemas>("open-cap-format").schemas) ajv.addSchema(schema);
  return (path, value) => {
    const validate = ajv.getSchema(`${BASE}/${path}.schema.json`);
    if (validate === undefined) throw new Error(`no schema ${path}`);
    return validate(value) === true ? [] : (validate.errors ?? []);
  };
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

describe("a note in Open Cap Format", function () {
  const errorsOf = schemasOfTheCoalition();
  let life: LiveLife;
  let facts: NoteFacts;
  let texts: ReadonlyMap<string, string>;
  let transactions: readonly Item[];

  before(async function () {
    life = await openLife();
    await playToTheEnd(life);
    facts = await life.read();
    texts = new Map(openCapFormat(facts, { md5 }).map(({ name, text }) => [name, text]));
    transactions = read<{ items: Item[] }>("Transactions.ocf.json").items;
  });

  after(async function () {
    await life.close();
  });

  function read<Shape>(name: string): Shape {
    return JSON.parse(texts.get(name) ?? "null") as Shape;
  }

  it("is what the coalition's schemas say", function () {
    for (const [name, schema] of [
      ["Manifest.ocf.json", "files/OCFManifestFile"],
      ["StockClasses.ocf.json", "files/StockClassesFile"],
      ["Stakeholders.ocf.json", "files/StakeholdersFile"],
    ] as const) {
      expect(errorsOf(schema, read(name)), name).to.deep.equal([]);
    }
    expect(Object.keys(read("Transactions.ocf.json"))).to.deep.equal(["file_type", "items"]);
    expect(read("Transactions.ocf.json")).to.include({ file_type: "OCF_TRANSACTIONS_FILE" });
    for (const item of transactions) {
      expect(errorsOf(`objects/transactions/${TRANSACTIONS[item.object_type]}`, item), item.id).to.deep.equal([]);
    }
  });

  it("is refused by those schemas if a field is wrong", function () {
    const [issuance] = transactions;
    const schema = "objects/transactions/issuance/ConvertibleIssuance";
    expect(errorsOf(schema, { ...issuance, investment_amount: "203323.70" })).to.not.deep.equal([]);
    expect(errorsOf(schema, { ...issuance, principal: "1" })).to.not.deep.equal([]);
  });

  it("tells what happened, in order", function () {
    expect(transactions.map(({ object_type, date }) => [date, object_type])).to.deep.equal([
      ["2003-12-31", "TX_CONVERTIBLE_ISSUANCE"],
      ["2005-09-02", "TX_CONVERTIBLE_CONVERSION"],
      ["2005-09-02", "TX_STOCK_ISSUANCE"],
      ["2005-09-02", "TX_CONVERTIBLE_ISSUANCE"],
      ["2006-03-15", "TX_STOCK_CLASS_SPLIT"],
      ["2006-06-01", "TX_CONVERTIBLE_TRANSFER"],
      ["2006-06-01", "TX_CONVERTIBLE_ISSUANCE"],
      ["2007-01-05", "TX_CONVERTIBLE_CANCELLATION"],
      ["2007-01-05", "TX_CONVERTIBLE_ISSUANCE"],
      ["2007-01-08", "TX_CONVERTIBLE_CONVERSION"],
      ["2007-01-08", "TX_STOCK_ISSUANCE"],
      ["2007-01-08", "TX_CONVERTIBLE_ISSUANCE"],
      ["2007-01-10", "TX_CONVERTIBLE_CANCELLATION"],
      ["2007-01-10", "TX_CONVERTIBLE_ISSUANCE"],
      ["2007-01-11", "TX_CONVERTIBLE_CANCELLATION"],
    ]);
  });

  it("issues every security once, ends each convertible once, and leaves none at the end", function () {
    const ids = transactions.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const issued = transactions.filter(({ object_type }) => object_type.endsWith("_ISSUANCE"));
    const ended = transactions.filter(({ object_type }) => /CONVERSION|TRANSFER|CANCELLATION/.test(object_type));
    const convertibles = issued.filter(({ object_type }) => object_type === "TX_CONVERTIBLE_ISSUANCE");
    expect(ended.map(({ security_id }) => security_id)).to.deep.equal(
      convertibles.map(({ security_id }) => security_id),
    );
    const known = new Set(issued.map(({ security_id }) => security_id));
    for (const item of ended) {
      const named = [item["balance_security_id"] ?? [], item["resulting_security_ids"] ?? []].flat() as string[];
      expect(
        named.filter((id) => !known.has(id)),
        item.id,
      ).to.deep.equal([]);
    }
  });

  it("has the shares of the rulebook, and after the split so many more at so much less", function () {
    const [before, after] = transactions.filter(({ object_type }) => object_type === "TX_STOCK_ISSUANCE");
    expect(before).to.deep.include({ quantity: "2259465", share_price: { amount: "0.05", currency: "USD" } });
    const converted = facts.entries.findLast(({ kind }) => kind === "conversion");
    if (converted?.kind !== "conversion") throw new Error("it was converted twice");
    const half = (converted.shares * 3n) % 2n === 1n ? ".5" : "";
    expect(after).to.deep.include({
      quantity: `${(converted.shares * 3n) / 2n}${half}`,
      share_price: { amount: "0.0333333333", currency: "USD" },
    });
    expect(after?.["comments"]).to.include("The price is cut to ten decimals; exactly, it is 1/30.");
  });

  it("says in comments what the format has no word for", function () {
    const comments = transactions.flatMap((item) => item["comments"] as string[]);
    for (const part of [
      "Conversion price: USD 0.05 a share as shares stood when the note was made; the mechanism has no field for a fixed price.",
      "only if the debt is not paid by 2007-01-02",
      "Collection cost admitted by the borrower",
      "Reference: +1 wire 0042",
    ]) {
      expect(
        comments.some((comment) => comment.includes(part)),
        part,
      ).to.equal(true);
    }
  });

  it("names each other file in the manifest, with its checksum", function () {
    const manifest = read<Record<string, unknown>>("Manifest.ocf.json");
    for (const [field, name] of [
      ["stock_classes_files", "StockClasses.ocf.json"],
      ["stakeholders_files", "Stakeholders.ocf.json"],
      ["transactions_files", "Transactions.ocf.json"],
    ] as const) {
      expect(manifest[field]).to.deep.equal([{ filepath: `./${name}`, md5: md5(texts.get(name) ?? "") }]);
    }
    expect(manifest["ocf_version"]).to.equal(vectors<Schemas>("open-cap-format").source.version);
  });

  it("comes to the same bytes from the same chain, and takes what only people know", async function () {
    expect(openCapFormat(await life.read(), { md5 })).to.deep.equal(openCapFormat(facts, { md5 }));
    const formed = { on: 6000, country: "US" };
    const [manifest] = openCapFormat(facts, { md5, currency: "EUR", formed });
    const { issuer } = JSON.parse(manifest?.text ?? "") as { issuer: object };
    expect(issuer).to.include({ formation_date: "1986-06-06", country_of_formation: "US" });
    expect(errorsOf("files/OCFManifestFile", JSON.parse(manifest?.text ?? ""))).to.deep.equal([]);
  });

  it("refuses a note without a right of conversion, for which it has no word", function () {
    expect(() => openCapFormat({ ...facts, stock: null }, { md5 })).to.throw(
      RangeError,
      "note 1 has no right of conversion",
    );
  });
});

describe("a note in Open Cap Format, its stock distributed upon and recapitalized", function () {
  const errorsOf = schemasOfTheCoalition();
  let life: LiveLife;

  before(async function () {
    life = await openLife();
  });

  after(async function () {
    await life.close();
  });

  it("goes on in the successor's class, at the price and in the number of the day", async function () {
    const { act, id, people } = life;
    const stocks = CommonStockFactory__factory.connect(life.record.contracts.CommonStockFactory, people.borrower);
    const authorized = 60_000_000n * 10n ** 18n;
    const terms = ["Successor Common Stock", "SUCC", people.borrower.address, authorized] as const;
    const successor = await stocks.make.staticCall(...terms);
    await (await stocks.make(...terms)).wait();
    const stock = life.stockOfBorrower();
    await act("2004-06-01", "distribute", () => stock.recordDistribution(5n, 4n, "dividend in kind"));
    await act("2005-03-01", "recapitalize", () => stock.recapitalize(successor, 1n, 10n));
    await act("2005-09-02", "convert", () => life.by("lender").convert(id, 100_000_000000n, 0n, 0n, ""));

    const facts = await life.read();
    expect(facts.stock?.events.map(({ kind }) => kind)).to.deep.equal(["distribution", "recapitalization"]);
    const texts = openCapFormat(facts, { md5 }).map(({ text }) => JSON.parse(text) as { items: Item[] });
    const [, classes, , transactions] = texts;
    expect(errorsOf("files/StockClassesFile", classes)).to.deep.equal([]);
    expect(classes?.items.map(({ initial_shares_authorized: shares }) => shares)).to.deep.equal([
      "60000000",
      "60000000",
    ]);
    const issued = transactions?.items.find(({ object_type }) => object_type === "TX_STOCK_ISSUANCE");
    // 112,973.287671 at .04 buys 2,824,332 shares as they stood, a tenth of them now, each at ten times .04
    expect(issued).to.deep.include({
      stock_class_id: `eip155:11155111/erc20:${successor}`,
      quantity: "282433.2",
      share_price: { amount: "0.4", currency: "USD" },
    });
    const holding = await CommonStock__factory.connect(successor, life.provider).balanceOf(people.lender);
    expect(holding).to.equal(2824332n * 10n ** 17n);
  });
});
