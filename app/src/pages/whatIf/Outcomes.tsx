import { ceil, divide, formatShares, isoOf, multiply, rational } from "allonge";
import type { Day, NoteOnChain, Rational } from "allonge";

import { conversionOn, owedOn, standingOn } from "../../../../src/chain/noteOnDay.ts";
import { grouped } from "../../../../src/wording/numbers.ts";
import { Money } from "../../kit/Money.tsx";

/** Decimals of a price beyond those of the currency. */
const FINER = 4;

interface OutcomesProps {
  readonly note: NoteOnChain;
  readonly day: Day;
  /** Of the principal. */
  readonly hundredths: bigint;
}

/** What paying and converting would come to on a day. */
export function Outcomes({ note, day, hundredths }: OutcomesProps) {
  const { terms, stored, facts, currency } = note;
  const standing = standingOn(terms, stored, facts, day);
  const owed = owedOn(terms, stored, day);
  const parts = [
    ["Principal", owed.principal],
    ["Interest", owed.interest],
    ["Overdue interest", owed.overdueInterest],
    ["Charges", owed.charges],
  ] as const;
  return (
    <div className="what-if-outcomes">
      <section className="card" aria-labelledby="if-paid">
        <h2 id="if-paid">Paying on {isoOf(day)}</h2>
        <p>
          {standing.payable
            ? "A payment would be taken."
            : "No payment would be taken: it is before maturity, and prepayment is not permitted on that day."}
        </p>
        <dl className="figures">
          {parts.map(([label, units]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Money units={units} decimals={currency.decimals} symbol={currency.symbol} />
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <strong>Ends the note</strong>
            </dt>
            <dd data-testid="if-paid">
              <Money units={owed.total} decimals={currency.decimals} symbol={currency.symbol} />
            </dd>
          </div>
        </dl>
      </section>
      {note.stock === null ? null : (
        <>
          {hundredths === 50n || hundredths === 100n ? null : (
            <Converting note={note} day={day} title={`Converting ${String(hundredths)}%`} hundredths={hundredths} />
          )}
          <Converting note={note} day={day} title="Converting half" hundredths={50n} />
          <Converting note={note} day={day} title="Converting all" hundredths={100n} />
        </>
      )}
    </div>
  );
}

interface ConvertingProps extends OutcomesProps {
  readonly title: string;
}

function Converting({ note, day, hundredths, title }: ConvertingProps) {
  const { terms, stored, stock, facts, currency } = note;
  const part = hundredths === 100n ? "all" : (stored.principal * hundredths) / 100n;
  const conversion = conversionOn(note, day, part);
  if (conversion === null || stock === null) return null;
  const { amount, shares, residue, isAll } = conversion;
  const tokens = multiply(rational(shares), stock.splitSinceMaking);
  const { total } = owedOn(terms, stored, day);
  const { convertible } = standingOn(terms, stored, facts, day);
  const money = (units: bigint) => <Money units={units} decimals={currency.decimals} symbol={currency.symbol} />;
  const id = `if-converted-${title.replaceAll(/\W+/g, "-").toLowerCase()}`;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{convertible ? "The right to convert is open." : "The right to convert is not open on that day."}</p>
      <dl className="figures">
        <div>
          <dt>Debt that it takes</dt>
          <dd>{money(amount)}</dd>
        </div>
        <div>
          <dt>Shares, of the note’s date</dt>
          <dd className="figure">{grouped(String(shares))}</dd>
        </div>
        {stock.splitSinceMaking.numerator === stock.splitSinceMaking.denominator ? null : (
          <div>
            <dt>Shares of today</dt>
            <dd className="figure">{grouped(formatShares((tokens.numerator * 10n ** 18n) / tokens.denominator))}</dd>
          </div>
        )}
        <div>
          <dt>{isAll ? "Left over, released" : "Left over, stays owed"}</dt>
          <dd>{money(residue)}</dd>
        </div>
        <div>
          <dt>Remains owed</dt>
          <dd>{money(isAll ? 0n : total - amount + residue)}</dd>
        </div>
        {tokens.numerator === 0n ? null : (
          <div>
            <dt>Pays off from a price of a share of today, rounded up</dt>
            <dd>
              <Money
                units={breakEven(isAll ? amount : amount - residue, tokens)}
                decimals={currency.decimals + FINER}
                symbol={currency.symbol}
              />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** What a share must be worth for the shares to be worth what they cost, in ten-thousandths of the smallest unit, rounded up. */
function breakEven(cost: bigint, shares: Rational): bigint {
  return ceil(divide(rational(cost * 10n ** BigInt(FINER)), shares));
}
