import type { Row, WorkedOut } from "allonge/acts";

import { plainText } from "../../../src/chain/noteWords.ts";
import type { PlanState } from "./usePlan.ts";

interface PlanProps {
  readonly state: PlanState;
  /** What is still to be filled in; null if nothing is. */
  readonly waitsFor: string | null;
  /** Whether the figures of the act itself are shown elsewhere, and only what changes is wanted. */
  readonly isBrief?: boolean;
}

/** An act worked out: its sentence, its figures before and after, and what it costs to send; or why it cannot be done. */
export function PlanView({ state, waitsFor, isBrief = false }: PlanProps) {
  switch (state.stage) {
    case "idle":
      return waitsFor === null ? null : <p className="muted">{waitsFor}</p>;
    case "working":
      return (
        <p role="status" className="muted">
          Working it out …
        </p>
      );
    case "refused":
      return (
        <p className="refusal" role="alert" data-error={state.refusal.custom ?? undefined}>
          {plainText(state.refusal.why)}
        </p>
      );
    case "ready":
      return <Worked worked={state.worked} isBrief={isBrief} />;
  }
}

function Worked({ worked: { plan, cost }, isBrief }: { readonly worked: WorkedOut; readonly isBrief: boolean }) {
  const alone = isBrief ? [] : plan.rows.filter(({ before }) => before === undefined);
  const changes = plan.rows.filter(({ before }) => before !== undefined);
  return (
    <div className="plan">
      <p className="plan-says" role="status">
        {plainText(plan.says)}.
      </p>
      {plan.preparations.length === 0 ? null : (
        <ol className="plan-steps" aria-label="Transactions before it">
          {plan.preparations.map(({ says }) => (
            <li key={says}>First: {says}</li>
          ))}
        </ol>
      )}
      {alone.length === 0 ? null : <Figures rows={alone} />}
      {changes.length === 0 ? null : (
        <div className="scrolls">
          <table>
            <caption>What changes</caption>
            <thead>
              <tr>
                <th scope="col">Of the note</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ label, before, after }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{plainText(before ?? "")}</td>
                  <td>{plainText(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <details>
        <summary>Cost of sending it</summary>
        <Figures rows={cost} />
      </details>
    </div>
  );
}

function Figures({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl className="figures">
      {rows.map(({ label, after }, place) => (
        <div key={`${label}${String(place)}`}>
          <dt>{label}</dt>
          <dd>{plainText(after)}</dd>
        </div>
      ))}
    </dl>
  );
}
