import colors from "picocolors";

import type { ToldStep } from "./play.ts";
import { grouped } from "../../src/wording/numbers.ts";
import type { Terminal } from "./terminal.ts";

const DATE = "2003-12-31";

/** What happened, one below the other: the day, who did what, how it went, and where the note stood after it. */
export function timelineOf(steps: readonly ToldStep[], { unicode }: Terminal): string {
  const rail = colors.dim(unicode ? "│" : "|");
  return steps
    .flatMap(({ step, act, why, played: { ok, error, state } }) => {
      const mark = ok ? colors.green(unicode ? "●" : "*") : colors.red(unicode ? "✗" : "x");
      const outcome = ok ? colors.dim(why) : `${colors.red(error ?? "")}${colors.dim(`: ${why}`)}`;
      const lines = [
        `  ${step.on}  ${mark}  ${ok ? colors.bold(act) : act}`,
        `  ${colors.dim((step.at ?? "").padStart(DATE.length))}  ${rail}  ${outcome}`,
      ];
      if (ok) lines.push(`  ${" ".repeat(DATE.length)}  ${rail}  ${standingOf(state, unicode)}`);
      return lines;
    })
    .join("\n");
}

function standingOf(state: ToldStep["played"]["state"], unicode: boolean): string {
  const { status, total, pricePerShare } = state;
  const [shares = "0", paid = "0"] = [state.shares["lender"], state.paid["lender"]];
  const parts = [colors.cyan(status), `owed ${colors.bold(grouped(total))}`];
  if (shares !== "0") {
    parts.push(`${colors.bold(grouped(shares))} shares${total === "0" ? "" : ` at ${pricePerShare}`}`);
  }
  if (paid !== "0") parts.push(`${colors.bold(grouped(paid))} received`);
  return parts.join(colors.dim(unicode ? " · " : ", "));
}
