import {
  ActOptions,
  openActNote,
  openSubmission,
  prepareNovation,
  replacementOf,
  titlesOf,
  withCost,
} from "allonge/acts";
import { ActError } from "allonge/acts";
import type { SignedFile } from "allonge/acts";
import { useState } from "react";

import { ActForm, writtenFrom } from "../../../acts/ActForm.tsx";
import type { Values } from "../../../acts/ActForm.tsx";
import { actorFor, titlesByAddress } from "../../../acts/actNames.ts";
import { FileField } from "../../../acts/FileField.tsx";
import { fieldsOf } from "../../../acts/fields.ts";
import { PlanView } from "../../../acts/PlanView.tsx";
import { readSheet, readSignedFile } from "../../../acts/readFiles.ts";
import type { SheetFile } from "../../../acts/readFiles.ts";
import { TransactionButton } from "../../../acts/TransactionButton.tsx";
import { useWorkedOut } from "../../../acts/usePlan.ts";
import { useWallet } from "../../../wallet/WalletProvider.tsx";
import type { PanelProps } from "./panel.ts";
import { SignInstead } from "./SignInstead.tsx";

/** Replacing a note by one on the terms of another sheet, with the signatures of whoever does not send it. */
export function NovatePanel(props: PanelProps) {
  const { act, chain, note, stands } = props;
  const { connected } = useWallet();
  const [sheet, setSheet] = useState<SheetFile | null>(null);
  const [signed, setSigned] = useState<readonly SignedFile[]>([]);
  const [values, setValues] = useState<Values>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const fields = fieldsOf(act).filter(({ kind }) => kind !== "files");
  const from = actorFor(act, stands, connected?.address ?? null);
  const written = writtenFrom(fields, values);

  const rework = async () => {
    if (sheet === null) throw new ActError("no term sheet was chosen");
    requireOf(note.id, signed);
    const now = await openActNote(chain.acts, note.id);
    return await withCost(chain.acts, from, now.figures, async () => {
      if (signed.length > 0) await openSubmission(chain.acts, signed);
      const options = new ActOptions(written, now.figures.decimals);
      const { replacement, stock, rows } = await replacementOf(now, sheet.file, sheet.sheet, options);
      const messages = signed.map((each) => each.signed);
      return await prepareNovation(now, from, { replacement, stock }, messages, rows);
    });
  };
  const asked = ["novate", String(note.id), from, written, sheet, signed.map((each) => each.signed.signature)];
  const key = sheet === null || isDone ? null : JSON.stringify(asked);
  const planned = { state: useWorkedOut(chain, key, rework, stands.figures), rework };
  const taking = async (read: () => Promise<void>) => {
    setProblem(null);
    setDone(false);
    try {
      await read();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <FileField
          label="Term sheet of the new terms"
          onFiles={([file]) =>
            void taking(async () => {
              setSheet(file === undefined ? null : await readSheet(file));
            })
          }
        />
        <FileField
          label="Signed files of the other parties"
          hint="Of whoever of holder, borrower and new maker does not send it"
          isMany
          onFiles={(files) =>
            void taking(async () => {
              setSigned(await Promise.all(files.map(readSignedFile)));
            })
          }
        />
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem}
          </p>
        )}
        <details className="more">
          <summary>Other accounts than the present ones</summary>
          <ActForm
            fields={fields}
            values={values}
            note={note}
            onChange={(name, value) => {
              setValues((before) => ({ ...before, [name]: value }));
            }}
          />
        </details>
        <PlanView state={planned.state} waitsFor={sheet === null ? "Choose the term sheet." : null} />
        <TransactionButton
          chain={chain}
          subject={{ note: note.id, figures: stands.figures, titles: titlesByAddress(stands, titlesOf(stands)) }}
          planned={planned}
          parties={[]}
          label="Novate"
          onDone={() => {
            setDone(true);
          }}
        />
      </form>
      <SignInstead {...props} act="novate" written={sheet === null ? null : written} sheet={sheet} />
    </>
  );
}

function requireOf(id: bigint, signed: readonly SignedFile[]): void {
  for (const { file, signed: message } of signed) {
    if (message.primaryType === "NovateNote" && message.message["note"] === String(id)) continue;
    throw new ActError(`${file}: is no agreement to replace note ${String(id)}`);
  }
}
