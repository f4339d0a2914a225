/** Items as a sentence lists them. @example listed(["a", "b", "c"], "or") // "a, b or c" */
export function listed(items: readonly string[], conjunction: string): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1) ?? ""}`;
}
