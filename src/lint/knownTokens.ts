/** A token whose issuer can freeze accounts, with its decimals on Ethereum. */
export interface KnownToken {
  readonly symbol: string;
  readonly issuer: string;
  readonly decimals: number;
}

/** Currency tokens that notes are likely to be in. */
export const KNOWN_TOKENS: readonly KnownToken[] = [
  { symbol: "USDC", issuer: "Circle", decimals: 6 },
  { symbol: "EURC", issuer: "Circle", decimals: 6 },
  { symbol: "USDT", issuer: "Tether", decimals: 6 },
  { symbol: "PYUSD", issuer: "Paxos", decimals: 6 },
  { symbol: "USDP", issuer: "Paxos", decimals: 18 },
  { symbol: "BUSD", issuer: "Paxos", decimals: 18 },
  { symbol: "USDG", issuer: "Paxos", decimals: 6 },
  { symbol: "TUSD", issuer: "TrueUSD's issuer", decimals: 18 },
  { symbol: "GUSD", issuer: "Gemini", decimals: 2 },
  { symbol: "FDUSD", issuer: "First Digital", decimals: 18 },
  { symbol: "RLUSD", issuer: "Ripple", decimals: 18 },
];

/** The token that goes by a symbol, or undefined. */
export function knownToken(symbol: string | null): KnownToken | undefined {
  return KNOWN_TOKENS.find((token) => token.symbol === symbol?.toUpperCase());
}
