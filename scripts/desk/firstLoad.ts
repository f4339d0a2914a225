import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes, gzipped, that a visitor may have to load before anything is shown. */
const MOST = 250_000;
const FOLDER = "app/dist";

/** Files that the built page names: itself, its scripts and styles, and what is loaded ahead. */
function filesOf(html: string): string[] {
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, file = ""]) => file);
  return ["index.html", ...new Set(named)];
}

const sizes = filesOf(readFileSync(join(FOLDER, "index.html"), "utf8")).map((file) => ({
  file,
  size: gzipSync(readFileSync(join(FOLDER, file))).length,
}));
const total = sizes.reduce((sum, { size }) => sum + size, 0);
for (const { file, size } of sizes) console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  first load, gzipped; ${String(MOST)} at most`);
if (total > MOST) {
  console.error(`first load: ${String(total)} bytes gzipped, more than ${String(MOST)}`);
  process.exit(1);
}
