import { isoOf } from "allonge";
import type { Day, NoteOnChain } from "allonge";

import { owedOn } from "../../../../src/chain/noteOnDay.ts";
import { groupedMoney } from "../../kit/Money.tsx";
import { accrualOf } from "./accrual.ts";

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [720, 280, 8, 24, 44];

interface ChartProps {
  readonly note: NoteOnChain;
  readonly day: Day;
  readonly last: Day;
}

/** What is owed day by day, with the days that matter, as a drawing; the same as a table for whoever would read. */
export function Chart({ note, day, last }: ChartProps) {
  const { today, terms, stored, window, currency } = note;
  const points = accrualOf(note, last);
  const totals = points.map(({ total }) => total);
  const highest = totals.reduce((one, other) => (one > other ? one : other), 1n);
  const x = (of: Day) => LEFT + ((of - today) / (last - today)) * (WIDTH - 2 * LEFT);
  // a drawing is as fine as its pixels: figures themselves are never made numbers
  const y = (total: bigint) =>
    HEIGHT - BOTTOM - (Number((total * 10_000n) / highest) / 10_000) * (HEIGHT - TOP - BOTTOM);
  const line = points.map(({ day: on, total }) => `${x(on).toFixed(1)},${y(total).toFixed(1)}`).join(" ");
  const marks = [
    ...(window === null ? [] : [{ on: window.opensOn, label: "conversion opens" }]),
    { on: terms.maturity, label: "due" },
    { on: terms.lastDayToPay + 1, label: "overdue" },
  ].filter(({ on }) => on >= today && on <= last);
  const owed = owedOn(terms, stored, day).total;
  const money = (units: bigint) => `${groupedMoney(units, currency.decimals)} ${currency.symbol}`;
  return (
    <figure className="what-if-chart">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`What is owed from ${isoOf(today)} to ${isoOf(last)}; on ${isoOf(day)}, ${money(owed)}`}
      >
        <polygon
          className="area"
          points={`${x(today).toFixed(1)},${String(HEIGHT - BOTTOM)} ${line} ${x(last).toFixed(1)},${String(HEIGHT - BOTTOM)}`}
        />
        <polyline className="line" points={line} />
        {marks.map(({ on, label }, place) => (
          <g key={label} className="mark">
            <line x1={x(on)} x2={x(on)} y1={TOP} y2={HEIGHT - BOTTOM} />
            <text
              x={x(on) + (x(on) > WIDTH / 2 ? -4 : 4)}
              y={TOP + 12 + place * 16}
              textAnchor={x(on) > WIDTH / 2 ? "end" : "start"}
            >
              {label}
            </text>
          </g>
        ))}
        <line className="chosen" x1={x(day)} x2={x(day)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <circle className="chosen" cx={x(day)} cy={y(owed)} r={5} />
        <text x={LEFT} y={HEIGHT - 24}>
          {isoOf(today)}
        </text>
        <text x={WIDTH - LEFT} y={HEIGHT - 24} textAnchor="end">
          {isoOf(last)}
        </text>
        <text x={LEFT} y={TOP - 8}>
          {money(highest)}
        </text>
      </svg>
      <details>
        <summary>The same as a table</summary>
        <table>
          <caption>What is owed</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Owed</th>
            </tr>
          </thead>
          <tbody>
            {points
              .filter(({ day: on }, place) => place % 16 === 0 || marks.some((mark) => mark.on === on))
              .map(({ day: on, total }) => (
                <tr key={on}>
                  <th scope="row">{isoOf(on)}</th>
                  <td className="figure">{money(total)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
