import { titlesOf } from "allonge/acts";
import type { Party } from "allonge/acts";
import { useState } from "react";

import { missingOf, writtenFrom } from "../../../acts/ActForm.tsx";
import type { Values } from "../../../acts/ActForm.tsx";
import { actorFor, doersOf, titlesByAddress } from "../../../acts/actNames.ts";
import { fieldsOf } from "../../../acts/fields.ts";
import type { Field } from "../../../acts/fields.ts";
import { usePlan } from "../../../acts/usePlan.ts";
import type { Planned } from "../../../acts/usePlan.ts";
import type { Subject } from "../../../acts/useSending.ts";
import { useWallet } from "../../../wallet/WalletProvider.tsx";
import type { PanelProps } from "./panel.ts";

/** The form of an act, what it comes to, and what its button needs. */
export interface ActPanelState {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly change: (name: string, value: string | boolean) => void;
  readonly planned: Planned;
  /** What is still to be filled in, in a sentence; null if nothing is. */
  readonly waitsFor: string | null;
  readonly parties: readonly Party[];
  readonly subject: Subject;
  /** As whom it is worked out. */
  readonly from: string;
  readonly onDone: () => void;
  /** Whether it was done as the form stands. */
  readonly isDone: boolean;
}

/** Holds the form of an act and works the act out while it is filled in. */
export function useActPanel({ act, chain, stands }: PanelProps, initial: Values = {}): ActPanelState {
  const { connected } = useWallet();
  const fields = fieldsOf(act);
  const [values, setValues] = useState<Values>(initial);
  const [isDone, setDone] = useState(false);
  const missing = missingOf(fields, values);
  const from = actorFor(act, stands, connected?.address ?? null);
  const isAsked = missing.length === 0 && !isDone;
  const planned = usePlan(chain, stands, isAsked ? act : undefined, from, writtenFrom(fields, values));
  return {
    fields,
    values,
    change: (name, value) => {
      setDone(false);
      setValues((before) => ({ ...before, [name]: value }));
    },
    planned,
    waitsFor: missing.length === 0 ? null : `Fill in: ${missing.map(({ label }) => label).join(", ")}.`,
    parties: doersOf(act, stands),
    subject: { note: stands.id, figures: stands.figures, titles: titlesByAddress(stands, titlesOf(stands)) },
    from,
    onDone: () => {
      setDone(true);
    },
    isDone,
  };
}
