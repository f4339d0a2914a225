import { lazy } from "react";
import type { ComponentType } from "react";

interface PageRoute {
  readonly path: string;
  readonly Page: ComponentType;
  /** What it is called in the navigation; left out of it unless given. */
  readonly nav?: string;
}

/** Every page there is, by its address behind the hash. */
export const ROUTES: readonly PageRoute[] = [
  { path: "/", Page: lazy(() => import("./pages/ListPage.tsx")), nav: "Notes" },
  { path: "/note/:chainId/:id", Page: lazy(() => import("./pages/NotePage.tsx")) },
  { path: "/note/:chainId/:id/what-if", Page: lazy(() => import("./pages/WhatIfPage.tsx")) },
  { path: "/submit", Page: lazy(() => import("./pages/SubmitPage.tsx")), nav: "Submit" },
];
