import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";

import { expect } from "chai";
import { build } from "esbuild";

import { ROOT } from "../helpers/commandLine.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { codeBlocks, marksOf, outputOf } from "../support/codeBlocks.ts";
import { compileInProject } from "../support/compileInProject.ts";
import { makeLiveNote } from "../support/liveNote.ts";
import { packPackage, runModule } from "../support/packedPackage.ts";
import type { Manifest, PackedPackage } from "../support/packedPackage.ts";
import { moveTo, SECOND_OF_MAKING } from "../support/sampleLife.ts";

const SAMPLE = "terms/infinite-group-2003.json";
const BYTECODE = /0x60[0-9a-f]{400}/i;
/** A quote of a note, minified. */
const MOST_BYTES_OF_QUOTE = 5_000;
/** Every act on a note, minified, without ethers. */
const MOST_BYTES_OF_ACTS = 250_000;

/** Passes only if the declarations are neither missing nor loose. */
const EXACT = `import { connectNotes, quote } from "allonge";
import type { NoteOnChain, Terms } from "allonge";
import { promissoryNotesAbi } from "allonge/abi";

declare const terms: Terms;
export const total: bigint = quote(terms, 0).total;
// @ts-expect-error an amount is no number
export const rounded: number = quote(terms, 0).total;
// @ts-expect-error there is no such view
await connectNotes("").statusOff(1n);
// @ts-expect-error there is no such status
export const status: NoteOnChain["status"] = "lost";
export const first: "function" | "event" | "error" | "receive" = promissoryNotesAbi[0].type;
`;

const compileTypes = promisify(execFile);
const TYPESCRIPT = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

describe("the package, installed in an empty project", function () {
  let packed: PackedPackage;
  let page: string;

  before(async function () {
    packed = await packPackage();
    page = await readFile(join(ROOT, "docs/sdk.md"), "utf8");
    await mkdir(join(packed.project, "terms"));
    await cp(join(ROOT, SAMPLE), join(packed.project, SAMPLE));
  });

  after(async function () {
    await packed.remove();
  });

  async function bundle(code: string, external: string[] = []): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: packed.project },
      bundle: true,
      external,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  }

  describe("as it is packed", function () {
    it("brings nothing that only this repository needs", function () {
      const { manifest } = packed;
      for (const key of ["devDependencies", "optionalDependencies", "overrides", "private", "clean-package"]) {
        expect(manifest).not.to.have.property(key);
      }
      expect(Object.keys(manifest.peerDependencies)).to.deep.equal(["ethers"]);
      // npm needs it to put this project's own package.json back; it runs for no one who installs
      expect(manifest.scripts).to.deep.equal({ postpack: "clean-package restore" });
    });

    it("holds the build, the contracts, the schema, the licence and a page to read, no more", function () {
      const folders = new Set(packed.files.map((file) => (file.includes("/") ? `${file.split("/")[0]}/` : file)));
      expect([...folders]).to.have.members(["LICENSE", "README.md", "contracts/", "dist/", "package.json", "terms/"]);
      expect(packed.files).to.include("terms/term-sheet.schema.json");
      expect(packed.files.filter((file) => /mocks|\.test\.|\.ts$/.test(file) && !file.endsWith(".d.ts"))).to.deep.equal(
        [],
      );
    });

    it("asks for a Node no older than what it depends on does", async function () {
      const { engines, dependencies } = packed.manifest;
      const oldest = ({ node }: { node?: string } = {}): number => Number(/^>=(\d+)/.exec(node ?? "")?.[1] ?? 0);
      const asked: Record<string, number> = {};
      for (const name of Object.keys(dependencies)) {
        const path = join(packed.project, "node_modules", name, "package.json");
        asked[name] = oldest((JSON.parse(await readFile(path, "utf8")) as Partial<Manifest>).engines);
      }
      expect(asked).to.include({ unpdf: 22 });
      expect(oldest(engines)).to.equal(Math.max(...Object.values(asked)));
    });

    it("keeps bytecode to what deploys", async function () {
      const modules = packed.files.filter((file) => file.endsWith(".js"));
      const withBytecode: string[] = [];
      for (const file of modules) {
        if (BYTECODE.test(await readFile(join(packed.folder, file), "utf8"))) withBytecode.push(file);
      }
      expect(withBytecode).not.to.deep.equal([]);
      expect(withBytecode.filter((file) => !file.startsWith("dist/typechain-types/factories/"))).to.deep.equal([]);
    });
  });

  it("imports nothing it does not declare, at any entry", async function () {
    const { exports } = packed.manifest as unknown as { exports: Record<string, string | object> };
    const entries = Object.entries(exports).flatMap(([entry, to]) => (typeof to === "string" ? [] : [entry]));
    expect(entries).to.include.members([".", "./abi", "./acts", "./deploy", "./documents", "./node", "./records"]);
    const imports = entries.map(
      (entry) => `console.log(Object.keys(await import("allonge${entry.slice(1)}")).length);`,
    );
    const counts = await runModule(packed, "entries.mjs", imports.join("\n"));
    expect(counts.every((count) => Number(count) > 0)).to.equal(true);
  });

  describe("in a browser's bundle", function () {
    it("brings of a quote the quote alone", async function () {
      const code = await bundle(`import { quote } from "allonge"; console.log(quote);`);
      expect(code).not.to.match(BYTECODE);
      for (const library of ["pdfkit", "PDFDocument", "ZodError", "_zod", "Temporal", "JsonRpc"]) {
        expect(code, library).not.to.include(library);
      }
      expect(code.length).to.be.lessThan(MOST_BYTES_OF_QUOTE);
    });

    for (const entry of ["acts", "documents", "records"]) {
      it(`needs nothing of Node for ${entry}, and no bytecode`, async function () {
        const code = await bundle(`import * as all from "allonge/${entry}"; console.log(all);`);
        expect(code).not.to.match(BYTECODE);
      });
    }

    it("brings of an act what works it out and sends it", async function () {
      const code = await bundle(
        `import { actChain, openActNote, perform, workOut } from "allonge/acts"; console.log(actChain, openActNote, perform, workOut);`,
        ["ethers"],
      );
      for (const library of ["pdfkit", "PDFDocument", "ZodError", "_zod"]) {
        expect(code, library).not.to.include(library);
      }
      expect(code.length).to.be.lessThan(MOST_BYTES_OF_ACTS);
    });

    it("needs nothing of Node, and no bytecode, whole", async function () {
      const code = await bundle(`import * as allonge from "allonge"; console.log(allonge);`);
      expect(code).not.to.match(BYTECODE);
      expect(code).not.to.include("pdfkit");
    });
  });

  describe("from Solidity", function () {
    it("compiles what imports the interfaces", function () {
      const sources = codeBlocks(page, "solidity sdk").map(({ code, line }) => [`page-${line}.sol`, code] as const);
      expect(sources).not.to.deep.equal([]);
      expect(compileInProject(packed.project, Object.fromEntries(sources))).to.deep.equal([]);
    });

    it("has the sources of every contract, and all they import", function () {
      const contracts = packed.files.filter((file) => file.startsWith("contracts/") && file.endsWith(".sol"));
      const all = contracts.map((file) => `import "allonge/${file}";`).join("\n");
      expect(contracts.length).to.be.greaterThan(60);
      expect(compileInProject(packed.project, { "All.sol": `pragma solidity ^0.8.37;\n${all}` })).to.deep.equal([]);
    });
  });

  describe("used as the page for integrators says", function () {
    let anvil: Anvil;
    let live: Awaited<ReturnType<typeof makeLiveNote>>;

    before(async function () {
      anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
      live = await makeLiveNote(anvil.url, sheetWith({}));
      await moveTo(live, "2005-09-02");
      await cp(live.deployments, join(packed.project, "deployments"), { recursive: true });
    });

    after(async function () {
      await live.close();
      await anvil.stop();
    });

    it("marks every block for this test", function () {
      expect(marksOf(page)).to.have.members(["ts sdk", "solidity sdk"]);
    });

    it("passes a strict compiler, with the declarations it ships", async function () {
      const options = {
        noEmit: true,
        strict: true,
        noUncheckedIndexedAccess: false,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        types: [],
        target: "es2022",
        lib: ["es2022", "dom"],
        module: "nodenext",
      };
      await writeFile(
        join(packed.project, "tsconfig.json"),
        JSON.stringify({ compilerOptions: options, files: ["page.ts", "exact.ts"] }),
      );
      await writeFile(join(packed.project, "exact.ts"), EXACT);
      await writeFile(join(packed.project, "page.ts"), codeOf(page));
      const failed = await compileTypes(process.execPath, [TYPESCRIPT, "-p", packed.project]).then(
        () => "",
        (error: unknown) => (error as { stdout: string }).stdout,
      );
      // what others ship is theirs
      const ours = failed.split("\n").filter((line) => /^(node_modules\/allonge\/|page|exact)/.test(line));
      expect(ours).to.deep.equal([]);
    });

    it("deploys what it then reads", async function () {
      const lines = await runModule(
        packed,
        "deploy.mjs",
        `import { connectNotes } from "allonge";
        import { deployNotes } from "allonge/deploy";
        import { JsonRpcProvider } from "ethers";
        const provider = new JsonRpcProvider("${anvil.url}", undefined, { cacheTimeout: -1 });
        const { notes } = await deployNotes(await provider.getSigner(9));
        console.log(await connectNotes(await notes.getAddress(), provider).noteCount());`,
      );
      expect(lines).to.deep.equal(["0n"]);
    });

    it("prints what the page says", async function () {
      const code = codeOf(page);
      const connected = code.replace(
        'new JsonRpcProvider("http://127.0.0.1:8545")',
        `new JsonRpcProvider("${anvil.url}", undefined, { cacheTimeout: -1, pollingInterval: 50 })`,
      );
      expect(connected).not.to.equal(code);
      expect(await runModule(packed, "page.ts", connected)).to.deep.equal(outputOf(code));
    });
  });
});

/** All blocks as one module, in the order of the page. */
function codeOf(page: string): string {
  return codeBlocks(page, "ts sdk")
    .map(({ code }) => code)
    .join("\n");
}
