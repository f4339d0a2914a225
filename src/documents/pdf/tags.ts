/** An element of a PDF's structure: a paragraph, a cell. What is drawn into it belongs to it, on whatever page. */
export type Tag = PDFKit.PDFStructureElement;

interface TagOptions {
  /** What a heading cell is the heading of. */
  readonly scope?: "Column" | "Row";
}

const owners = new WeakMap<Tag, PDFKit.PDFDocument>();

/** The element that holds a whole document. */
export function rootTag(pdf: PDFKit.PDFDocument): Tag {
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  owners.set(root, pdf);
  return root;
}

/** A new element in another, after those it already holds. */
export function child(parent: Tag, name: string, options: TagOptions = {}): Tag {
  const pdf = owners.get(parent);
  if (pdf === undefined) throw new TypeError("an element of no document");
  const element = pdf.struct(name, options as PDFKit.Mixins.StructureElementOptions);
  parent.add(element);
  owners.set(element, pdf);
  return element;
}

/** Draws what is no part of the text: a line, a footer, the head of a table said again. */
export function artifact(pdf: PDFKit.PDFDocument, draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
  pdf.markContent("Artifact", { type });
  draw();
  pdf.endMarkedContent();
}
