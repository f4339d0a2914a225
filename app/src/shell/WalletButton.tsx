import { useId, useRef } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { Address, Blockie } from "../kit/Address.tsx";
import { ConnectButton } from "../wallet/ConnectButton.tsx";
import { SwitchButton } from "../wallet/SwitchButton.tsx";
import { useWallet } from "../wallet/WalletProvider.tsx";
import type { Connected } from "../wallet/WalletProvider.tsx";
import { shortened } from "../../../src/wording/shortened.ts";

/** Who is connected, or a way to be. */
export function WalletButton({ chain }: { readonly chain: OpenChain | null }) {
  const { connected } = useWallet();
  return (
    <div className="wallet">
      {connected === null ? (
        <ConnectButton />
      ) : (
        <>
          {chain === null || connected.chainId === chain.chainId ? null : (
            <SwitchButton chain={chain} className="warn" />
          )}
          <Account chain={chain} connected={connected} />
        </>
      )}
    </div>
  );
}

function Account({ chain, connected }: { readonly chain: OpenChain | null; readonly connected: Connected }) {
  const { disconnect } = useWallet();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { address, wallet } = connected;
  return (
    <>
      <button
        type="button"
        className="quiet account"
        aria-haspopup="dialog"
        onClick={() => {
          dialog.current?.showModal();
        }}
      >
        <Blockie address={address} />
        <span className="unseen">Connected as </span>
        <span className="figure">{shortened(address)}</span>
      </button>
      <dialog ref={dialog} className="wallet-choice" aria-labelledby={heading}>
        <h2 id={heading}>{wallet.info.name}</h2>
        <p>
          <Address address={address} chain={chain} full />
        </p>
        {chain === null || connected.chainId === chain.chainId ? null : (
          <p>
            The wallet is on chain {connected.chainId}, this page reads {chain.name}.
          </p>
        )}
        <form method="dialog" className="row">
          <button type="submit" className="quiet" onClick={disconnect}>
            Disconnect
          </button>
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}
