import { termSheetHash } from "allonge";
import { openSubmission, prepareSubmission, sayMessage, titlesOf, withCost } from "allonge/acts";
import type { PlainValue, SignedFile, SignedMessage, Submission, WorkedOut } from "allonge/acts";
import { useState } from "react";

import { plainText } from "../../../../../src/chain/noteWords.ts";
import { titlesByAddress } from "../../../acts/actNames.ts";
import { PlanView } from "../../../acts/PlanView.tsx";
import type { SheetFile } from "../../../acts/readFiles.ts";
import { TransactionButton } from "../../../acts/TransactionButton.tsx";
import { useWorkedOut } from "../../../acts/usePlan.ts";
import type { Asked } from "../../../acts/usePlan.ts";
import type { OpenChain } from "../../../desk/openChain.ts";
import { useWallet } from "../../../wallet/WalletProvider.tsx";

interface CardProps {
  readonly chain: OpenChain;
  readonly files: readonly SignedFile[];
  /** To be compared with the one that was signed; null if none was chosen. */
  readonly sheet: SheetFile | null;
}

interface WorkedSubmission {
  readonly submission: Submission;
  readonly worked: WorkedOut;
}

/** What signed files say, who has signed them, what submitting them does, and the button that does. */
export function SubmissionCard({ chain, files, sheet }: CardProps) {
  const { connected } = useWallet();
  const [again, setAgain] = useState(false);
  const [isDone, setDone] = useState(false);
  const lender = payerOf(files);
  const from = connected?.address ?? lender ?? files[0]?.signed.signer ?? "";
  const work = async (): Promise<WorkedSubmission> => {
    const submission = await openSubmission(chain.acts, files, again);
    const prepare = () => prepareSubmission(chain.acts, from, submission);
    return { submission, worked: await withCost(chain.acts, from, submission.figures, prepare) };
  };
  const key = isDone ? null : JSON.stringify([files.map(({ signed }) => signed.signature), from, again]);
  const asked = useWorkedOut(chain, key, work);
  const submission = asked.stage === "ready" ? asked.worked.submission : null;
  const planned = { state: planOf(asked), rework: async () => (await work()).worked };
  return (
    <section className="card submission" aria-label="What was signed">
      <ol className="signed-files">
        {files.map(({ file, signed }) => (
          <li key={signed.signature}>
            <h2>{file}</h2>
            <p>{plainText(submission === null ? signed.says : `${saidBy(signed, submission)}.`)}</p>
            {submission === null ? (
              <p className="muted">As the file puts it; it is not checked against the chain yet.</p>
            ) : null}
            <dl className="figures">
              <div>
                <dt>Signed by</dt>
                <dd>
                  <code>{signed.signer}</code>
                </dd>
              </div>
            </dl>
            {sheet === null ? null : <SheetVerdict sheet={sheet} signed={signed} />}
          </li>
        ))}
      </ol>
      {files.some(({ signed }) => signed.primaryType === "MakeNote") ? (
        <p className="field field-flag">
          <input
            id="again"
            type="checkbox"
            checked={again}
            onChange={({ target }) => {
              setAgain(target.checked);
            }}
          />
          <label htmlFor="again">Make another note, though one was made of the same sheet</label>
        </p>
      ) : null}
      <PlanView state={planned.state} waitsFor={null} />
      <TransactionButton
        chain={chain}
        subject={
          submission && {
            note: submission.note?.id ?? null,
            figures: submission.figures,
            titles: submission.note === null ? {} : titlesByAddress(submission.note, titlesOf(submission.note)),
          }
        }
        planned={planned}
        parties={lender === null ? [] : [{ title: "the lender", address: lender }]}
        label="Submit"
        onDone={() => {
          setDone(true);
        }}
      />
    </section>
  );
}

/** Whether a sheet is the one whose hash was signed. */
function SheetVerdict({
  sheet: { file, sheet },
  signed,
}: {
  readonly sheet: SheetFile;
  readonly signed: SignedMessage;
}) {
  const terms = signed.message["terms"] ?? signed.message["replacement"];
  if (typeof terms !== "object") return null;
  const isIt = (terms as Readonly<Record<string, PlainValue>>)["termSheet"] === termSheetHash(sheet).toLowerCase();
  return (
    <p className={isIt ? "verdict-good" : "refusal"} role="status">
      {isIt ? `${file} is the term sheet that was signed.` : `${file} is not the term sheet that was signed.`}
    </p>
  );
}

/** The lender, where it pays for the note that it takes; null where anyone can submit. */
function payerOf(files: readonly SignedFile[]): string | null {
  const { lender, againstPayment } = files[0]?.signed.message ?? {};
  return typeof lender === "string" && againstPayment === true ? lender : null;
}

function saidBy({ primaryType, message, signer }: SignedMessage, { figures, termsFigures }: Submission): string {
  return sayMessage(primaryType, message, signer, figures, termsFigures);
}

function planOf(asked: Asked<WorkedSubmission>): Asked<WorkedOut> {
  return asked.stage === "ready" ? { stage: "ready", worked: asked.worked.worked } : asked;
}
