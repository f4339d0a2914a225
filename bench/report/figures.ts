import type { Growth } from "../ours/growth.ts";
import type { MeasuredPeer } from "../peers/peer.ts";
import type { Breakdown } from "../trace/breakdown.ts";

/** Everything a run measures, as it is committed. */
export interface Figures {
  readonly acts: Readonly<Record<string, Breakdown>>;
  readonly peers: readonly MeasuredPeer[];
  readonly growth: readonly Growth[];
}

/** Paths at which two figures differ, with both sides. */
export function differences(committed: unknown, measured: unknown, path = ""): string[] {
  if (Object.is(committed, measured)) return [];
  if (!isObject(committed) || !isObject(measured)) {
    return [`${path}: ${shown(committed)} is committed, ${shown(measured)} measured`];
  }
  const keys = new Set([...Object.keys(committed), ...Object.keys(measured)]);
  return [...keys].flatMap((key) => differences(committed[key], measured[key], path === "" ? key : `${path} / ${key}`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "number" ? value.toLocaleString("en-US") : JSON.stringify(value);
}
