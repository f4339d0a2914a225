import type { NoteOnChain } from "allonge";

import type { OpenChain } from "../../desk/openChain.ts";

/** What each part of a note's page is given. */
export interface SectionProps {
  readonly chain: OpenChain;
  readonly note: NoteOnChain;
}
