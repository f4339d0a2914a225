import type { Party } from "allonge/acts";
import { useId } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { ConnectButton } from "../wallet/ConnectButton.tsx";
import { SwitchButton } from "../wallet/SwitchButton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import { listed } from "../../../src/wording/lists.ts";
import type { Planned } from "./usePlan.ts";
import { useSending } from "./useSending.ts";
import type { Phase, Subject } from "./useSending.ts";
import "../acts.css";

interface TransactionProps {
  readonly chain: OpenChain;
  /** What it is about; null while that is not known. */
  readonly subject: Subject | null;
  readonly planned: Planned;
  /** Whose act it is; anybody's if none are named. */
  readonly parties: readonly Party[];
  /** What it does, as "Convert 100,000.00 USD". */
  readonly label: string;
  readonly onDone?: () => void;
}

const DURING: Readonly<Record<Exclude<Phase, "ready">, string>> = {
  checking: "Working it out …",
  confirming: "Confirm in your wallet …",
  waiting: "Sent, waiting …",
  done: "Done",
};

/** One button, whose label is where a transaction stands: from connecting a wallet to its being mined. */
export function TransactionButton({ chain, subject, planned, parties, label, onDone }: TransactionProps) {
  const { connected } = useWallet();
  const shown = planned.state.stage === "ready" ? planned.state.worked.plan : null;
  const { phase, refusal, send } = useSending(chain, subject, planned.rework, shown, onDone);
  const reason = useId();
  if (connected === null) return <ConnectButton className="act-button" />;
  if (connected.chainId !== chain.chainId && phase !== "waiting")
    return <SwitchButton chain={chain} className="act-button" />;
  const isOthers = !isPartyOf(parties, connected.address);
  const isReady = planned.state.stage === "ready" && phase === "ready" && !isOthers && subject !== null;
  return (
    <>
      <button
        type="button"
        className="act-button"
        disabled={!isReady}
        aria-describedby={refusal === null ? undefined : reason}
        onClick={() => void send()}
      >
        {phase === "ready" ? labelFor(planned, isOthers ? parties : [], label) : DURING[phase]}
      </button>
      {refusal === null ? null : (
        <p id={reason} className="refusal" role="alert">
          {refusal.why}
        </p>
      )}
    </>
  );
}

/** Whether an account is one of those that can do an act. */
export function isPartyOf(parties: readonly Party[], address: string): boolean {
  return parties.length === 0 || parties.some((party) => party.address.toLowerCase() === address.toLowerCase());
}

function labelFor({ state }: Planned, others: readonly Party[], label: string): string {
  if (others.length > 0) {
    return `Only ${listed(
      others.map(({ title }) => title),
      "or",
    )} can do this`;
  }
  return state.stage === "working" ? "Working it out …" : label;
}
