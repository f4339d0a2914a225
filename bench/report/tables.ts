import type { Growth } from "../ours/growth.ts";
import { grouped, percentAbove, timesOf } from "../ratio.ts";
import { ABOVE, UNAVOIDABLE } from "../trace/classes.ts";
import { compare } from "./comparisons.ts";
import type { Figures } from "./figures.ts";

/** Rows of Markdown: the first column to the left, the rest to the right. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[], left = 1): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((_, index) => (index < left ? "---" : "---:")).join("|")}|`;
  return [line(head), rule, ...rows.map(line)];
}

const times = (ours: number, theirs: number) =>
  ours < theirs ? `**${timesOf(ours, theirs)}**` : timesOf(ours, theirs);

/** Ours beside the floor and the others. */
export function comparisonTable(figures: Figures): string[] {
  const rows = compare(figures).flatMap(({ act, gas, floor, peers }) => [
    [act, "", "**ours**", `**${grouped(gas)}**`, ""],
    ["", floor.system, floor.act, grouped(floor.gas), times(gas, floor.gas)],
    ...peers.map((peer) => ["", peer.system, peer.act, grouped(peer.gas), times(gas, peer.gas)]),
  ]);
  return markdown(["act of ours", "beside it", "its act", "gas", "ours / it"], rows, 3);
}

/** What each of the others is and does. */
export function peersTable({ peers }: Figures): string[] {
  return markdown(
    ["system", "measured from", "what it does beside the core"],
    peers.map(({ name, from, does }) => [name, from, does]),
    3,
  );
}

/** Each act with what is unavoidable of it. */
export function unavoidableTable({ acts }: Figures): string[] {
  const rows = Object.entries(acts).map(([act, { gas, unavoidable }]) => [
    act,
    grouped(gas),
    grouped(unavoidable),
    grouped(gas - unavoidable),
    percentAbove(gas, unavoidable),
  ]);
  return markdown(["act", "gas", "unavoidable", "above", "above %"], rows);
}

/** What the unavoidable part of each act is made of. */
export function partsTable({ acts }: Figures): string[] {
  const rows = Object.entries(acts).map(([act, { parts, refunded }]) => [
    act,
    ...UNAVOIDABLE.map((name) => figure(parts[name])),
    refunded === 0 ? "" : `−${grouped(refunded)}`,
  ]);
  return markdown(["act", ...UNAVOIDABLE, "refunded"], rows);
}

/** Where what is above goes. */
export function aboveTable({ acts }: Figures): string[] {
  const by = [...new Set(Object.values(acts).flatMap(({ aboveBy }) => Object.keys(aboveBy)))];
  const rows = Object.entries(acts).map(([act, { above, aboveBy }]) => [
    act,
    ...ABOVE.map((name) => figure(above[name])),
    ...by.map((name) => figure(aboveBy[name])),
  ]);
  return markdown(["act", ...ABOVE, ...by.map((name) => `*${name}*`)], rows);
}

/** One table of what an act costs as something grows. */
export function growthTable({ of, curves }: Growth): string[] {
  const points = Object.keys(curves[0]?.gas ?? {}).map(Number);
  const rows = curves.map(({ act, gas }) => [act, ...points.map((at) => figure(gas[at]))]);
  return markdown([of, ...points.map(grouped)], rows);
}

const figure = (gas: number | undefined) => (gas === undefined || gas === 0 ? "" : grouped(gas));
