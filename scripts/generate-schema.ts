import { writeFile } from "node:fs/promises";

import { publishedSchema, SCHEMA_FILE } from "./termSheetJsonSchema.ts";

await writeFile(SCHEMA_FILE, publishedSchema());
