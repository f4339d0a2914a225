import { Link, useLocation } from "wouter";

import { ROUTES } from "../routes.ts";

/** The pages there are, the present one marked. */
export function Navigation() {
  const [location] = useLocation();
  return (
    <nav aria-label="Pages">
      <ul>
        {ROUTES.flatMap(({ path, nav }) =>
          nav === undefined
            ? []
            : [
                <li key={path}>
                  <Link href={path} aria-current={location === path ? "page" : undefined}>
                    {nav}
                  </Link>
                </li>,
              ],
        )}
      </ul>
    </nav>
  );
}
