import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";

import { Toasts } from "../acts/Toasts.tsx";
import { useChosenChain } from "../desk/useChosenChain.ts";
import { ChainBanner } from "./ChainBanner.tsx";
import { ChainChoice } from "./ChainChoice.tsx";
import { Navigation } from "./Navigation.tsx";
import { OwnClock } from "./OwnClock.tsx";
import { ThemeToggle } from "./ThemeToggle.tsx";
import { WalletButton } from "./WalletButton.tsx";
import "./shell.css";

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const chain = useChosenChain();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <>
      <a
        href="#main"
        className="skip"
        onClick={(event) => {
          // what stands behind the hash is the page's own address
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <header className="shell">
        <div className="shell-row">
          <Link href="/" className="brand">
            <img src="./icon.svg" alt="" width={26} height={26} />
            Allonge
          </Link>
          <Navigation />
          <div className="shell-tools">
            <ChainChoice />
            <ThemeToggle />
            <WalletButton chain={chain} />
          </div>
        </div>
      </header>
      {chain === null ? null : <ChainBanner chain={chain} />}
      {chain?.isOwn === true ? <OwnClock chain={chain} /> : null}
      <main id="main" className="page" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-foot">
        <p>
          Reads {chain === null ? "the chain" : chain.name} through its node alone, and sends nothing anywhere else.
          {chain === null ? null : (
            <>
              {" "}
              Contract <code className="breaks">{chain.record.contracts.PromissoryNotes}</code>
            </>
          )}
        </p>
      </footer>
      <Toasts />
    </>
  );
}

/** A new page begins at its top, and the keyboard and the screen reader with it. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }) {
  const [location] = useLocation();
  const last = useRef(location);
  useEffect(() => {
    if (last.current === location) return;
    last.current = location;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [location, main]);
}
