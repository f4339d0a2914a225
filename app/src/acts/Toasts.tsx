import { useEffect } from "react";

import { useChains } from "../desk/DeskProvider.tsx";
import type { OpenChain } from "../desk/openChain.ts";
import { useLookAgain } from "../desk/useHead.ts";
import { dismissEntry, entryOf, updateEntry, useJournal } from "./journal.ts";
import type { EntryState, JournalEntry } from "./journal.ts";
import { watchEntry } from "./watch.ts";
import "../acts.css";

const HEADINGS: Readonly<Record<EntryState, string>> = {
  sent: "Sent, waiting to be mined",
  mined: "Done",
  failed: "Failed",
  replaced: "Replaced",
  dropped: "Dropped",
  undone: "Undone by the chain",
};

const MEANINGS: Readonly<Record<EntryState, string>> = {
  sent: "",
  mined: "",
  failed: "It was mined and refused: nothing of the note has changed, only its gas is spent.",
  replaced:
    "Another transaction of the account was mined in its place. Look at the note to see whether the act was done; repeat it only if it was not.",
  dropped: "The node knows it no more and it was not mined. The act can be done again.",
  undone:
    "The chain has reorganised and dropped the block that it was in. It may be mined again by itself; look at the note before the act is repeated.",
};

/** One notice for each transaction sent from this page, kept over a reload and followed until nothing more can become of it. */
export function Toasts() {
  const entries = useJournal();
  const chains = useChains();
  return (
    <section className="toasts" aria-label="Transactions">
      {entries.map((entry) => {
        const chain = chains.find(({ chainId }) => chainId === entry.chainId);
        return chain === undefined ? null : <Toast key={entry.hash} chain={chain} entry={entry} />;
      })}
    </section>
  );
}

function Toast({ chain, entry }: { readonly chain: OpenChain; readonly entry: JournalEntry }) {
  const lookAgain = useLookAgain(chain);
  const { hash, state, settled, hidden } = entry;
  useEffect(() => {
    if (settled) return;
    const ending = new AbortController();
    const change = (news: Partial<JournalEntry>) => {
      updateEntry(hash, news);
    };
    void watchEntry(chain, () => entryOf(hash), change, ending.signal);
    return () => {
      ending.abort();
    };
  }, [chain, hash, settled]);
  useEffect(() => {
    if (state !== "sent") void lookAgain();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- looked at once for each change of state, however the hook is made anew
  }, [state]);
  if (hidden) return null;
  const told = entry.told.length === 0 ? [entry.says] : entry.told;
  return (
    <article className={`toast toast-${state}`} data-state={state}>
      <div role="status" aria-live="polite">
        <strong>{HEADINGS[state]}</strong>
        {(state === "mined" ? told : [entry.says, ...(state === "failed" ? entry.told : [])]).map((sentence, place) => (
          <p key={place}>{sentence}</p>
        ))}
        {MEANINGS[state] === "" ? null : <p>{MEANINGS[state]}</p>}
      </div>
      <p className="toast-foot">
        <Transaction chain={chain} hash={hash} />
        <button
          type="button"
          className="quiet"
          aria-label={`Dismiss: ${entry.says}`}
          onClick={() => {
            dismissEntry(hash);
          }}
        >
          Dismiss
        </button>
      </p>
    </article>
  );
}

function Transaction({ chain, hash }: { readonly chain: OpenChain; readonly hash: string }) {
  const short = `${hash.slice(0, 10)}…${hash.slice(-6)}`;
  if (chain.explorer === null) return <code title={hash}>{short}</code>;
  return (
    <a href={`${chain.explorer}/tx/${hash}`} target="_blank" rel="noreferrer">
      <code>{short}</code> in the explorer
    </a>
  );
}
