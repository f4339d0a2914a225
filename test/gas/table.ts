/** What the suite measures. */
export interface Measured {
  acts: Record<string, number>;
  growth: Record<string, number>;
  bytecode: Record<string, number>;
}

/** Gas goals, and the best comparable act of another system, measured at its own compiler settings. */
export const GOALS: Record<string, { goal: number; peer: string }> = {
  "make, value received": { goal: 250_000, peer: "Arcade 641,191 · Maple 920,878 · ACTUS 972,547" },
  "make with the maker's signature, its first": { goal: 250_000, peer: "Arcade 641,191 (one signature, two notes)" },
  "make with the maker's signature, a later one": { goal: 250_000, peer: "the same" },
  "consent by signature, a later one": { goal: Number.NaN, peer: "a consent recorded and nothing else 52,210" },
  "consent by signature and transfer by the holder, at once": { goal: Number.NaN, peer: "two consents recorded 61,489" },
  "transfer with consent": { goal: 75_000, peer: "CMTAT 69,643 (one rule) · T-REX 209,902" },
  "transfer to an affiliate": { goal: 75_000, peer: "OpenZeppelin ERC-721 59,844, no rule" },
  "pay off": { goal: 90_000, peer: "Maple 171,101 · Arcade 282,728" },
  "pay off, no conversion right": { goal: 90_000, peer: "the same" },
  "pay part": { goal: Number.NaN, peer: "Arcade 151,941" },
  "convert part, holder new to the stock": { goal: 125_000, peer: "none converts" },
  "convert part, holder with shares": { goal: 105_000, peer: "none converts" },
};

/** A figure with thousands separated. */
export const grouped = (value: number): string => value.toLocaleString("en-US");

function verdict(gas: number, goal: number): string {
  if (Number.isNaN(goal)) return "";
  const difference = grouped(Math.abs(goal - gas));
  return gas <= goal ? `met, ${difference} below` : `**missed by ${difference}**`;
}

/**
 * The committed table, as Markdown.
 *
 * @param hardfork Whose rules the chain of the measurement goes by.
 */
export function renderTable({ acts, growth, bytecode }: Measured, hardfork: string): string {
  const actRows = Object.entries(acts).map(([act, gas]) => {
    const { goal = Number.NaN, peer = "" } = GOALS[act] ?? {};
    const shown = Number.isNaN(goal) ? "" : grouped(goal);
    return `| ${act} | ${grouped(gas)} | ${shown} | ${verdict(gas, goal)} | ${peer} |`;
  });
  const rows = (values: Record<string, number>) =>
    Object.entries(values).map(([name, value]) => `| ${name} | ${grouped(value)} |`);
  return [
    "# Gas and size",
    "",
    `Written by \`npm run gas:update\`, checked by \`npm test\`. Whole-transaction receipts on Hardhat's chain under ${hardfork} rules, compiler settings of`,
    "`hardhat.config.ts`, notes of the sample's terms with conversion into `CommonStock`. Others' figures are at their own settings and do other work",
    "beside the core (collateral, fees, proxies), so compare act by act.",
    "",
    "| act | gas | goal | | others |",
    "|---|---:|---:|---|---|",
    ...actRows,
    "",
    "A payoff of a note with a conversion right also releases the shares reserved for it: one call to the stock and one of its slots, which no other",
    "system here does. Without that right the same act is measured apart. The first nonce a signer uses of 256 costs 17,100 more than each later one.",
    "",
    "| growth | gas |",
    "|---|---:|",
    ...rows(growth),
    "",
    "| contract | bytes of 24,576 |",
    "|---|---:|",
    ...rows(bytecode),
    "",
  ].join("\n");
}
