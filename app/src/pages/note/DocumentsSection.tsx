import { dayOf, isoOf } from "allonge";
import type { TermSheet } from "allonge";
import { useId, useState } from "react";

import { download } from "./documents/file.ts";
import type { MadeFile } from "./documents/file.ts";
import { upcoming } from "./reading/upcoming.ts";
import type { SectionProps } from "./section.ts";
import "./documents/documents.css";

type State =
  | { readonly stage: "idle" }
  | { readonly stage: "making"; readonly what: string }
  | { readonly stage: "made"; readonly name: string }
  | { readonly stage: "failed"; readonly why: string };

/** Documents and records of a note, made in the browser, to the byte as the command line makes them. */
export function DocumentsSection({ chain, note }: SectionProps) {
  const [state, setState] = useState<State>({ stage: "idle" });
  const [sheet, setSheet] = useState<TermSheet | null>(null);
  const [asOf, setAsOf] = useState(isoOf(note.today));
  const asOfId = useId();
  const isEnded = note.ending !== null;

  const make = async (what: string, work: () => Promise<MadeFile>) => {
    setState({ stage: "making", what });
    try {
      const file = await work();
      download(file);
      setState({ stage: "made", name: file.name });
    } catch (error) {
      setState({ stage: "failed", why: `The ${what} could not be made: ${(error as Error).message}` });
    }
  };
  const takeSheet = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const { parseTermSheet } = await import("allonge");
      setSheet(parseTermSheet(JSON.parse(await file.text()), file.name));
      setState({ stage: "idle" });
    } catch (error) {
      setSheet(null);
      setState({ stage: "failed", why: `That file cannot be taken: ${(error as Error).message}` });
    }
  };
  const record = (name: "interest" | "ledger" | "schedule", what: string) => () =>
    void make(what, async () => (await import("./documents/records.ts")).recordOf(chain, note, name, sheet));
  const letter = (form: "md" | "pdf") => () =>
    void make("payoff letter", async () =>
      (await import("./documents/records.ts")).payoffLetterOf(chain, note, dayOf(asOf), form, sheet),
    );
  const render = (form: "md" | "pdf") => () => {
    if (sheet === null) return;
    void make("note", async () => (await import("./documents/renderedNote.ts")).renderedNote(chain, note, sheet, form));
  };
  const reminders = () =>
    void make("calendar", async () => (await import("./documents/reminders.ts")).remindersOf(chain, note));

  return (
    <section className="card documents" aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      <p className="muted">
        Made here in the browser from what the chain shows, the same to the byte as the command line makes them.
      </p>
      <div className="documents-rows">
        {isEnded ? null : (
          <div>
            <h3>Payoff letter</h3>
            <p>
              <label htmlFor={asOfId}>As of</label>{" "}
              <input
                id={asOfId}
                type="date"
                value={asOf}
                min={isoOf(note.today)}
                onChange={({ target }) => {
                  setAsOf(target.value);
                }}
              />
            </p>
            <p className="row">
              <Make label="Payoff letter, PDF" short="PDF" onClick={letter("pdf")} />
              <Make label="Payoff letter, Markdown" short="Markdown" onClick={letter("md")} />
            </p>
          </div>
        )}
        <div>
          <h3>Records</h3>
          <p className="row">
            <Make label="Ledger, CSV" short="Ledger" onClick={record("ledger", "ledger")} />
            <Make label="Accrual schedule, CSV" short="Accrual schedule" onClick={record("schedule", "schedule")} />
            <Make label="Interest by year, CSV" short="Interest by year" onClick={record("interest", "interest")} />
          </p>
        </div>
        {upcoming(note).length === 0 ? null : (
          <div>
            <h3>Calendar</h3>
            <p className="row">
              <Make label="Reminders for a calendar, .ics" short="Reminders" onClick={reminders} />
            </p>
          </div>
        )}
        <div>
          <h3>The note in plain English</h3>
          <p>
            <label>
              Its term sheet{" "}
              <input
                type="file"
                accept="application/json,.json"
                onChange={({ target }) => void takeSheet(target.files?.[0])}
              />
            </label>
          </p>
          {sheet === null ? (
            <p className="muted small">The chain keeps the hash of the term sheet; the names in it are in the file.</p>
          ) : (
            <p className="row">
              <Make label="The note, PDF" short="PDF" onClick={render("pdf")} />
              <Make label="The note, Markdown" short="Markdown" onClick={render("md")} />
            </p>
          )}
        </div>
      </div>
      <div role="status">
        {state.stage === "making" ? <p>Making the {state.what} …</p> : null}
        {state.stage === "made" ? <p>Made {state.name}.</p> : null}
      </div>
      {state.stage === "failed" ? (
        <p className="refusal breaks" role="alert">
          {state.why}
        </p>
      ) : null}
    </section>
  );
}

interface MakeProps {
  readonly label: string;
  readonly short: string;
  readonly onClick: () => void;
}

function Make({ label, short, onClick }: MakeProps) {
  return (
    <button type="button" className="quiet" aria-label={label} onClick={onClick}>
      {short}
    </button>
  );
}
