import { writeFile } from "node:fs/promises";

import { ERRORS_PAGE, errorsPage } from "./errorsPage.ts";

await writeFile(ERRORS_PAGE, errorsPage());
