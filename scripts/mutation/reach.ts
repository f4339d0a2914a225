import type { Statement } from "./build.ts";
import type { Point } from "./points.ts";
import type { MutatedSource } from "./sources.ts";

/** A test file as it ran without a mutant. */
export interface TracedFile {
  readonly file: string;
  /** Statements reached before its first test. */
  readonly fixture: readonly string[];
  readonly tests: readonly {
    readonly test: string;
    readonly milliseconds: number;
    readonly reached: readonly string[];
  }[];
  /** Tests that fail on code with mutants in it though none is on, with what they say. */
  readonly unfit: readonly { readonly test: string; readonly message: string }[];
}

/** The tests to run against a mutant. */
export interface Plan {
  /** In the order in which they are run. */
  readonly tests: readonly string[];
  /** Files whose fixture reaches it. */
  readonly fresh: readonly string[];
  /** Whether there would have been more, had there been time. */
  readonly capped: boolean;
}

/** Who comes where a modifier refuses it: no statement of the act is reached then, so no trace tells. */
const REFUSED = [
  "test/clauses/Parts.test.ts",
  "test/adversary/Reentry.test.ts",
  "test/adversary/CallsBack.test.ts",
  "test/hostile.test.ts",
];
/** Milliseconds of tests against one mutant, as they took without one. */
const CAP = 60_000;

/** Tells which tests reach a place. */
export class Reach {
  readonly #byFile = new Map<string, Statement[]>();
  readonly #files: readonly TracedFile[];
  readonly #sets: ReadonlyMap<readonly string[], ReadonlySet<string>>;

  constructor(statements: readonly Statement[], files: readonly TracedFile[]) {
    for (const statement of statements) {
      const list = this.#byFile.get(statement.file) ?? [];
      list.push(statement);
      this.#byFile.set(statement.file, list);
    }
    this.#files = files;
    const lists = files.flatMap(({ fixture, tests }) => [fixture, ...tests.map(({ reached }) => reached)]);
    this.#sets = new Map(lists.map((list) => [list, new Set(list)]));
  }

  /** The tests that reach a place, the likeliest to notice first. */
  planOf({ file }: MutatedSource, point: Point, content: string): Plan {
    const tags = this.#tagsOf(file, point, content);
    const reaches = (list: readonly string[]) => tags.some((tag) => this.#sets.get(list)?.has(tag) === true);
    // its name, or the two words of it that a test of more than one file is named by
    const name = /([A-Z][a-z]+(?:[A-Z][a-z]+)?)\w*\.sol$/.exec(file)?.[1] ?? "";
    const found = this.#files.flatMap((traced) => {
      const unfit = new Set(traced.unfit.map(({ test }) => test));
      const fixture = reaches(traced.fixture);
      const refused = point.kind === "modifier" && REFUSED.includes(traced.file);
      const all = fixture || refused;
      const tests = traced.tests.filter(({ test, reached }) => !unfit.has(test) && (all || reaches(reached)));
      if (tests.length === 0) return [];
      const milliseconds = tests.reduce((sum, test) => sum + test.milliseconds, 0);
      return [{ file: traced.file, fixture, tests, milliseconds, near: refused || traced.file.includes(name) }];
    });
    found.sort((a, b) => Number(b.near) - Number(a.near) || a.milliseconds - b.milliseconds);
    let left = CAP;
    const tests: string[] = [];
    let capped = false;
    for (const test of inTurn(found.filter(({ near }) => near)).concat(inTurn(found.filter(({ near }) => !near)))) {
      left -= test.milliseconds;
      if (left < 0 && tests.length > 0) capped = true;
      else tests.push(test.test);
    }
    return { tests, fresh: found.filter(({ fixture }) => fixture).map((one) => one.file), capped };
  }

  /** The innermost statement around a place; all of its function if there is none, as for a modifier. */
  #tagsOf(file: string, point: Point, content: string): string[] {
    const bytes = Buffer.from(content);
    const utf16 = (at: number) => bytes.subarray(0, at).toString().length;
    const [start, end] = [utf16(point.start), utf16(point.end)];
    const statements = this.#byFile.get(file) ?? [];
    const around = statements.filter((statement) => statement.start <= start && statement.end >= end - 1);
    const [innermost] = around.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    if (innermost !== undefined && point.kind !== "modifier") return [innermost.tag];
    const [from, to] = [utf16(point.body.start), utf16(point.body.end)];
    return statements.filter((statement) => statement.start >= from && statement.end <= to).map(({ tag }) => tag);
  }
}

/** The quickest test of each file, then the second of each, and so on: so what fits into a minute is of many files. */
function inTurn(files: readonly { readonly tests: TracedFile["tests"] }[]): TracedFile["tests"][number][] {
  const sorted = files.map(({ tests }) => tests.toSorted((a, b) => a.milliseconds - b.milliseconds));
  const most = Math.max(0, ...sorted.map((tests) => tests.length));
  return Array.from({ length: most }, (_, at) => sorted.flatMap((tests) => tests[at] ?? [])).flat();
}
