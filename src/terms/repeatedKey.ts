const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * The first key that an object of a JSON text says twice. `JSON.parse` keeps the last and says nothing: of two principals, nobody should
 * have to guess which.
 *
 * @param json Text that `JSON.parse` accepts.
 * @example repeatedKey('{ "principal": "1", "principal": "2" }') // "principal"
 */
export function repeatedKey(json: string): string | undefined {
  const tokens = json.match(TOKEN) ?? [];
  const open: Set<string>[] = [];
  for (const [place, token] of tokens.entries()) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":" && tokens[place + 1] === ":") {
      const key = JSON.parse(token) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}
