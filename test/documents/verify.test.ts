import { createHash } from "node:crypto";

import { expect } from "chai";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { toPdf } from "../../src/documents/pdf.ts";
import { promissoryNote } from "../../src/documents/promissoryNote.ts";
import { hashesOf, verify } from "../../src/documents/verify.ts";
import type { TokenHashes, Verdict } from "../../src/documents/verify.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";
import { documentOf } from "./reading.ts";

const NONE = `0x${"00".repeat(32)}`;
const SHEET_HASH = "0xcedec5d85916789c600f1c7299b3a258a2962a1b8b8bfece9135bb4e36ff4b81";
const TOKEN: TokenHashes = { termSheet: SHEET_HASH, document: NONE };

const sheet = parseTermSheet(sampleSheet(), "the sample");
const otherSheet = parseTermSheet(sheetWith({ principal: "203323.71" }), "another");

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes with the first place where they say one thing saying another of the same length. */
function altered(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const at = Buffer.from(bytes).indexOf(from, 0, "latin1");
  if (at < 0) throw new Error(`nothing says ${from}`);
  const copy = Buffer.from(bytes);
  copy.write(to, at, "latin1");
  return new Uint8Array(copy);
}

async function verdictOn(bytes: Uint8Array, token: TokenHashes = TOKEN): Promise<Verdict> {
  return verify(bytes, token, readFonts);
}

describe("verify", () => {
  let pdf: Uint8Array;
  let otherPdf: Uint8Array;

  before(async () => {
    const fonts = await readFonts();
    pdf = await toPdf(promissoryNote(sheet), fonts);
    otherPdf = await toPdf(promissoryNote(otherSheet), fonts);
  });

  it("knows a term sheet by its hash, however it is laid out", async () => {
    const reordered = Object.fromEntries(
      Object.entries({ $schema: "./term-sheet.schema.json", ...sampleSheet() }).reverse(),
    );
    const verdict = await verdictOn(bytesOf(`\uFEFF${JSON.stringify(reordered, null, 7)}\n`));
    expect(verdict).to.include({ outcome: "termSheet", matches: true, found: SHEET_HASH, expected: SHEET_HASH });
  });

  it("tells a sheet whose hash the note carries, while the note is on other terms", async () => {
    const token = { ...TOKEN, difference: () => "its rate is 9000000, not 7750000" };
    for (const bytes of [bytesOf(JSON.stringify(sheet)), bytesOf(toMarkdown(promissoryNote(sheet)))]) {
      const verdict = await verify(bytes, token, readFonts);
      expect(verdict).to.include({ outcome: "otherTerms", matches: false });
      expect(verdict.sentence).to.match(/on other terms: its rate is 9000000, not 7750000\.$/);
    }
  });

  it("tells another term sheet, naming both hashes", async () => {
    const verdict = await verdictOn(bytesOf(JSON.stringify(otherSheet)));
    expect(verdict).to.include({ outcome: "otherTermSheet", matches: false, expected: SHEET_HASH });
    expect(verdict.found).to.equal(hashesOf(otherSheet).termSheet).and.not.to.equal(SHEET_HASH);
  });

  it("knows its own texts", async () => {
    for (const bytes of [pdf, bytesOf(toMarkdown(promissoryNote(sheet)))]) {
      expect(await verdictOn(bytes)).to.include({ outcome: "rendering", matches: true });
    }
  });

  describe("given a text that names its note", () => {
    const CONTRACT = "0x3Aa5ebB10DC797CAC828524e59A333d0A371443c";
    const place = { chainId: 11155111n, contract: CONTRACT, id: 7n };
    const note = promissoryNote(sheet, place);
    let texts: Uint8Array[];

    before(async () => {
      texts = [bytesOf(toMarkdown(note)), await toPdf(note, await readFonts())];
    });

    it("knows it by the note it names", async () => {
      for (const bytes of texts) {
        const verdict = await verdictOn(bytes, { ...TOKEN, place: { ...place, contract: CONTRACT.toLowerCase() } });
        expect(verdict).to.include({ outcome: "rendering", matches: true });
        expect(verdict.sentence).to.match(/names this note: note 7 of contract 0x3Aa5\w+, chain 11155111\.$/);
      }
    });

    it("says that the note named was not looked at, if it was not", async () => {
      for (const bytes of texts) {
        const verdict = await verdictOn(bytes);
        expect(verdict).to.include({ outcome: "rendering", matches: true });
        expect(verdict.sentence).to.match(/names note 7 of contract .*, which was not looked at\.$/);
      }
    });

    it("tells one that names another note on the same terms", async () => {
      const others = [
        { ...place, id: 8n },
        { ...place, chainId: 1n },
        { ...place, contract: `0x${"11".repeat(20)}` },
      ];
      for (const other of others) {
        for (const bytes of texts) {
          expect(await verdictOn(bytes, { ...TOKEN, place: other })).to.include({
            outcome: "otherNote",
            matches: false,
            found: `note 7 of contract ${CONTRACT}, chain 11155111`,
            expected: `note ${other.id} of contract ${other.contract}, chain ${other.chainId}`,
          });
        }
      }
    });

    it("tells one in which the note named was altered, in the text, in what it carries, or away", async () => {
      const [markdown = new Uint8Array(), inPdf = new Uint8Array()] = texts;
      const text = toMarkdown(note);
      const falsified = [
        altered(markdown, "**Number of the note:** 7", "**Number of the note:** 8"),
        altered(markdown, '"id":"7"', '"id":"8"'),
        altered(markdown, '"id":"7"', '"id":"x"'),
        altered(markdown, CONTRACT, CONTRACT.replace("A", "a")),
        altered(inPdf, '"id":"7"', '"id":"8"'),
        bytesOf(text.replace('"id":"7"', '"id":"7","holder":"me"')),
        bytesOf(text.replace(/## note\.json[^]*?\n```\n\n/, "")),
        bytesOf(toMarkdown(promissoryNote(sheet)).replace(/\.{60}/, "11155111")),
        await toPdf({ ...promissoryNote(sheet), attachments: note.attachments }, await readFonts()),
      ];
      for (const [index, bytes] of falsified.entries()) {
        for (const token of [TOKEN, { ...TOKEN, place }]) {
          const verdict = await verdictOn(bytes, token);
          expect(verdict, `the text falsified at ${index}`).to.include({ outcome: "alteredRendering", matches: false });
        }
      }
    });
  });

  it("tells the text of another note", async () => {
    for (const bytes of [otherPdf, bytesOf(toMarkdown(promissoryNote(otherSheet)))]) {
      expect(await verdictOn(bytes)).to.include({ outcome: "otherRendering", matches: false, expected: SHEET_HASH });
    }
  });

  it("tells a text in which one digit was altered", async () => {
    const markdown = bytesOf(toMarkdown(promissoryNote(sheet)));
    const falsified = [
      altered(markdown, "203,323.70", "203,323.71"),
      // text in a PDF is the numbers of its glyphs: with another number the first is another letter
      altered(pdf, "[<000", "[<001"),
      // one digit of the principal
      await toPdf({ ...promissoryNote(otherSheet), attachments: promissoryNote(sheet).attachments }, await readFonts()),
      altered(pdf, "D:20031231", "D:20031230"),
      // the attachment of the right note on the text of another
      new Uint8Array(
        Buffer.concat([
          bytesOf(toMarkdown(promissoryNote(otherSheet)).split("## term-sheet")[0] ?? ""),
          bytesOf(`\`\`\`json\n${JSON.stringify(sheet)}\n\`\`\`\n`),
        ]),
      ),
      new Uint8Array([...markdown, 10]),
      bytesOf(toMarkdown(promissoryNote(sheet)).replaceAll("\n", "\r\n")),
    ];
    for (const [index, bytes] of falsified.entries()) {
      const verdict = await verdictOn(bytes);
      expect(verdict, `the text falsified at ${index}`).to.include({ outcome: "alteredRendering", matches: false });
      expect(verdict.found)
        .to.equal(`0x${createHash("sha256").update(bytes).digest("hex")}`)
        .and.not.to.equal(verdict.expected);
    }
  });

  it("knows the document on record by its SHA-256, whatever it is", async () => {
    for (const bytes of [bytesOf("prose"), bytesOf(JSON.stringify(otherSheet)), otherPdf]) {
      const document = `0x${createHash("sha256").update(bytes).digest("hex")}`;
      const verdict = await verdictOn(bytes, { termSheet: SHEET_HASH, document });
      expect(verdict).to.include({ outcome: "documentOnRecord", matches: true, found: document });
    }
  });

  it("knows nothing of any other file", async () => {
    const fonts = await readFonts();
    const others: Uint8Array[] = [
      bytesOf("prose"),
      bytesOf(""),
      bytesOf("null"),
      bytesOf('{"principal":"1"}'),
      bytesOf(JSON.stringify(sampleSheet()).replace("{", '{"principal":"1",')),
      bytesOf("%PDF-1.7 and then nothing of the kind"),
      new Uint8Array([0xff, 0xfe, 0x00]),
      await toPdf(documentOf({ kind: "paragraph", text: "No sheet." }), fonts),
      await toPdf(
        {
          ...documentOf({ kind: "paragraph", text: "No sheet." }),
          attachments: [{ name: "term-sheet.json", mediaType: "application/json", text: "{}", description: "None" }],
        },
        fonts,
      ),
    ];
    for (const [index, bytes] of others.entries()) {
      expect(await verdictOn(bytes), `file ${index}`).to.include({ outcome: "unknownFile", matches: false });
    }
    const { document } = hashesOf(sheet);
    expect(document).to.equal("0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03");
    expect(await verdictOn(bytesOf("prose"), { termSheet: SHEET_HASH, document })).to.include({ expected: document });
  });
});
