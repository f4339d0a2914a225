import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// What is here serves the benchmarks alone, so it is no part of the project's own packages and is installed when first needed.
const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const LOCK = new URL("package-lock.json", import.meta.url);
const INSTALLED = new URL("node_modules/.installed-lock", import.meta.url);

const lock = readFileSync(LOCK, "utf8");
if (!existsSync(INSTALLED) || readFileSync(INSTALLED, "utf8") !== lock) {
  process.stderr.write("installing what is measured beside ours (about 50 MB, once)\n");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts"], {
    cwd: FOLDER,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(INSTALLED, lock);
}
