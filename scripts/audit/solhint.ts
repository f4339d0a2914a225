import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Finding } from "./finding.ts";
import { blockAt, enclosing } from "./finding.ts";
import { AUDIT, CACHE, copySources, read, ROOT, run, sources } from "./workshop.ts";

interface Problem {
  readonly ruleId?: string;
  readonly filePath?: string;
  readonly line?: number;
  readonly message?: string;
}

const DISABLING = /solhint-disable/g;
/** Comments with which a source silences an analyser; solhint's are taken out of the copy that it reads. */
const SILENCING = /(?:slither|wake)-disable/;

/** solhint's rules of security and of leftovers, on sources without the comments that switch rules off. */
export function solhintFindings(): Finding[] {
  const folder = join(CACHE, "solhint");
  copySources(join(folder, "contracts"));
  for (const path of sources()) {
    writeFileSync(join(folder, path), read(path).replaceAll(DISABLING, "solhint-heeded "));
  }
  const linter = join(ROOT, "node_modules", "solhint", "solhint.js");
  const args = [linter, "--noPoster", "--config", join(AUDIT, "solhint.json"), "--formatter", "json"];
  const { stdout } = run(process.execPath, [...args, "contracts/**/*.sol"], { cwd: folder, allowed: [0, 1] });
  const problems = stdout.trim() === "" ? [] : (JSON.parse(stdout) as Problem[]);
  return problems.filter((problem) => problem.filePath !== undefined).map(findingOf);
}

/** A comment that keeps Slither or Wake from telling what they find. */
export function silencedFindings(): Finding[] {
  return sources().flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((text, index): Finding[] => {
        if (!SILENCING.test(text)) return [];
        const place = { ...enclosing(read(file), index + 1), file, line: index + 1 };
        return [{ analyser: "runner", detector: "silenced-analyser", severity: "high", ...place, text: text.trim() }];
      }),
  );
}

function findingOf({ ruleId, filePath = "", line = 0, message = "" }: Problem): Finding {
  const source = readFileSync(join(ROOT, filePath), "utf8");
  const text = `${message}: ${blockAt(source, line)}`;
  const place = { ...enclosing(source, line), file: filePath, line };
  return { analyser: "solhint", detector: ruleId ?? "parse-error", severity: "low", ...place, text };
}
