import type { NoteOnChain } from "allonge";
import type { ActName, ActNote } from "allonge/acts";

import type { OpenChain } from "../../../desk/openChain.ts";

/** What the panel of an act is given. */
export interface PanelProps {
  readonly act: ActName;
  readonly chain: OpenChain;
  readonly note: NoteOnChain;
  /** The same note, as acts are worked out on it. */
  readonly stands: ActNote;
}
