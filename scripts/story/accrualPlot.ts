import colors from "picocolors";

import { dayOf } from "../../src/math/civilDate.ts";
import { parseDecimal } from "../../src/math/decimal.ts";
import type { Sample } from "./play.ts";
import type { Terminal } from "./terminal.ts";

/** A line of the plot. */
export interface Series {
  readonly samples: readonly Sample[];
  readonly label: string;
  readonly paint: (text: string) => string;
  /** What it is drawn with where Braille does not come out. */
  readonly plain: string;
}

/** What a day is marked with, below the axis. */
export interface DayMark {
  readonly on: string;
  readonly label: string;
}

const ROWS = 12;
const AXIS_WIDTH = 9;
const UNITS = 2;

/** Dots of a Braille cell by column and row, from the top. */
const BRAILLE = 0x2800;
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/**
 * What is owed over time, a line for each series: dots of Braille two to a column and four to a row, or one plain character
 * a column.
 *
 * @param range What the axis shows, in whole units of the currency; a line leaves the plot below it.
 */
export function accrualPlot(
  series: readonly Series[],
  marks: readonly DayMark[],
  range: { readonly from: bigint; readonly to: bigint },
  terminal: Terminal,
): string {
  const columns = terminal.width - AXIS_WIDTH - 5;
  const [across, down] = terminal.unicode ? [2, 4] : [1, 1];
  const cells: { dots: number; of: Series | null }[][] = Array.from({ length: ROWS }, () =>
    Array.from({ length: columns }, () => ({ dots: 0, of: null })),
  );
  const days = series.flatMap(({ samples }) => samples.map(({ on }) => dayOf(on)));
  const [first, last] = [Math.min(...days), Math.max(...days)];

  for (const each of series) {
    let before: number | null = null;
    for (let x = 0; x < columns * across; x += 1) {
      const day = first + Math.round((x * (last - first)) / (columns * across - 1));
      const level = levelOf(each.samples, day, range, ROWS * down);
      for (const y of between(before ?? level, level)) {
        const cell = cells[ROWS - 1 - Math.floor(y / down)]?.[Math.floor(x / across)];
        if (cell === undefined) continue;
        const dot = DOTS[x % across === 1 ? 1 : 0][3 - (y % down)] ?? 0;
        cell.dots = cell.of === each || cell.of === null ? cell.dots | dot : dot;
        cell.of = each;
      }
      before = level;
    }
  }

  const lines = cells.map((row, index) => {
    const drawn = row.map(({ dots, of }) => {
      if (of === null) return " ";
      return of.paint(terminal.unicode ? String.fromCharCode(BRAILLE | dots) : of.plain);
    });
    return `  ${colors.dim(axisLabel(index, range, terminal))}${drawn.join("")}`;
  });
  const positions = marks.map(({ on, label }) => ({
    at: Math.round(((dayOf(on) - first) * (columns - 1)) / (last - first)),
    label,
  }));
  return [...lines, ...axisOf(positions, columns, terminal), "", ...legendOf(series, terminal)].join("\n");
}

/** In which row of dots a day's amount lies; between two samples the line is straight. Below the range: minus one. */
function levelOf(
  samples: readonly Sample[],
  day: number,
  { from, to }: { readonly from: bigint; readonly to: bigint },
  levels: number,
): number {
  const next = samples.findIndex(({ on }) => dayOf(on) > day);
  const [a, b] = [samples[next === -1 ? samples.length - 1 : Math.max(next - 1, 0)], samples[next]];
  if (a === undefined) return -1;
  const start = cents(a.total);
  const rising = b !== undefined && cents(b.total) > start;
  const amount = rising
    ? start + ((cents(b.total) - start) * BigInt(day - dayOf(a.on))) / BigInt(dayOf(b.on) - dayOf(a.on))
    : start;
  const [low, high] = [from * 100n, to * 100n];
  return amount < low ? -1 : Number(((amount - low) * BigInt(levels)) / (high - low));
}

/** A dot is more than a cent. */
function cents(total: string): bigint {
  const [whole = "0", fraction = ""] = total.split(".");
  return parseDecimal(`${whole}.${fraction.slice(0, UNITS).padEnd(UNITS, "0")}`, UNITS);
}

function between(from: number, to: number): number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (from === to) return [to];
  const steps = Array.from({ length: high - low }, (_, index) => low + index + 1);
  return to > from ? steps : steps.map((y) => y - 1);
}

function axisLabel(row: number, { from, to }: { from: bigint; to: bigint }, { unicode }: Terminal): string {
  const value = to - ((to - from) * BigInt(row)) / BigInt(ROWS);
  const text = row % 3 === 0 ? `${value / 1000n},000` : "";
  return `${text.padStart(AXIS_WIDTH - 1)} ${row % 3 === 0 ? (unicode ? "┤" : "+") : unicode ? "│" : "|"}`;
}

function axisOf(
  positions: readonly { readonly at: number; readonly label: string }[],
  columns: number,
  { unicode }: Terminal,
): string[] {
  const axis: string[] = Array.from({ length: columns }, () => (unicode ? "─" : "-"));
  let labels = "";
  for (const { at, label } of positions) {
    axis[at] = unicode ? "┬" : "+";
    const start = Math.min(Math.max(at - Math.floor(label.length / 2), 0), columns - label.length);
    labels = `${labels.padEnd(start)}${label}`;
  }
  const margin = " ".repeat(AXIS_WIDTH);
  return [`  ${colors.dim(`${margin}${unicode ? "└" : "+"}${axis.join("")}`)}`, `  ${margin} ${colors.dim(labels)}`];
}

function legendOf(series: readonly Series[], { unicode }: Terminal): string[] {
  return series.map(
    ({ label, paint, plain }) => `  ${" ".repeat(AXIS_WIDTH)} ${paint(unicode ? "━━" : plain.repeat(2))} ${label}`,
  );
}
