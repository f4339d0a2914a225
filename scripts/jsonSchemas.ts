import * as z from "zod";

import { scenarioSchema } from "../src/simulator/scenarioSchema.ts";
import { termSheetSchema } from "../src/terms/termSheetSchema.ts";

const PUBLISHED = { "term-sheet": termSheetSchema, scenario: scenarioSchema } as const;

/** A file that has a JSON Schema published. */
export type Described = keyof typeof PUBLISHED;

/** All files that have one. */
export const DESCRIBED = Object.keys(PUBLISHED) as Described[];

/** Where a JSON Schema is published. */
export function schemaFile(described: Described): URL {
  return new URL(`../terms/${described}.schema.json`, import.meta.url);
}

/** The text of a JSON Schema. */
export function publishedSchema(described: Described): string {
  return `${JSON.stringify(z.toJSONSchema(PUBLISHED[described], { override: leaveOutWhatMayNotBe }), null, 2)}\n`;
}

/** A key that nothing may stand under is as unknown as any other; the code alone has a better message for it. */
function leaveOutWhatMayNotBe({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.properties === undefined) return;
  const allowed = Object.entries(jsonSchema.properties).filter(
    ([, property]) => typeof property === "boolean" || !("not" in property),
  );
  jsonSchema.properties = Object.fromEntries(allowed);
}
