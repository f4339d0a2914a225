import * as z from "zod";

import { termSheetSchema } from "../src/terms/termSheetSchema.ts";

/** Where the JSON Schema of a term sheet is published. */
export const SCHEMA_FILE = new URL("../terms/term-sheet.schema.json", import.meta.url);

/** The text of the JSON Schema of a term sheet. */
export function publishedSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(termSheetSchema), null, 2)}\n`;
}
