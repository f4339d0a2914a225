import type { ReactNode } from "react";
import { Link } from "wouter";

import { ROUTES } from "../routes.ts";

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="shell">
        <Link href="/" className="brand">
          Allonge
        </Link>
        <nav aria-label="Pages">
          {ROUTES.flatMap(({ path, nav }) =>
            nav === undefined
              ? []
              : [
                  <Link key={path} href={path}>
                    {nav}
                  </Link>,
                ],
          )}
        </nav>
      </header>
      <main className="page">{children}</main>
    </>
  );
}
