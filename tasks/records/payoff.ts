import { resolve } from "node:path";

import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { toPdf } from "../../src/documents/pdf.ts";
import { PayoffDateError, payoffFigures, payoffJson } from "../../src/records/payoffFigures.ts";
import { payoffLetter } from "../../src/records/payoffLetter.ts";
import { run, UsageError } from "../command.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { jsonOf, requireWritable, writeRecords } from "./output.ts";
import { dayIn, readRecords, within } from "./readRecords.ts";
import type { NoteArguments } from "./readRecords.ts";

interface PayoffArguments extends NoteArguments {
  readonly asOf: string;
  readonly goodThrough: string;
  readonly pdf: string;
  readonly markdown: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `npx hardhat note payoff --id N --network X --as-of DATE [--good-through DATE] [--pdf OUT] [--markdown OUT] [--force] [--json]` */
export default async function payoffTask(args: PayoffArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    const asOf = dayIn("--as-of", args.asOf);
    if (asOf === null) throw new UsageError("--as-of: missing; name the day of payment");
    const goodThrough = dayIn("--good-through", args.goodThrough) ?? undefined;
    await requireWritable("--pdf", args.pdf);
    await requireWritable("--markdown", args.markdown);
    if (args.pdf !== "" && resolve(args.pdf) === resolve(args.markdown)) {
      throw new UsageError(`--pdf and --markdown: both are ${args.pdf}`);
    }

    const facts = await readRecords(hre, args);
    const dates = { asOf, goodThrough };
    const letter = within(optionOf, () => payoffLetter(facts, dates));
    const markdown = toMarkdown(letter);
    const pdf = args.pdf === "" ? null : await toPdf(letter, await readFonts());
    const files = [
      { option: "--markdown", path: args.markdown, content: markdown },
      { option: "--pdf", path: args.pdf, content: pdf ?? "" },
    ];
    await writeRecords(files, args);
    if (args.json) return jsonOf(payoffJson(payoffFigures(facts, dates), facts));
    return args.markdown === "" && pdf === null ? markdown.trimEnd() : null;
  });
}

/** What is wrong is one of the days, or that the note has ended. */
function optionOf(error: RangeError): string {
  if (!(error instanceof PayoffDateError)) return "--id";
  return error.date === "asOf" ? "--as-of" : "--good-through";
}
