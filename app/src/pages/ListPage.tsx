import type { NoteSummary } from "allonge";
import { useState } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { useChosenChain } from "../desk/useChosenChain.ts";
import { Skeleton } from "../kit/Skeleton.tsx";
import { useTitle } from "../kit/useTitle.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { NoteTable } from "./list/NoteTable.tsx";
import { useNotes } from "./list/useNotes.ts";
import "./list/list.css";

const AT_ONCE = 25;

/** Every note made on the chain. */
export default function ListPage() {
  useTitle("Notes");
  const chain = useChosenChain();
  if (chain === null) return <h1>There is no chain to read</h1>;
  return <ListOf key={chain.chainId} chain={chain} />;
}

function ListOf({ chain }: { readonly chain: OpenChain }) {
  const { connected } = useWallet();
  const [wantsMine, setWantsMine] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const mine = wantsMine && connected !== null ? connected.address : null;
  const { data, error, progress, refetch } = useNotes(chain, mine === null ? most : null);
  const shown = data?.notes.filter((note) => mine === null || isOf(note, mine)) ?? [];
  return (
    <>
      <div className="heading-row">
        <h1>Notes on {chain.name}</h1>
        <label className={connected === null ? "check muted" : "check"}>
          <input
            type="checkbox"
            checked={mine !== null}
            disabled={connected === null}
            onChange={({ target }) => {
              setWantsMine(target.checked);
            }}
          />
          Mine only{connected === null ? " (connect a wallet)" : ""}
        </label>
      </div>
      {error !== null && data === undefined ? (
        <div className="card" role="alert">
          <p>The notes could not be read: the node of {chain.name} did not answer as it should.</p>
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
        </div>
      ) : data === undefined ? (
        <Searching progress={progress} />
      ) : shown.length === 0 ? (
        <Empty ofNobody={data.count === 0} />
      ) : (
        <>
          <NoteTable chain={chain} notes={shown} />
          {mine === null && data.count > shown.length ? (
            <p className="row">
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  setMost(most + AT_ONCE);
                }}
              >
                Show older notes
              </button>
              <span className="muted">
                {shown.length} of {data.count} shown
              </span>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

function Searching({ progress }: { readonly progress: number }) {
  const percent = Math.floor(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <div className="card">
      <p role="status">Searching the chain for notes …</p>
      <progress max={100} value={percent} aria-label="How much of the chain has been searched">
        {percent}%
      </progress>
      <Skeleton lines={5} />
    </div>
  );
}

function Empty({ ofNobody }: { readonly ofNobody: boolean }) {
  return (
    <div className="card empty">
      <h2>{ofNobody ? "No note has been made here yet" : "None of these notes is yours"}</h2>
      <p>
        {ofNobody
          ? "A note begins with a term sheet that both sides agree on. The command line draws one up, writes it in plain English, and makes the note from it."
          : "The connected account is neither maker, borrower nor lender of a note on this chain. Choose another account in the wallet, or show all notes."}
      </p>
    </div>
  );
}

function isOf({ maker, payee, obligor, holder }: NoteSummary, address: string): boolean {
  return [maker, payee, obligor, holder].includes(address);
}
