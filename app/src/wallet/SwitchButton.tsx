import { useState } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { useWallet } from "./WalletProvider.tsx";

interface SwitchProps {
  readonly chain: OpenChain;
  readonly className?: string;
}

/** Has the wallet go to the chain that is looked at. */
export function SwitchButton({ chain, className }: SwitchProps) {
  const { switchTo } = useWallet();
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    setProblem(null);
    try {
      await switchTo(chain);
    } catch (error) {
      // what explains errors is large, and seldom wanted here
      const { isDeclined, refusalOf } = await import("../acts/refusal.ts");
      if (!isDeclined(error)) setProblem(refusalOf(error).why);
    }
  };
  return (
    <>
      <button type="button" className={className} onClick={() => void go()}>
        Switch to {chain.name}
      </button>
      {problem === null ? null : (
        <p className="refusal" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
