import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { contentSecurityPolicy } from "../scripts/desk/contentSecurityPolicy.ts";

const sdk = (entry: string) => fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // works under any path, as it is served from any folder
  base: "./",
  plugins: [react(), contentSecurityPolicy()],
  resolve: {
    alias: [
      // the one for Node wants its Buffer
      { find: "csv-stringify/sync", replacement: "csv-stringify/browser/esm/sync" },
      { find: /^allonge$/, replacement: sdk("index") },
      { find: /^allonge\/(acts|documents|records)$/, replacement: sdk("$1") },
    ],
  },
  build: { outDir: "dist", emptyOutDir: true, target: "es2022" },
});
