/** One object of those that an error is wrapped in. */
export type Layer = Readonly<Record<string, unknown>>;

/** Where libraries, nodes and wallets put what they were told. What was asked (`transaction`, `payload`, `request`) is left out: its data is no answer. */
const WITHIN = [
  "data",
  "error",
  "info",
  "cause",
  "originalError",
  "innerError",
  "reason",
  "errors",
  "body",
  "responseBody",
];
/** Deeper than any library wraps; errors that wrap themselves end here too. */
const MOST_LAYERS = 64;

/** An error and whatever is wrapped in it, outermost first. Answers in JSON are read. */
export function layersOf(error: unknown): readonly Layer[] {
  const layers: Layer[] = [];
  const waiting: unknown[] = [error];
  const seen = new Set();
  while (waiting.length > 0 && layers.length < MOST_LAYERS) {
    const found = read(waiting.shift());
    if (typeof found !== "object" || found === null || seen.has(found)) continue;
    seen.add(found);
    if (Array.isArray(found)) {
      waiting.push(...(found as unknown[]));
      continue;
    }
    const layer = found as Layer;
    layers.push(layer);
    waiting.push(...WITHIN.map((key) => layer[key]));
  }
  return layers;
}

/** All that the layers of an error say in words, each once. */
export function textsOf(error: unknown): readonly string[] {
  const said = layersOf(error).flatMap((layer) =>
    ["shortMessage", "message", "reason", "details", "responseStatus", "responseBody", "data"].map((key) => layer[key]),
  );
  return [...new Set([error, ...said].filter((text) => typeof text === "string"))];
}

function read(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
