/**
 * What reads files, for Node alone: `import { readTermSheet } from "allonge/node"`.
 *
 * @module
 */

export { deploymentRecordPath, readDeploymentRecord } from "./chain/deploymentRecord.ts";
export { readFonts } from "./documents/readFonts.ts";
export { readTermSheet } from "./terms/readTermSheet.ts";
