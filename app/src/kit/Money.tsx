import { formatMoney } from "allonge";

/** An amount of a currency, grouped, to its last unit. @example <Money units={229701468504n} decimals={6} symbol="USD" /> */
export function Money({
  units,
  decimals,
  symbol,
}: {
  readonly units: bigint;
  readonly decimals: number;
  readonly symbol: string;
}) {
  return (
    <span className="figure">
      {groupedMoney(units, decimals)} {symbol}
    </span>
  );
}

/** @example groupedMoney(229701468504n, 6) // "229,701.468504" */
export function groupedMoney(units: bigint, decimals: number): string {
  const [whole = "0", part] = formatMoney(units, decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
