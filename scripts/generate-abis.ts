import { mkdir, writeFile } from "node:fs/promises";

import { ABI_DIRECTORY, abiModules } from "./abis.ts";

await mkdir(ABI_DIRECTORY, { recursive: true });
for (const [file, text] of await abiModules()) await writeFile(new URL(file, ABI_DIRECTORY), text);
