import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";

import { expect } from "chai";
import { getDocumentProxy } from "unpdf";

import { renderPdf, toPdf } from "../../src/documents/pdf.ts";
import type { DocumentFonts } from "../../src/documents/pdf.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { ROOT } from "../helpers/commandLine.ts";
import type { Block } from "../../src/documents/document.ts";
import { documentOf, noteWith, pagesOf, textOf } from "./reading.ts";

const LATIN_1 = new TextDecoder("latin1");

/** Writes the sample's note in a process of its own and prints its SHA-256. */
const WRITE_ANEW = `
  const { createHash } = await import("node:crypto");
  const { toPdf } = await import("./src/documents/pdf.ts");
  const { promissoryNote } = await import("./src/documents/promissoryNote.ts");
  const { readTermSheet } = await import("./src/terms/readTermSheet.ts");
  const { readFonts } = await import("./src/documents/readFonts.ts");
  const sheet = await readTermSheet("terms/infinite-group-2003.json");
  process.stdout.write(createHash("sha256").update(await toPdf(promissoryNote(sheet), await readFonts())).digest("hex"));
`;

/** Gives the build that browsers are given. */
const AS_IN_A_BROWSER = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({ resolve: (name, context, next) => next(name === "pdfkit" ? "${new URL("node_modules/pdfkit/js/pdfkit.browser.mjs", `file://${ROOT}/`).href}" : name, context) });
`)}`;

function writtenElsewhere(...flags: string[]): string {
  const { stdout } = spawnSync(process.execPath, [...flags, "--input-type=module", "-e", WRITE_ANEW], { cwd: ROOT });
  return stdout.toString();
}

describe("toPdf", () => {
  let fonts: DocumentFonts;

  before(async () => {
    fonts = await readFonts();
  });

  it("writes the same bytes in any process, on any day, and with the build for browsers", async () => {
    const here = createHash("sha256")
      .update(await toPdf(noteWith(), fonts))
      .digest("hex");
    expect([writtenElsewhere(), writtenElsewhere("--import", AS_IN_A_BROWSER)]).to.deep.equal([here, here]);
  });

  it("is tagged, and says its language and title", async () => {
    const bytes = await toPdf(noteWith({ title: "Smith & <Sons>" }), fonts);
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).to.include({
      Title: "Promissory note: Smith & <Sons>",
      Language: "en",
      CreationDate: "D:20031231000000Z",
    });
    const source = LATIN_1.decode(bytes);
    for (const tag of ["Document", "H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "Caption", "TR", "TH", "TD"]) {
      expect(source, tag).to.match(new RegExp(`/S /${tag}\\b`));
    }
    expect(source)
      .to.include("/Marked true")
      .and.to.include("/DisplayDocTitle true")
      .and.to.include("Smith &amp; &lt;Sons&gt;");
    expect(source, "a built-in font, which lacks most letters").not.to.include("Helvetica");
  });

  it("numbers its pages and repeats the reference on each", async () => {
    const { bytes, pages } = await renderPdf({ ...noteWith(), reference: "Reference 42" }, fonts);
    const texts = await pagesOf(bytes);
    expect(texts).to.have.length(pages);
    for (const [index, text] of texts.entries()) {
      expect(text)
        .to.include(`${index + 1} of ${pages}`)
        .and.to.include("Reference 42");
    }
  });

  it("prints accented letters, and names a character it cannot print", async () => {
    const name = "É. Łódź ß & Ångström Şti.";
    expect(await textOf(await toPdf(noteWith({ "borrower.name": name }), fonts))).to.include(name);

    const complaints: string[] = [];
    for (const unprintable of ["Yamada 山田 KK", "חברה", "a 𝕏 b"]) {
      await toPdf(noteWith({ "borrower.name": unprintable }), fonts).catch((error: unknown) => {
        complaints.push((error as Error).message);
      });
    }
    expect(complaints).to.have.length(3);
    expect(complaints[0]).to.match(/^"山" \(U\+5C71\) in ".*Yamada 山田 KK.*" cannot be printed in a PDF: /);
    expect(complaints[1]).to.match(/^"ח" \(U\+05D7\) .*runs from right to left$/);
    for (const complaint of complaints) expect(complaint).not.to.include("\n");
  });

  it("loses nothing of what is longer than a line, a cell or a page", async () => {
    const words = Array.from({ length: 4000 }, (_, index) => `word${index}`);
    const unbroken = "0123456789".repeat(60);
    const bytes = await toPdf(
      documentOf(
        { kind: "paragraph", text: words.slice(0, 3000).join(" ") },
        {
          kind: "table",
          columns: [
            { title: "Left", align: "left" },
            { title: "Right", align: "right" },
          ],
          rows: [[words.slice(3000).join(" "), unbroken]],
        },
      ),
      fonts,
    );
    const text = await textOf(bytes);
    const lost = words.filter((word) => !text.includes(`${word} `));
    expect(lost).to.deep.equal([]);
    expect(text.match(/\d(?=\d{3})/g)?.length ?? 0).to.be.greaterThan(500);
  });

  it("leaves no line of a paragraph and no heading alone on a page", async () => {
    const text = Array.from({ length: 60 }, (_, index) => `w${index}`).join(" ");
    const paragraph = { kind: "paragraph" as const, text: "above" };
    let broken = 0;
    for (const above of [24, 25, 26, 27, 28]) {
      for (const items of [1, 2, 3, 4, 5]) {
        const bytes = await toPdf(
          documentOf(
            ...Array.from({ length: above }, () => paragraph),
            { kind: "list", items: Array.from({ length: items }, () => "item") },
            { kind: "clause", number: "1", title: "Title", text: `${text} ${text}` },
            { kind: "list", items: Array.from({ length: 12 }, () => "item") },
          ),
          fonts,
        );
        const pages = await pagesOf(bytes);
        const page = pages.find((each) => each.includes("1. Title")) ?? "";
        const lines = page.match(/w\d+ /g)?.length ?? 0;
        if (lines < 120) broken += 1;
        expect(lines, `${above} paragraphs and ${items} items above`).to.be.above(40).and.not.within(98, 119);
      }
    }
    expect(broken, "paragraphs that did go on overleaf").to.be.above(0);
  });

  describe("given pages of every length", () => {
    const FOLLOWS: Readonly<Record<string, Block>> = {
      "another heading": { kind: "heading", level: 3, text: "Lower" },
      "a clause": { kind: "clause", number: "1", title: "Title", text: "Text." },
      "a table": { kind: "table", columns: [{ title: "Head", align: "left" }], rows: [["row 1"], ["row 2"]] },
      "a table with a row longer than a page": {
        kind: "table",
        columns: [{ title: "Head", align: "left" }],
        rows: [[Array.from({ length: 2000 }, () => "word").join(" ")]],
      },
      fields: { kind: "fields", items: [{ label: "Label", value: "Value" }] },
      "a list": { kind: "list", items: ["item"] },
      "lines to sign on": { kind: "signature", lines: [{ label: "By", name: "" }] },
      "a line across": { kind: "rule" },
    };

    /** Items above, so many that a page ends, at one time or another, after each line of what follows. */
    const above = (items: number): Block => ({ kind: "list", items: Array.from({ length: items }, () => "item") });
    const ABOVE = Array.from({ length: 14 }, (_, index) => 26 + index);

    for (const [what, follows] of Object.entries(FOLLOWS)) {
      it(`leaves no heading at the foot of a page, parted from ${what}`, async () => {
        for (const items of ABOVE) {
          const blocks = [above(items), { kind: "heading", level: 2, text: "Upper" } as const, follows, above(12)];
          const pages = await pagesOf(await toPdf(documentOf(...blocks), fonts));
          for (const page of pages) expect(page, `${items} items above`).not.to.match(/(Upper|Lower|Title) A try/);
        }
      });
    }

    it("keeps everything to sign on one page: the heading, what signing means, and the lines of each party", async () => {
      const { blocks } = noteWith({ attestor: { name: "Third Person, Esq." } });
      const signing = blocks.findIndex(({ kind }) => kind === "together");
      let turned = 0;
      for (const items of ABOVE.flatMap((each) => [each - 20, each])) {
        const pages = await pagesOf(await toPdf(documentOf(above(items), ...blocks.slice(signing)), fonts));
        const signed = pages.findIndex((page) => page.includes("Those who sign below"));
        expect(pages[signed], `${items} items above`).to.match(
          /Signatures The note .*, borrower By Name and title Date .*, lender By .* Date Third .*, attestor.* By .* Date/,
        );
        turned += signed;
      }
      expect(turned, "pages on which the signatures had no room").to.be.above(0);
    });

    it("turns to no page for fewer than three lines of a paragraph", async () => {
      const text = Array.from({ length: 60 }, (_, index) => `w${index}`).join(" ");
      for (const items of ABOVE) {
        const after = above(30);
        const pages = await pagesOf(
          await toPdf(documentOf(above(items), { kind: "paragraph", text: `${text} ${text}` }, after), fonts),
        );
        const [begins = 0, ...more] = pages.flatMap((page) => page.match(/w\d+ /g)?.length ?? []);
        expect(more, `${items} items above`).to.satisfy((parts: number[]) => parts.every((words) => words > 40));
        expect(begins).to.be.above(20);
      }
    });

    it("spares a last page of a few lines, if a little less space does", async () => {
      const sections = Array.from({ length: 12 }, (_, index): Block[] => [
        { kind: "heading", level: 2, text: `Section ${index}` },
        { kind: "paragraph", text: "One line." },
      ]).flat();
      const pagesWith = async (items: number): Promise<number> =>
        (await renderPdf(documentOf(...sections, above(items)), fonts)).pages;
      // the sections leave room for one item as they are, and a last page would have few lines with up to five more
      const pages = await Promise.all([1, 2, 6, 7].map(pagesWith));
      expect(pages).to.deep.equal([1, 1, 1, 2]);
    });
  });

  it("repeats the head of a table that goes on, and keeps it with its first rows", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`row ${index}.`]);
    const table = { kind: "table" as const, columns: [{ title: "Head", align: "left" as const }], rows };
    const pages = await pagesOf(await toPdf(documentOf(table), fonts));
    expect(pages.length).to.be.greaterThan(2);
    for (const page of pages) expect(page).to.match(/^Head row/);
  });
});
