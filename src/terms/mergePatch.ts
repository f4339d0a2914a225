/**
 * What a JSON value becomes by a merge patch (RFC 7396): a member of the patch replaces that of its name, object in object; `null` takes it
 * away; anything but an object replaces the whole.
 *
 * @param target Left as it is.
 * @example mergePatch({ rate: "7.75%", overdue: { rate: "9%" } }, { rate: "6%", overdue: null }) // { rate: "6%" }
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), change));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
