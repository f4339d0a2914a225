import { formatPrice } from "allonge";
import type { NoteOnChain } from "allonge";
import type { ReactNode } from "react";

import { useChainTime } from "../../../desk/useHead.ts";
import { Money } from "../../../kit/Money.tsx";
import { placeOf } from "../../../kit/moments.ts";
import { fullDateOf } from "../../../../../src/wording/days.ts";
import { grouped } from "../../../../../src/wording/numbers.ts";
import type { SectionProps } from "../section.ts";
import { runningInterest } from "./runningInterest.ts";

/** What is owed today, to the last unit, and what may be done about it. */
export function Statement({ chain, note }: SectionProps) {
  const { statement, currency, today, ending, charges } = note;
  const money = (units: bigint) => <Money units={units} {...currency} />;
  return (
    <section className="card" aria-labelledby="statement">
      <h2 id="statement">{ending === null ? "What is owed" : "Nothing is owed any more"}</h2>
      <table className="figures">
        <caption className="muted">On {fullDateOf(today)}, as the contract counts it</caption>
        <tbody>
          <Figure name="Principal" testId="principal">
            {money(statement.principal)}
          </Figure>
          <Figure name="Interest" testId="interest">
            {money(statement.interest)}
          </Figure>
          <Figure name="Overdue interest" testId="overdue-interest">
            {money(statement.overdueInterest)}
          </Figure>
          <Figure name="Charges" testId="charges">
            {money(statement.charges)}
          </Figure>
        </tbody>
        <tfoot>
          <Figure name="Total" testId="total">
            {money(statement.total)}
          </Figure>
        </tfoot>
      </table>
      <table className="figures apart">
        <caption className="unseen">What one more day adds, and what a share costs</caption>
        <tbody>
          <Figure name="One more day adds" testId="per-diem">
            {money(note.perDiem.floored)}
          </Figure>
          {note.pricePerShare === null ? null : (
            <Figure name="Price of a share today" testId="price-per-share">
              {grouped(formatPrice(note.pricePerShare, currency.decimals))} {currency.symbol}
            </Figure>
          )}
          {charges.admitted === 0n ? null : <Figure name="Charges ever admitted">{money(charges.admitted)}</Figure>}
        </tbody>
      </table>
      <Running chain={chain} note={note} />
      <Possible note={note} />
      <Held note={note} />
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

function Figure({ name, testId, children }: FigureProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number figure" data-testid={testId}>
        {children}
      </td>
    </tr>
  );
}

/** The part of a day's interest that the day has come to: none of it is owed yet, so it stands apart from the figures. */
function Running({ chain, note }: SectionProps) {
  const now = useChainTime(chain);
  const { calendar } = note.terms;
  const { perDiem, today, zone, currency, ending } = note;
  if (ending !== null || calendar === null || zone === null || now === null || perDiem.exact.numerator === 0n)
    return null;
  const [from, to] = [calendar.startOf(today), calendar.startOf(today + 1)];
  return (
    <p className="running">
      <span className="muted">Today’s interest so far, counted and owed only at midnight {placeOf(zone)}: </span>
      <Money units={runningInterest(perDiem.exact, from, to, now)} {...currency} />
      {now < to ? null : <span className="muted"> (the day is over: the next block counts it)</span>}
    </p>
  );
}

function Possible({ note }: { readonly note: NoteOnChain }) {
  const { ending, payable, convertible, window, conversion } = note;
  if (ending !== null) return null;
  return (
    <ul className="possible">
      <li className={payable ? "yes" : "no"}>
        {payable ? "A payment is taken today" : "No payment is taken today: prepayment is prohibited until maturity"}
      </li>
      {window === null ? null : (
        <li className={convertible ? "yes" : "no"}>
          {convertible
            ? "The lender may convert today"
            : note.today < window.opensOn
              ? `Conversion opens on ${fullDateOf(window.opensOn)}`
              : "The time to convert is over"}
          {convertible && conversion !== null && conversion.shares > 0n
            ? `: all of it would be ${grouped(String(conversion.shares))} shares as shares stood when the note was made`
            : ""}
        </li>
      )}
    </ul>
  );
}

/** Money that a holder could not be sent, and may withdraw. */
function Held({ note: { held, currency } }: { readonly note: NoteOnChain }) {
  if (held.length === 0) return null;
  return (
    <>
      <h3>Kept for holders</h3>
      <ul>
        {held.map(({ holder, amount, unread }) => (
          <li key={holder}>
            {amount === null ? unread : <Money units={amount} {...currency} />} for{" "}
            <code className="breaks">{holder}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
