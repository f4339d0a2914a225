import { expect } from "chai";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { documentOf } from "./reading.ts";

function paragraph(text: string): string {
  return toMarkdown(documentOf({ kind: "paragraph", text })).trimEnd();
}

describe("toMarkdown", () => {
  it("writes each kind of block", () => {
    const document = documentOf(
      { kind: "heading", level: 1, text: "Note" },
      { kind: "clause", number: "4", title: "Interest", text: "It bears interest." },
      { kind: "list", items: ["one", "two"] },
      {
        kind: "table",
        caption: "Figures",
        columns: [
          { title: "Day", align: "left" },
          { title: "Owed", align: "right" },
        ],
        rows: [["Monday", "1.00"]],
      },
      { kind: "fields", items: [{ label: "Due", value: "soon" }] },
      { kind: "rule" },
      {
        kind: "signature",
        lines: [
          { label: "By", name: "" },
          { label: "Name", name: "A. Person" },
        ],
      },
    );
    expect(toMarkdown(document).split("\n")).to.deep.equal([
      "# Note",
      "",
      "### 4. Interest",
      "",
      "It bears interest.",
      "",
      "- one",
      "- two",
      "",
      "**Figures**",
      "",
      "| Day | Owed |",
      "| --- | ---: |",
      "| Monday | 1.00 |",
      "",
      "- **Due:** soon",
      "",
      "---",
      "",
      "By: ........................................\\",
      "Name: ........................................ A. Person",
      "",
    ]);
  });

  const hostile: readonly (readonly [given: string, when: string, then: string])[] = [
    ["markup", "a *b* _c_ `d` ~e~ [f](g)", "a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~ \\[f\\](g)"],
    ["HTML", "<script>alert(1)</script> &amp;", "\\<script\\>alert(1)\\</script\\> \\&amp;"],
    ["a table", "a | b", "a \\| b"],
    ["an escape of the escape", "a \\| b", "a \\\\\\| b"],
    ["lines", "a\n\n# b\r\n- c", "a # b - c"],
    ["a heading", "# a", "\\# a"],
    ["an item", "- a", "\\- a"],
    ["a numbered item", "1. a", "1\\. a"],
    ["a quotation", "> a", "\\> a"],
    [
      "links that readers make of themselves",
      "https://a.example www.b.example c@d.example",
      "https\\://a.example www\\.b.example c\\@d.example",
    ],
    ["text that runs backwards", "a\u202Eb\u200Bc\u0000", "a[U+202E]b[U+200B]c[U+0000]".replace(/[[\]]/g, "\\$&")],
  ];
  for (const [what, text, written] of hostile) {
    it(`shows ${what} in a name as it is`, () => {
      expect(paragraph(text)).to.equal(written);
    });
  }

  it("keeps a table's cell in its cell", () => {
    const table = toMarkdown(
      documentOf({ kind: "table", columns: [{ title: "A", align: "left" }], rows: [["x\n| y |"]] }),
    );
    expect(table).to.equal("| A |\n| --- |\n| x \\| y \\| |\n");
  });

  it("fences an attachment that contains fences", () => {
    const attachment = { name: "a.json", mediaType: "application/json", text: "````\n```", description: "It." };
    expect(toMarkdown({ ...documentOf(), attachments: [attachment] })).to.match(/\n`{5}json\n````\n```\n`{5}\n$/);
  });
});
