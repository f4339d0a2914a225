import { useQuery } from "@tanstack/react-query";
import { ActOptions, openActNote, workOut } from "allonge/acts";
import type { ActName, ActNote, WorkedOut, WrittenOptions } from "allonge/acts";
import type { Figures } from "allonge";
import { useEffect, useState } from "react";

import type { OpenChain } from "../desk/openChain.ts";
import { useHead } from "../desk/useHead.ts";
import { refusalOf } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";

/** Where the working out of something stands. */
export type Asked<Value> =
  | { readonly stage: "idle" }
  | { readonly stage: "working" }
  | { readonly stage: "ready"; readonly worked: Value }
  | { readonly stage: "refused"; readonly refusal: Refusal };

/** Where the working out of an act stands. */
export type PlanState = Asked<WorkedOut>;

/** A plan that is kept up with the chain, and how it is worked out once more. */
export interface Planned {
  readonly state: PlanState;
  /** Works it out as of now. @throws What the SDK throws for a refused act. */
  readonly rework: () => Promise<WorkedOut>;
}

const PAUSE_MILLISECONDS = 300;

/**
 * Works out an act on a note while its form is filled in, anew with each block.
 *
 * @param act Undefined as long as the form is not filled in.
 * @param from Who would do it; undefined while that is not known.
 * @param options As the form has them.
 */
export function usePlan(
  chain: OpenChain,
  note: ActNote | undefined,
  act: ActName | undefined,
  from: string | undefined,
  options: WrittenOptions,
): Planned {
  const isAsked = note !== undefined && act !== undefined && from !== undefined;
  const rework = async () => {
    if (!isAsked) throw new Error("nothing is asked for");
    // read anew, so that the plan is of the block it is worked out on
    const now = await openActNote(chain.acts, note.id);
    return await workOut(act, now, from, new ActOptions(options, now.figures.decimals));
  };
  const key = isAsked ? JSON.stringify([act, String(note.id), from, options]) : null;
  return { state: useWorkedOut(chain, key, rework, note?.figures), rework };
}

/**
 * Works something out once its asking has paused, and keeps it up with the chain.
 *
 * @param key Says what is asked for; null for nothing.
 * @param figures How amounts are written in a refusal.
 */
export function useWorkedOut<Value>(
  chain: OpenChain,
  key: string | null,
  work: () => Promise<Value>,
  figures?: Figures,
): Asked<Value> {
  const settled = useSettled(key);
  const { data: head } = useHead(chain);
  const { data } = useQuery({
    queryKey: ["plan", chain.chainId, settled, head?.hash],
    enabled: settled !== null && settled === key && head !== undefined,
    queryFn: async (): Promise<Asked<Value>> => {
      try {
        return { stage: "ready", worked: await work() };
      } catch (error) {
        return { stage: "refused", refusal: refusalOf(error, figures) };
      }
    },
    // what was asked for at the block before stands until it is worked out at this one
    placeholderData: (before, query) => (query?.queryKey[2] === settled ? before : undefined),
    structuralSharing: false,
    retry: false,
    gcTime: 60_000,
  });
  if (key === null) return { stage: "idle" };
  return settled === key && data !== undefined ? data : { stage: "working" };
}

/** What was last written, once the writing has paused. */
function useSettled(key: string | null): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(key);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [key]);
  return settled;
}
