import { writeFile } from "node:fs/promises";

import { FINDINGS_PAGE, findingsPage } from "./findingsPage.ts";

await writeFile(FINDINGS_PAGE, findingsPage());
