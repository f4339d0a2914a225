import { ActError } from "allonge/acts";
import type { SignedFile } from "allonge/acts";
import { useState } from "react";

import { FileField } from "../acts/FileField.tsx";
import { readSheet, readSignedFile } from "../acts/readFiles.ts";
import type { SheetFile } from "../acts/readFiles.ts";
import { useChains } from "../desk/DeskProvider.tsx";
import type { OpenChain } from "../desk/openChain.ts";
import { SubmissionCard } from "./note/acts/SubmissionCard.tsx";
import "../acts.css";

/** Submits what parties have signed. */
export default function SubmitPage() {
  const chains = useChains();
  const [files, setFiles] = useState<readonly SignedFile[]>([]);
  const [sheet, setSheet] = useState<SheetFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const taking = async (read: () => Promise<void>) => {
    setProblem(null);
    try {
      await read();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const chain = chainOf(files, chains);
  return (
    <>
      <h1>Submit what was signed</h1>
      <p className="muted">
        A party can sign an act and leave it to somebody else to send. Whoever sends it pays the gas and cannot change a
        word: the file is checked against the chain before anything is sent.
      </p>
      <section className="card submission" aria-label="Files to submit">
        <FileField
          label="Signed files"
          hint="One, or those that belong together: a transfer with the consent to it, an assignment with its acceptance, all signatures of a novation"
          isMany
          onFiles={(chosen) =>
            void taking(async () => {
              setFiles([]);
              setFiles(await Promise.all(chosen.map(readSignedFile)));
            })
          }
        />
        {files.some(({ signed }) => signed.primaryType === "MakeNote" || signed.primaryType === "NovateNote") ? (
          <FileField
            label="Term sheet"
            hint="To see whether it is the one that was signed; not needed to submit"
            onFiles={([file]) =>
              void taking(async () => {
                setSheet(file === undefined ? null : await readSheet(file));
              })
            }
          />
        ) : null}
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem}
          </p>
        )}
        {chain instanceof ActError ? (
          <p className="refusal" role="alert">
            {chain.message}
          </p>
        ) : null}
      </section>
      {chain === null || chain instanceof ActError ? null : (
        <SubmissionCard
          key={files.map(({ signed }) => signed.signature).join()}
          chain={chain}
          files={files}
          sheet={sheet}
        />
      )}
    </>
  );
}

/** The chain that files were signed for; null without files. */
function chainOf(files: readonly SignedFile[], chains: readonly OpenChain[]): OpenChain | ActError | null {
  const [first] = files;
  if (first === undefined) return null;
  const { chainId } = first.signed.domain;
  const chain = chains.find((each) => String(each.chainId) === chainId);
  return chain ?? new ActError(`${first.file}: was signed for chain ${chainId}, which this page does not know`);
}
