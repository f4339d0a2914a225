import { isoOf, tellStatus } from "allonge";
import { Link } from "wouter";

import { Address } from "../../../kit/Address.tsx";
import { Copy } from "../../../kit/Copy.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Status } from "../../../kit/Status.tsx";
import { momentIn } from "../../../kit/moments.ts";
import type { SectionProps } from "../section.ts";

/** Which note it is, and how it stands. */
export function Heading({ chain, note }: SectionProps) {
  const { id, parties, terms, currency, status, block, zone, replacedBy } = note;
  const address = `/note/${String(chain.chainId)}`;
  return (
    <header className="note-heading">
      <div className="heading-row">
        <h1>Note {String(id)}</h1>
        <Status status={status} />
      </div>
      <p className="note-status" data-testid="status">
        {tellStatus(note)}.
      </p>
      <p>
        <Money units={terms.principal} {...currency} /> made on {isoOf(terms.dated)} by{" "}
        <Address address={parties.maker} chain={chain} called="maker" />
      </p>
      {replacedBy === null ? null : (
        <p>
          It was replaced by <Link href={`${address}/${String(replacedBy)}`}>note {String(replacedBy)}</Link>.
        </p>
      )}
      <p className="row">
        <Link href={`${address}/${String(id)}/what-if`} className="button quiet">
          What if …
        </Link>
        <span className="muted share">
          Share this page <Copy text={window.location.href} what="the address of this page" />
        </span>
      </p>
      <p className="muted small">
        Figures of block {block.number}, {momentIn(block.timestamp, zone)}.
      </p>
    </header>
  );
}
