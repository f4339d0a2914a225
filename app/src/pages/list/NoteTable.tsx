import { isoOf } from "allonge";
import type { NoteSummary } from "allonge";
import { Link } from "wouter";

import type { OpenChain } from "../../desk/openChain.ts";
import { Address } from "../../kit/Address.tsx";
import { Money } from "../../kit/Money.tsx";
import { Status } from "../../kit/Status.tsx";

const HEADS = ["Note", "Borrower", "Lender", "Principal", "Owed", "Status", "Maturity"] as const;

/** Notes as a table, which on a phone lies as cards. */
export function NoteTable({ chain, notes }: { readonly chain: OpenChain; readonly notes: readonly NoteSummary[] }) {
  return (
    <table className="notes">
      <caption className="unseen">Notes on {chain.name}, the newest first</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className={head === "Principal" || head === "Owed" ? "number" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {notes.map((note) => (
          <Row key={String(note.id)} chain={chain} note={note} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ chain, note }: { readonly chain: OpenChain; readonly note: NoteSummary }) {
  const { id, obligor, holder, principal, total, status, unread, currency, maturity } = note;
  return (
    <tr>
      <th scope="row">
        <Link href={`/note/${String(chain.chainId)}/${String(id)}`}>Note {String(id)}</Link>
      </th>
      <td data-head="Borrower">
        <Address address={obligor} chain={chain} called={`borrower of note ${String(id)}`} />
      </td>
      <td data-head="Lender">
        {holder === null ? (
          <span className="muted">nobody: it has ended</span>
        ) : (
          <Address address={holder} chain={chain} called={`lender of note ${String(id)}`} />
        )}
      </td>
      <td data-head="Principal" className="number">
        <Money units={principal} {...currency} />
      </td>
      <td data-head="Owed" className="number">
        {total === null ? <span className="muted">not readable</span> : <Money units={total} {...currency} />}
      </td>
      <td data-head="Status">
        {status === null ? <span className="muted">{unread}</span> : <Status status={status} />}
      </td>
      <td data-head="Maturity" className="figure">
        <time dateTime={isoOf(maturity)}>{isoOf(maturity)}</time>
      </td>
    </tr>
  );
}
