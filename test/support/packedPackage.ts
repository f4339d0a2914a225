import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { ROOT } from "../helpers/commandLine.ts";

const exec = promisify(execFile);

/** What is packed, and what packing needs; the rest of the project is left out, so that nothing hidden is relied on. */
const STAGED = [
  "LICENSE",
  "README.md",
  "contracts",
  "package.json",
  "src",
  "terms/term-sheet.schema.json",
  "tsconfig.json",
  "tsconfig.package.json",
  "typechain-types",
];

/** What of package.json others read. */
export interface Manifest extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node?: string };
  readonly scripts?: Readonly<Record<string, string>>;
}

/** An empty project with the package installed in it. */
export interface PackedPackage {
  /** The project's folder. */
  readonly project: string;
  /** The package as it was packed, in the project's node_modules. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Paths in the package. */
  readonly files: readonly string[];
  readonly remove: () => Promise<void>;
}

/**
 * Packs the package as for publishing and installs it in an empty project.
 *
 * It is packed in a copy, because packing rewrites package.json for a while. It is installed by hand: npm would ask a registry for the dependencies, even offline
 * wherever its cache is empty. What the package declares is linked from this project, and nothing else, so that an import of anything it does
 * not declare fails.
 */
export async function packPackage(): Promise<PackedPackage> {
  const base = await mkdtemp(join(tmpdir(), "allonge-package-"));
  const [stage, project] = [join(base, "stage"), join(base, "project")];
  for (const path of STAGED) await cp(join(ROOT, path), join(stage, path), { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(stage, "node_modules"));
  await exec("npm", ["pack", "--offline", "--silent", "--pack-destination", base], { cwd: stage });
  const tarball = (await readdir(base)).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack left nothing");

  const folder = join(project, "node_modules", "allonge");
  await mkdir(folder, { recursive: true });
  await exec("tar", ["-xzf", join(base, tarball), "-C", folder, "--strip-components", "1"]);
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    await mkdir(dirname(join(project, "node_modules", name)), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), join(project, "node_modules", name));
  }
  await writeFile(join(project, "package.json"), '{ "type": "module" }\n');
  return {
    project,
    folder,
    manifest,
    files: await filesIn(folder),
    remove: () => rm(base, { recursive: true }),
  };
}

/** Runs a module in the project, by this Node. @returns Its lines. @throws Error with what it wrote to stderr, if it fails. */
export async function runModule(
  { project }: PackedPackage,
  name: string,
  code: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  await writeFile(join(project, name), code);
  const { stdout } = await exec(process.execPath, [name], { cwd: project, env: { ...process.env, ...env } });
  return stdout.trimEnd().split("\n");
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
