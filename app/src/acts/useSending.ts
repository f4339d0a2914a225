import { perform } from "allonge/acts";
import type { Account, Plan, WorkedOut } from "allonge/acts";
import { useState } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { useLookAgain } from "../desk/useHead.ts";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { addEntry } from "./journal.ts";
import type { JournalEntry } from "./journal.ts";
import { isDeclined, isToldByNotice, refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** What a transaction is about, as its notice tells of it. */
export interface Subject {
  /** Number of the note; null where it is about none yet. */
  readonly note: bigint | null;
  readonly figures: JournalEntry["figures"];
  /** What the parties are called, by address in small letters. */
  readonly titles: Readonly<Record<string, string>>;
}

/** How far the sending of a plan has come. */
export type Phase = "ready" | "checking" | "confirming" | "waiting" | "done";

/** The sending of a plan. */
export interface Sending {
  readonly phase: Phase;
  /** Why it came to nothing; null if it did not, or was declined. */
  readonly refusal: Refusal | null;
  readonly send: () => Promise<void>;
  readonly reset: () => void;
}

/** A transaction is followed for as long as its page is open; its notice follows it further. */
const PATIENCE_SECONDS = 3600;

/**
 * Sends a plan from the connected account.
 *
 * @param rework Works the plan out as of now, so that the wallet is never opened for what the chain would refuse.
 * @param shown What the user has seen; null if nothing was shown. Nothing is sent if it says something else by now.
 * @param onDone Called once it is mined.
 */
export function useSending(
  chain: OpenChain,
  subject: Subject | null,
  rework: () => Promise<WorkedOut>,
  shown: Plan | null,
  onDone?: () => void,
): Sending {
  const wallet = useWallet();
  const lookAgain = useLookAgain(chain);
  const [phase, setPhase] = useState<Phase>("ready");
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const send = async () => {
    if (subject === null) return;
    setRefusal(null);
    setPhase("checking");
    try {
      const { plan } = await rework();
      if (shown !== null && !isSame(plan, shown)) {
        await lookAgain();
        setRefusal({
          why: "The figures have changed since they were shown. Look at them again, then go on.",
          custom: null,
        });
        setPhase("ready");
        return;
      }
      const account = watched(wallet.account(chain), chain, plan, subject, setPhase);
      await perform(chain.provider, account, plan, {
        figures: subject.figures,
        timeoutSeconds: PATIENCE_SECONDS,
        pollMilliseconds: chain.isOwn ? 250 : 2000,
      });
      setPhase("done");
      onDone?.();
    } catch (error) {
      setPhase("ready");
      if (!isDeclined(error) && !isToldByNotice(error)) setRefusal(refusalOf(error, subject.figures));
    }
    await lookAgain();
  };
  const reset = () => {
    setPhase("ready");
    setRefusal(null);
  };
  return { phase, refusal, send, reset };
}

/** Whether a plan comes to the same as another; what its gas costs may differ. */
function isSame(plan: Plan, shown: Plan): boolean {
  const said = ({ says, rows, preparations }: Plan) =>
    JSON.stringify([says, rows, preparations.map((each) => each.says)]);
  return said(plan) === said(shown);
}

/** An account that keeps each transaction in the journal as soon as it has a hash, and says what it waits for. */
function watched(
  account: Account,
  chain: OpenChain,
  { says, preparations }: Plan,
  { note, figures, titles }: Subject,
  onPhase: (phase: Phase) => void,
): Account {
  let sent = 0;
  return {
    ...account,
    send: async (transaction) => {
      onPhase("confirming");
      const hash = await account.send(transaction);
      const preparation = preparations[sent];
      addEntry({
        hash,
        chainId: chain.chainId,
        note: note === null ? null : String(note),
        says: preparation === undefined ? says : sentence(preparation.says),
        isStep: preparation !== undefined,
        from: account.address,
        nonce: transaction.nonce,
        figures,
        titles,
      });
      sent += 1;
      onPhase("waiting");
      return hash;
    },
    signTypedData: async (...asked) => {
      onPhase("confirming");
      return await account.signTypedData(...asked);
    },
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
