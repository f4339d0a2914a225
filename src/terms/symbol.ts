const MOST_CHARACTERS = 11;

/**
 * What keeps a text from being the symbol of a currency or a stock; null if nothing does.
 *
 * @example symbolFault("USD₮0") // null
 * @example symbolFault("250,000") // '"250,000" has neither a letter nor a currency sign'
 */
export function symbolFault(symbol: string): string | null {
  const written = JSON.stringify(symbol);
  if (/\s/u.test(symbol)) return `${written} has white space`;
  if (!/[\p{L}\p{Sc}]/u.test(symbol)) return `${written} has neither a letter nor a currency sign`;
  const length = symbol.match(/./gu)?.length ?? 0;
  return length > MOST_CHARACTERS ? `${written} has ${length} characters, more than ${MOST_CHARACTERS}` : null;
}
