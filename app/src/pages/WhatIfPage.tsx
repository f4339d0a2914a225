import { isoOf } from "allonge";
import type { NoteOnChain } from "allonge";
import { useId, useState } from "react";
import { Link, useParams } from "wouter";

import { useChain } from "../desk/DeskProvider.tsx";
import type { OpenChain } from "../desk/openChain.ts";
import { useNote } from "../desk/useNote.ts";
import { useTitle } from "../kit/useTitle.ts";
import { Chart } from "./whatIf/Chart.tsx";
import { Outcomes } from "./whatIf/Outcomes.tsx";
import { horizonOf } from "./whatIf/accrual.ts";
import "./whatIf/whatIf.css";

/** What a note would come to on a day to come, if nothing but time passes until then. */
export default function WhatIfPage() {
  const { chainId = "", id = "" } = useParams();
  const chain = useChain(Number(chainId));
  useTitle(`What if: note ${id}`);
  if (chain === null || !/^[1-9]\d{0,77}$/.test(id)) {
    return (
      <>
        <h1>No such note</h1>
        <p>
          <Link href="/">All notes</Link>
        </p>
      </>
    );
  }
  return <WhatIf chain={chain} id={BigInt(id)} />;
}

function WhatIf({ chain, id }: { readonly chain: OpenChain; readonly id: bigint }) {
  const { data: note, error } = useNote(chain, id);
  return (
    <>
      <h1>What if: note {String(id)}</h1>
      <p>
        <Link href={`/note/${String(chain.chainId)}/${String(id)}`}>The note itself</Link>
      </p>
      {note !== undefined ? (
        <Shown note={note} />
      ) : error === null ? (
        <p role="status">Reading the note …</p>
      ) : (
        <p role="alert">The note could not be read.</p>
      )}
    </>
  );
}

function Shown({ note }: { readonly note: NoteOnChain }) {
  const [chosen, setChosen] = useState(note.terms.maturity);
  const [hundredths, setHundredths] = useState(25);
  const [dayId, partId] = [useId(), useId()];
  if (note.ending !== null) {
    return <p className="card">The note has ended, on {isoOf(note.ending.on)}: time changes nothing of it any more.</p>;
  }
  const last = horizonOf(note);
  const day = Math.min(Math.max(chosen, note.today), last);
  return (
    <>
      <p className="muted">
        From today, {isoOf(note.today)}, as if only time passed: nothing is paid, converted, charged or reported, and
        the stock stays as it is.
      </p>
      <section className="card" aria-label="What is owed, day by day">
        <Chart note={note} day={day} last={last} />
        <div className="what-if-sliders">
          <label htmlFor={dayId}>
            Day: <strong className="figure">{isoOf(day)}</strong>
          </label>
          <input
            id={dayId}
            type="range"
            min={note.today}
            max={last}
            value={day}
            aria-valuetext={isoOf(day)}
            onChange={({ target }) => {
              setChosen(Number(target.value));
            }}
          />
          {note.stock === null ? null : (
            <>
              <label htmlFor={partId}>
                Part of the principal converted: <strong className="figure">{hundredths}%</strong>
              </label>
              <input
                id={partId}
                type="range"
                min={1}
                max={100}
                value={hundredths}
                onChange={({ target }) => {
                  setHundredths(Number(target.value));
                }}
              />
            </>
          )}
        </div>
      </section>
      <Outcomes note={note} day={day} hundredths={BigInt(hundredths)} />
    </>
  );
}
