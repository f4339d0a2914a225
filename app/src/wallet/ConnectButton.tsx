import { useId, useRef, useState } from "react";

import type { WalletDetail } from "./discovery.ts";
import { useWallet } from "./WalletProvider.tsx";

/** Connects a wallet: the only one there is at once, one of several by name and icon. */
export function ConnectButton({ className }: { readonly className?: string }) {
  const { wallets, locked, connect } = useWallet();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [waitsFor, setWaitsFor] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (wallet: WalletDetail) => {
    setProblem(null);
    setWaitsFor(wallet.info.name);
    try {
      await connect(wallet);
      dialog.current?.close();
    } catch (error) {
      const { isDeclined, refusalOf } = await import("../acts/refusal.ts");
      if (!isDeclined(error)) setProblem(refusalOf(error).why);
    }
    setWaitsFor(null);
  };
  const [only] = wallets;
  const begin = () => {
    if (locked !== null) void choose(locked);
    else if (only !== undefined && wallets.length === 1) void choose(only);
    else dialog.current?.showModal();
  };
  const label = locked === null ? "Connect a wallet" : `Unlock ${locked.info.name}`;
  return (
    <>
      <button type="button" className={className} onClick={begin} disabled={waitsFor !== null}>
        {waitsFor === null ? label : `Confirm in ${waitsFor} …`}
      </button>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <dialog ref={dialog} className="wallet-choice" aria-labelledby={heading}>
        <h2 id={heading}>Connect a wallet</h2>
        {wallets.length === 0 ? (
          <p>No wallet has announced itself to this page. Install one in this browser, then load the page again.</p>
        ) : (
          <ul>
            {wallets.map((wallet) => (
              <li key={wallet.info.uuid}>
                <button type="button" className="quiet" onClick={() => void choose(wallet)}>
                  {wallet.info.icon === "" ? null : <img src={wallet.info.icon} alt="" width={28} height={28} />}
                  {wallet.info.name}
                </button>
              </li>
            ))}
          </ul>
        )}
        <form method="dialog">
          <button type="submit" className="quiet">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
