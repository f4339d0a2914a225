import { useEffect, useState } from "react";

import { useChains } from "../desk/DeskProvider.tsx";
import type { OpenChain } from "../desk/openChain.ts";
import { useLookAgain } from "../desk/useHead.ts";
import { dismissEntry, entryOf, updateEntry, useJournal } from "./journal.ts";
import type { EntryState, JournalEntry } from "./journal.ts";
import { watchEntry } from "./watch.ts";
import { plainText } from "../../../src/chain/noteWords.ts";
import { shortened } from "../../../src/wording/shortened.ts";
import "../acts.css";

/** More would cover what the user is about to do. */
const MOST_SHOWN = 3;

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
  const [isWhole, setWhole] = useState(false);
  const newestFirst = [...entries].reverse();
  const visible = newestFirst.filter(({ hidden }) => !hidden);
  const shown = new Set(isWhole ? visible : visible.slice(0, MOST_SHOWN));
  return (
    <section className="toasts" aria-label="Transactions">
      {newestFirst.map((entry) => {
        const chain = chains.find(({ chainId }) => chainId === entry.chainId);
        if (chain === undefined) return null;
        return <Toast key={entry.hash} chain={chain} entry={entry} isShown={shown.has(entry)} />;
      })}
      {visible.length <= MOST_SHOWN ? null : (
        <p className="toasts-more">
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? "Show fewer" : `Show ${String(visible.length - MOST_SHOWN)} earlier`}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              for (const { hash } of visible) dismissEntry(hash);
            }}
          >
            Dismiss all
          </button>
        </p>
      )}
    </section>
  );
}

interface ToastProps {
  readonly chain: OpenChain;
  readonly entry: JournalEntry;
  /** Whether it is to be seen; it is followed in any case. */
  readonly isShown: boolean;
}

function Toast({ chain, entry, isShown }: ToastProps) {
  const lookAgain = useLookAgain(chain);
  const { hash, state, settled } = entry;
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
  if (!isShown) return null;
  const told = entry.told.length === 0 ? [entry.says] : entry.told;
  return (
    <article className={`toast toast-${state}`} data-state={state}>
      <div role="status" aria-live="polite">
        <strong>{state === "mined" && entry.isStep ? "First step done" : HEADINGS[state]}</strong>
        {(state === "mined" ? told : [entry.says, ...(state === "failed" ? entry.told : [])]).map((sentence, place) => (
          <p key={place}>{withShortAddresses(sentence)}</p>
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

/** A notice is read in passing; who is meant can be looked up in the note. */
function withShortAddresses(sentence: string): string {
  return plainText(sentence).replace(/\b0x[0-9a-fA-F]{40}\b/g, (address) => shortened(address));
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
