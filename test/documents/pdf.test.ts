import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";

import { expect } from "chai";
import { getDocumentProxy } from "unpdf";

import { renderPdf, toPdf } from "../../src/documents/pdf.ts";
import type { DocumentFonts } from "../../src/documents/pdf.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { ROOT } from "../helpers/commandLine.ts";
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

  it("repeats the head of a table that goes on, and keeps it with its first rows", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => [`row ${index}.`]);
    const table = { kind: "table" as const, columns: [{ title: "Head", align: "left" as const }], rows };
    const pages = await pagesOf(await toPdf(documentOf(table), fonts));
    expect(pages.length).to.be.greaterThan(2);
    for (const page of pages) expect(page).to.match(/^Head row/);
  });
});
