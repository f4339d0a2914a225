import { titlesOf } from "allonge/acts";
import type { Party, WrittenOptions } from "allonge/acts";
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
  /** Counts how often the form was begun again after the act was done. */
  readonly attempt: number;
  /** As the act is given what the form says. */
  readonly written: WrittenOptions;
}

/** Holds the form of an act and works the act out while it is filled in. */
export function useActPanel({ act, chain, stands }: PanelProps, initial: Values = {}): ActPanelState {
  const { connected } = useWallet();
  const fields = fieldsOf(act);
  const [values, setValues] = useState<Values>(initial);
  const [isDone, setDone] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const missing = missingOf(fields, values);
  const from = actorFor(act, stands, connected?.address ?? null);
  const isAsked = missing.length === 0 && !isDone;
  const written = writtenFrom(fields, values);
  const planned = usePlan(chain, stands, isAsked ? act : undefined, from, written);
  return {
    fields,
    values,
    change: (name, value) => {
      if (isDone) setAttempt(attempt + 1);
      setDone(false);
      setValues((before) => ({ ...before, [name]: value }));
    },
    planned,
    waitsFor: isDone || missing.length === 0 ? null : `Fill in: ${missing.map(({ label }) => label).join(", ")}.`,
    parties: doersOf(act, stands),
    subject: { note: stands.id, figures: stands.figures, titles: titlesByAddress(stands, titlesOf(stands)) },
    from,
    onDone: () => {
      setDone(true);
      setValues({});
    },
    attempt,
    written,
  };
}
