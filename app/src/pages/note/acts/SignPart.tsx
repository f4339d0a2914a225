import { ActOptions, actToSign, limitsOf, openActNote, signedMessage } from "allonge/acts";
import type { Limits, SignableName, Unsigned, WrittenOptions } from "allonge/acts";
import { useState } from "react";

import { plainText } from "../../../../../src/chain/noteWords.ts";
import { ActForm } from "../../../acts/ActForm.tsx";
import type { Values } from "../../../acts/ActForm.tsx";
import { download } from "../../../acts/download.ts";
import { signingFields } from "../../../acts/fields.ts";
import type { SheetFile } from "../../../acts/readFiles.ts";
import { isDeclined, refusalOf } from "../../../acts/refusal.ts";
import { useWorkedOut } from "../../../acts/usePlan.ts";
import { ConnectButton } from "../../../wallet/ConnectButton.tsx";
import { SwitchButton } from "../../../wallet/SwitchButton.tsx";
import { useWallet } from "../../../wallet/WalletProvider.tsx";
import type { PanelProps } from "./panel.ts";

interface SignProps extends PanelProps {
  readonly act: Exclude<SignableName, "issue">;
  /** As the form of the act is filled in; null as long as something is missing. */
  readonly written: WrittenOptions | null;
  /** Of a novation. */
  readonly sheet?: SheetFile | null;
}

interface ToSign {
  readonly unsigned: Unsigned;
  readonly limits: Limits;
}

/** Signs an act for somebody else to submit, into a file. */
export function SignPart(props: SignProps) {
  const { act, chain, note, stands, written, sheet = null } = props;
  const { connected, account } = useWallet();
  const [values, setValues] = useState<Values>({});
  const [made, setMade] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const fields = signingFields();
  const signer = connected?.address ?? null;
  const options = { ...written, ...values };
  const isAsked = written !== null && signer !== null && (values["deadline"] ?? "") !== "";

  const work = async (): Promise<ToSign> => {
    const now = await openActNote(chain.acts, stands.id);
    const given = new ActOptions(options, now.figures.decimals);
    const unsigned = await actToSign(act, now, signer, given, sheet?.file ?? "", sheet?.sheet ?? null);
    return { unsigned, limits: await limitsOf(chain.acts, unsigned, signer ?? "", given) };
  };
  const key = isAsked ? JSON.stringify(["sign", act, String(stands.id), signer, options, sheet]) : null;
  const state = useWorkedOut(chain, key, work, stands.figures);

  const sign = async ({ unsigned: { name, contents }, limits: { says, nonce, deadline } }: ToSign) => {
    setProblem(null);
    setMade(null);
    setWaiting(true);
    try {
      const signed = await signedMessage(chain.acts, account(chain), name, contents, { nonce, deadline }, says);
      const file = { name: `${act}-note-${String(note.id)}.json`, text: `${JSON.stringify(signed, null, 2)}\n` };
      setMade(file);
      download(file.name, file.text, "application/json");
    } catch (error) {
      if (!isDeclined(error)) setProblem(refusalOf(error, stands.figures).why);
    }
    setWaiting(false);
  };

  if (connected === null) return <ConnectButton className="act-button" />;
  if (connected.chainId !== chain.chainId) return <SwitchButton chain={chain} className="act-button" />;
  const ready = state.stage === "ready" ? state.worked : null;
  const party = ready?.unsigned.party ?? null;
  const isOthers = party !== null && party.address.toLowerCase() !== connected.address.toLowerCase();
  return (
    <>
      <ActForm
        fields={fields}
        values={values}
        note={note}
        onChange={(name, value) => {
          setMade(null);
          setValues((before) => ({ ...before, [name]: value }));
        }}
      />
      {written === null ? <p className="muted">Fill in the act above first.</p> : null}
      {state.stage === "refused" ? (
        <p className="refusal" role="alert">
          {plainText(state.refusal.why)}
        </p>
      ) : null}
      {ready === null ? null : <p className="plan-says">{plainText(ready.limits.says)}.</p>}
      <button
        type="button"
        className="act-button"
        disabled={ready === null || isOthers || isWaiting}
        onClick={() => {
          if (ready !== null) void sign(ready);
        }}
      >
        {isWaiting ? "Confirm in your wallet …" : isOthers ? `Only ${party.title} can sign this` : "Sign into a file"}
      </button>
      {problem === null ? null : (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
      {made === null ? null : (
        <div role="status">
          <p>
            Signed, into <strong>{made.name}</strong>. Whoever has the file can submit it, on the page{" "}
            <a href="#/submit">Submit</a> or by the command line.
          </p>
          <details>
            <summary>What the file holds</summary>
            <pre className="signed" tabIndex={0}>
              {made.text}
            </pre>
          </details>
        </div>
      )}
    </>
  );
}
