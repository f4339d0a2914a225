import { SIGNABLE } from "allonge/acts";
import type { ActName, SignableName } from "allonge/acts";
import { lazy, Suspense, useState } from "react";
import type { ComponentProps } from "react";

import type { SignPart as SignPartType } from "./SignPart.tsx";

const SignPart = lazy(async () => ({ default: (await import("./SignPart.tsx")).SignPart }));

/** Offers to sign an act instead of sending it; loaded once it is opened. */
export function SignInstead(props: ComponentProps<typeof SignPartType>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="signing"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>Sign instead of sending</summary>
      <p className="muted">
        A signature costs nothing. It is good once, for the note as it stands, until the day below; whoever has the file
        can submit it.
      </p>
      {isOpen ? (
        <Suspense fallback={<p role="status">Loading …</p>}>
          <SignPart {...props} />
        </Suspense>
      ) : null}
    </details>
  );
}

/** Whether an act on a note can be signed for somebody else to submit. */
export function isSignable(act: ActName): act is Exclude<SignableName, "issue"> {
  return SIGNABLE.some((name) => name === act);
}
