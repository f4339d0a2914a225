import { lazy, Suspense } from "react";

import type { OpenChain } from "../desk/openChain.ts";

const ClockPanel = lazy(async () => {
  const { ClockPanel: component } = await import("./ClockPanel.tsx");
  return { default: component };
});

/** The clock of a chain of one's own, loaded only where there is one. */
export function OwnClock({ chain }: { readonly chain: OpenChain }) {
  return (
    <Suspense fallback={null}>
      <ClockPanel chain={chain} />
    </Suspense>
  );
}
