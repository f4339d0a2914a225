import { isoOf, tellHistory } from "allonge";
import { useMemo, useState } from "react";

import type { OpenChain } from "../../../desk/openChain.ts";
import { Countdown } from "../../../kit/Countdown.tsx";
import { momentIn } from "../../../kit/moments.ts";
import { fullDateOf } from "../../../../../src/wording/days.ts";
import type { SectionProps } from "../section.ts";
import { upcoming } from "./upcoming.ts";

/** Events shown before older ones are asked for. */
const SHOWN = 12;

/** All that happened, and hollow what is still to come. */
export function Timeline({ chain, note }: SectionProps) {
  const [showsAll, setShowsAll] = useState(false);
  const { history, currency, zone } = note;
  const told = useMemo(() => (history === null ? [] : tellHistory(history, currency.decimals)), [history, currency]);
  const hidden = showsAll ? 0 : Math.max(0, told.length - SHOWN);
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">Timeline</h2>
      {hidden === 0 ? null : (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          Show {hidden} earlier events
        </button>
      )}
      <ol className="timeline" data-testid="timeline">
        {told.slice(hidden).map(({ event, sentence }) => (
          <li key={`${event.transactionHash} ${String(event.index)}`}>
            <p className="small muted">
              <time dateTime={new Date(event.timestamp * 1000).toISOString()}>{momentIn(event.timestamp, zone)}</time>{" "}
              <Transaction chain={chain} hash={event.transactionHash} />
            </p>
            <p className="breaks">{sentence}</p>
          </li>
        ))}
        {upcoming(note).map(({ key, what, day, when, moment }) => (
          <li key={key} className="to-come">
            <p className="small muted">
              <time dateTime={isoOf(day)}>
                {when === "through" || moment === null ? `End of ${fullDateOf(day)}` : momentIn(moment, zone)}
              </time>{" "}
              {moment === null ? null : <Countdown chain={chain} until={moment} />}
            </p>
            <p>
              <span className="unseen">Still to come: </span>
              {what}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A transaction, where there is an explorer to look it up. */
export function Transaction({ chain, hash }: { readonly chain: OpenChain; readonly hash: string }) {
  const short = `${hash.slice(0, 8)}…${hash.slice(-4)}`;
  if (chain.explorer === null) return <code title={hash}>{short}</code>;
  return (
    <a
      href={`${chain.explorer}/tx/${hash}`}
      target="_blank"
      rel="noreferrer"
      aria-label={`Transaction ${short} in the explorer`}
    >
      <code>{short}</code>
    </a>
  );
}
