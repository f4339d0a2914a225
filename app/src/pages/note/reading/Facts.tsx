import { isoOf } from "allonge";
import type { EvidencedFact } from "allonge";

import { plainText, saidOf } from "../../../../../src/chain/noteWords.ts";
import type { SectionProps } from "../section.ts";

/** What was put on record of the borrower, and what it rests on. */
export function Facts({ note }: SectionProps) {
  const { facts, today } = note;
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">Facts on record</h2>
      {facts.length === 0 ? (
        <p className="muted">None: no bankruptcy, judgment, assignment or notice of non-payment is on record.</p>
      ) : (
        <div className="scrolls" tabIndex={0} role="region" aria-label="Facts, as a table">
          <table className="plain">
            <caption className="unseen">Facts that are or may become a default</caption>
            <thead>
              <tr>
                <th scope="col">Fact</th>
                <th scope="col">Occurred</th>
                <th scope="col">How it stands</th>
                <th scope="col">Put on record by</th>
                <th scope="col">Evidence</th>
              </tr>
            </thead>
            <tbody>
              {facts.map((fact) => (
                <tr key={fact.ordinal}>
                  <th scope="row">
                    {saidOf(fact.kind)}
                    {fact.reporter === "note" ? "" : ` “${fact.name}”`}
                  </th>
                  <td className="figure">{isoOf(fact.occurred)}</td>
                  <td>{standOf(fact, today)}</td>
                  <td>{fact.reporter === "note" ? "the note itself" : `the ${fact.reporter}`}</td>
                  <td>{evidenceOf(fact)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function standOf({ open, begins, cured, waived }: EvidencedFact, today: number): string {
  if (waived) return "waived by the lender";
  if (!open) return cured === null ? "closed" : `cured in time, on ${isoOf(cured)}`;
  const late = cured === null ? "" : `; cured on ${isoOf(cured)}, too late`;
  return begins <= today ? `a default since ${isoOf(begins)}${late}` : `a default from ${isoOf(begins)} unless averted`;
}

/** What strangers wrote is shown, never followed. */
function evidenceOf({ evidence, cures }: EvidencedFact): string {
  const all = [evidence ?? "", ...cures.map((cure) => cure.evidence)].filter((text) => text !== "");
  return all.length === 0 ? "none given" : all.map(plainText).join("; ");
}
