import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { hardhat } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { makeLiveNote } from "../support/liveNote.ts";

const SAMPLE = "terms/infinite-group-2003.json";
const OTHER = "terms/lakeshore-bridge-2023.json";
const SAMPLE_HASH = "0xcedec5d85916789c600f1c7299b3a258a2962a1b8b8bfece9135bb4e36ff4b81";

function expectRefused({ code, stdout, stderr }: Outcome, complaint: string): void {
  expect([code, stdout], stderr).to.deep.equal([1, ""]);
  expect(stderr).to.match(/^[^\n]+\n$/);
  expect(stderr).to.include(complaint);
}

async function sha256Of(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

describe("note render and note verify", () => {
  let folder: string;
  let pdf: string;
  let markdown: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-render-"));
    pdf = join(folder, "note.pdf");
    markdown = join(folder, "note.md");
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("prints Markdown, and nothing else", async () => {
    const { code, stdout, stderr } = await hardhat("note", "render", SAMPLE);
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout)
      .to.match(/^# Promissory note\n/)
      .and.to.include("USD 250,682.803191")
      .and.to.match(/\n```\n$/);
  });

  it("writes both files and says their hashes", async () => {
    const outcome = await hardhat("note", "render", SAMPLE, "--pdf", pdf, "--markdown", markdown, "--json");
    expect([outcome.code, outcome.stderr]).to.deep.equal([0, ""]);
    const written = JSON.parse(outcome.stdout) as { pdf: { pages: number } };
    expect(written).to.deep.equal({
      file: SAMPLE,
      termSheet: SAMPLE_HASH,
      note: null,
      markdown: { path: markdown, sha256: await sha256Of(markdown) },
      pdf: { path: pdf, sha256: await sha256Of(pdf), pages: written.pdf.pages },
    });
    expect(written.pdf.pages).to.be.within(6, 12);
    expect(await readFile(markdown, "utf8")).to.equal((await hardhat("note", "render", SAMPLE)).stdout);

    const again = await hardhat("note", "render", SAMPLE, "--pdf", pdf);
    expect(again).to.deep.equal({ code: 0, stdout: "", stderr: `written ${pdf}, SHA-256 ${await sha256Of(pdf)}\n` });
  });

  it("writes over no file that says something else, unless forced", async () => {
    const [kept, never] = [join(folder, "kept.pdf"), join(folder, "never.md")];
    await writeFile(kept, "mine");
    const render = ["note", "render", SAMPLE, "--pdf", kept] as const;
    expectRefused(
      await hardhat(...render, "--markdown", never),
      `--pdf: ${kept}: is there already, and says something`,
    );
    expect(await readFile(kept, "utf8")).to.equal("mine");
    expect(await readdir(folder)).not.to.include("never.md");
    const { code, stderr } = await hardhat(...render, "--force");
    expect([code, stderr]).to.deep.equal([0, `written ${kept}, SHA-256 ${await sha256Of(kept)}\n`]);
  });

  it("refuses what it cannot write, and then writes nothing", async () => {
    const place = join(folder, "place");
    await mkdir(place);
    const sheet = join(folder, "sheet.json");
    await writeFile(sheet, JSON.stringify(sampleSheet()));
    const foreign = join(folder, "foreign.json");
    await writeFile(foreign, JSON.stringify(sheetWith({ "lender.name": "山田" })));
    const fine = join(place, "fine.md");
    const cases: readonly (readonly [args: string[], complaint: string])[] = [
      [[SAMPLE, "--markdown", fine, "--pdf", place], `--pdf: ${place} is no file`],
      [[SAMPLE, "--markdown", fine, "--pdf", join(folder, "none", "a.pdf")], "no such folder"],
      [[SAMPLE, "--markdown", fine, "--pdf", fine], "--pdf and --markdown: both are"],
      [[sheet, "--pdf", sheet], "is the term sheet itself"],
      [[foreign, "--markdown", fine, "--pdf", join(place, "a.pdf")], `${foreign}: "山" (U+5C71)`],
      [[join(folder, "missing.json")], "missing.json: no such file"],
      [[], "no file named"],
      [[SAMPLE, OTHER], "one file at a time"],
    ];
    const outcomes = await Promise.all(cases.map(([args]) => hardhat("note", "render", ...args)));
    for (const [index, [, complaint]] of cases.entries()) {
      expectRefused(outcomes[index] ?? { code: null, stdout: "", stderr: "" }, complaint);
    }
    expect(await readdir(place)).to.deep.equal([]);
    expect(JSON.parse(await readFile(sheet, "utf8"))).to.deep.equal(sampleSheet());
  });

  it("compares with a term sheet, without a chain", async () => {
    const [same, sheet, other, machine, neither, missing] = await Promise.all([
      hardhat("note", "verify", pdf, "--sheet", SAMPLE),
      hardhat("note", "verify", SAMPLE, "--sheet", SAMPLE),
      hardhat("note", "verify", markdown, "--sheet", OTHER),
      hardhat("note", "verify", markdown, "--sheet", OTHER, "--json"),
      hardhat("note", "verify", pdf),
      hardhat("note", "verify", join(folder, "missing.pdf"), "--sheet", SAMPLE),
    ]);
    expect([same.code, same.stderr]).to.deep.equal([0, ""]);
    expect(same.stdout)
      .to.include("byte for byte")
      .and.to.match(/\nFile \(SHA-256\): 0x[0-9a-f]{64}\n$/);
    expect(sheet.stdout).to.match(new RegExp(`\nTerm sheet \\(Keccak-256\\): ${SAMPLE_HASH}\n$`));
    expectRefused(other, `Found ${SAMPLE_HASH}, expected 0x`);
    expect([machine.code, machine.stderr]).to.deep.equal([1, ""]);
    expect(JSON.parse(machine.stdout)).to.include({ outcome: "otherRendering", matches: false, found: SAMPLE_HASH });
    expectRefused(neither, "compare with what?");
    expectRefused(missing, "missing.pdf: no such file");
  });

  describe("given a note on a chain", () => {
    let anvil: Anvil;
    let note: Awaited<ReturnType<typeof makeLiveNote>>;

    before(async () => {
      anvil = await startAnvil({ timestamp: Date.UTC(2005, 8, 2, 12) / 1000 });
      note = await makeLiveNote(anvil.url, sampleSheet(), false);
      process.env["LOCALHOST_URL"] = anvil.url;
    });

    after(async () => {
      delete process.env["LOCALHOST_URL"];
      await note.close();
      await anvil.stop();
    });

    it("compares with what its token carries", async () => {
      const live = ["--id", "1", "--network", "localhost", "--deployments", note.deployments];
      const [same, json, other, none] = await Promise.all([
        hardhat("note", "verify", pdf, ...live),
        hardhat("note", "verify", SAMPLE, ...live, "--json"),
        hardhat("note", "verify", OTHER, ...live),
        hardhat("note", "verify", pdf, "--id", "2", ...live.slice(2)),
      ]);
      expect([same.code, same.stderr]).to.deep.equal([0, ""]);
      expect(JSON.parse(json.stdout)).to.include({ outcome: "termSheet", matches: true, expected: SAMPLE_HASH });
      expectRefused(other, `expected ${SAMPLE_HASH}`);
      expectRefused(none, "there is no note 2");
    });

    it("names the note on a text of it, and knows that text again", async () => {
      const live = ["--id", "1", "--network", "localhost", "--deployments", note.deployments];
      const named = join(folder, "named.pdf");
      const rendered = await hardhat("note", "render", SAMPLE, "--pdf", named, ...live, "--json");
      expect([rendered.code, rendered.stderr]).to.deep.equal([0, ""]);
      const { note: place } = JSON.parse(rendered.stdout) as {
        note: { chainId: string; contract: string; id: string };
      };
      const { chainId, contracts } = note.record;
      expect(place).to.deep.equal({ chainId: String(chainId), contract: contracts.PromissoryNotes, id: "1" });

      const refused = join(folder, "refused.pdf");
      const [same, text, other, offline] = await Promise.all([
        hardhat("note", "verify", named, ...live),
        hardhat("note", "render", SAMPLE, ...live),
        hardhat("note", "render", OTHER, "--pdf", refused, ...live),
        hardhat("note", "render", SAMPLE, "--pdf", refused, "--id", "1"),
      ]);
      expect(same.stdout).to.include(`It names this note: note 1 of contract ${contracts.PromissoryNotes}, chain`);
      expect(text.stdout).to.include(contracts.PromissoryNotes);
      expectRefused(other, `--id: note 1 is not of ${OTHER}: it carries the hash ${SAMPLE_HASH}`);
      expectRefused(offline, "--network: missing");
      expect(await readdir(folder)).not.to.include("refused.pdf");
    });
  });
});
