import { writeFile } from "node:fs/promises";

import { DESCRIBED, publishedSchema, schemaFile } from "./jsonSchemas.ts";

for (const described of DESCRIBED) await writeFile(schemaFile(described), publishedSchema(described));
