/**
 * What deploys the contracts, with their bytecode: `import { deployNotes } from "allonge/deploy"`.
 *
 * @module
 */

export { deployNotes } from "./chain/deploy.ts";
