import type { ReactNode } from "react";

import { Address } from "../../../kit/Address.tsx";
import { formatShares } from "allonge";
import { grouped } from "../../../../../src/wording/numbers.ts";
import type { SectionProps } from "../section.ts";

/** Who is who, and which contracts the note relies on. */
export function Parties({ chain, note }: SectionProps) {
  const { parties, currency, stock, registry, calendar } = note;
  const at = (address: string, called: string) => <Address address={address} chain={chain} called={called} />;
  const isMakerObligor = parties.maker === parties.obligor;
  return (
    <section className="card" aria-labelledby="parties">
      <h2 id="parties">Who is who</h2>
      <dl className="parties">
        <Entry name="Lender" says="holds the note">
          {parties.holder === null ? "nobody: the note has ended" : at(parties.holder, "lender")}
        </Entry>
        <Entry name="Borrower" says={isMakerObligor ? "made the note and owes it" : "owes the note now"}>
          {at(parties.obligor, "borrower")}
        </Entry>
        {isMakerObligor ? null : (
          <Entry name="Maker" says="signed the note and stays bound">
            {at(parties.maker, "maker")}
          </Entry>
        )}
        <Entry name="Attestor" says="neutral, whose word is taken">
          {parties.attestor === null ? "none is appointed" : at(parties.attestor, "attestor")}
        </Entry>
      </dl>
      <details>
        <summary>Contracts it relies on</summary>
        <dl className="parties">
          <Entry name={currency.symbol} says="the currency">
            {at(currency.address, "currency")}
          </Entry>
          {stock === null ? null : (
            <Entry
              name={stock.symbol}
              says={`${stock.name}${stock.issued === null ? "" : `, ${grouped(formatShares(stock.issued))} shares issued`}`}
            >
              {at(stock.convertsInto, "stock")}
            </Entry>
          )}
          <Entry name="Calendar" says={note.zone ?? "not known here"}>
            {at(calendar, "calendar")}
          </Entry>
          {registry === null ? null : (
            <Entry name="Register" says="of who controls whom">
              {at(registry, "register")}
            </Entry>
          )}
        </dl>
      </details>
    </section>
  );
}

interface EntryProps {
  readonly name: string;
  readonly says: string;
  readonly children: ReactNode;
}

function Entry({ name, says, children }: EntryProps) {
  return (
    <div>
      <dt>
        {name} <span className="muted small">{says}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
