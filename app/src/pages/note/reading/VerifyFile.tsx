import type { Verdict } from "allonge/documents";
import { useRef, useState } from "react";

import type { SectionProps } from "../section.ts";

type State =
  | { readonly stage: "waiting" }
  | { readonly stage: "looking"; readonly name: string }
  | { readonly stage: "told"; readonly name: string; readonly verdict: Verdict }
  | { readonly stage: "failed"; readonly name: string };

/** Says whether a file is of this note, without sending it anywhere. */
export function VerifyFile({ chain, note }: SectionProps) {
  const [state, setState] = useState<State>({ stage: "waiting" });
  const [isOver, setIsOver] = useState(false);
  const turn = useRef(0);

  const look = async (file: File | undefined) => {
    if (file === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    const { name } = file;
    setState({ stage: "looking", name });
    try {
      const { verifyFile } = await import("./verifyFile.ts");
      const verdict = await verifyFile(chain, note, new Uint8Array(await file.arrayBuffer()));
      if (turn.current === mine) setState({ stage: "told", name, verdict });
    } catch {
      if (turn.current === mine) setState({ stage: "failed", name });
    }
  };

  return (
    <section className="card" aria-labelledby="verify">
      <h2 id="verify">Verify a file</h2>
      <p className="muted">
        A term sheet, the note as text or PDF, or the document it has on record: the file is compared with the hashes on
        the chain here in the browser, and leaves it to nobody.
      </p>
      <label
        className={isOver ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => {
          setIsOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void look(event.dataTransfer.files[0]);
        }}
      >
        <span>Drop a file here, or choose one</span>
        <input
          type="file"
          onChange={({ target }) => {
            void look(target.files?.[0]);
            // the same file may be chosen again after it was changed
            target.value = "";
          }}
        />
      </label>
      <div role="status">
        <Told state={state} />
      </div>
    </section>
  );
}

function Told({ state }: { readonly state: State }) {
  switch (state.stage) {
    case "waiting":
      return null;
    case "looking":
      return <p>Looking at {state.name} …</p>;
    case "failed":
      return (
        <p className="verdict no">
          {state.name} could not be looked at: the file or the node did not answer. Try again.
        </p>
      );
    case "told": {
      const { matches, sentence, found, expected } = state.verdict;
      return (
        <div className={matches ? "verdict yes" : "verdict no"}>
          <p>
            <strong>{state.name}</strong>: {sentence}
          </p>
          <dl className="small">
            <dt>Found</dt>
            <dd className="breaks">{found}</dd>
            {matches ? null : (
              <>
                <dt>On record</dt>
                <dd className="breaks">{expected}</dd>
              </>
            )}
          </dl>
        </div>
      );
    }
  }
}
