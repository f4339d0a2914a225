import { Suspense } from "react";
import { Route, Switch } from "wouter";

import { ROUTES } from "./routes.ts";
import { Shell } from "./shell/Shell.tsx";

/** The page as a whole: what stands around every page, and the page that the address names. */
export function App() {
  return (
    <Shell>
      <Suspense fallback={<p role="status">Loading …</p>}>
        <Switch>
          {ROUTES.map(({ path, Page }) => (
            <Route key={path} path={path} component={Page} />
          ))}
          <Route>
            <h1>No such page</h1>
            <p>
              <a href="#/">All notes</a>
            </p>
          </Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
