import { writeFileSync } from "node:fs";

import { EXPORT_LIST, readExports } from "./exportList.ts";

writeFileSync(EXPORT_LIST, `${JSON.stringify(readExports().exports, null, 2)}\n`);
