import { isoOf } from "allonge";

import { Countdown } from "../../../kit/Countdown.tsx";
import { momentIn } from "../../../kit/moments.ts";
import { fullDateOf } from "../../../../../src/wording/days.ts";
import type { SectionProps } from "../section.ts";
import { upcoming } from "./upcoming.ts";

/** What happens next, by itself. */
export function NextEvents({ chain, note }: SectionProps) {
  if (note.ending !== null) return null;
  const events = upcoming(note);
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      {events.length === 0 ? <p>Nothing comes by itself any more: what follows is what the parties do.</p> : null}
      <ol className="next">
        {events.map(({ key, what, meaning, day, when, moment }) => (
          <li key={key}>
            <div className="next-head">
              <h3>{what}</h3>
              {moment === null ? null : <Countdown chain={chain} until={moment} />}
            </div>
            <p>
              <time dateTime={isoOf(day)}>
                {when === "through" ? "At the end of " : ""}
                {when === "through" || moment === null ? fullDateOf(day) : momentIn(moment, note.zone)}
              </time>
            </p>
            <p className="muted">{meaning}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
