import { isoOf } from "allonge";
import type { Day, NoteOnChain } from "allonge";
import { createEvents } from "ics";

import type { OpenChain } from "../../../desk/openChain.ts";
import { upcoming } from "../reading/upcoming.ts";
import type { MadeFile } from "./file.ts";

/** The days to come of a note, for a calendar: whole days of the note's own zone. The same block, the same bytes. */
export function remindersOf(chain: OpenChain, note: NoteOnChain): MadeFile {
  const { id, block } = note;
  const { error, value } = createEvents(
    upcoming(note).map(({ key, what, meaning, day }) => ({
      uid: `${key.replaceAll(" ", "-")}.${String(id)}.${String(chain.chainId)}.${chain.record.contracts.PromissoryNotes}@allonge`,
      title: `Note ${String(id)}: ${what}`,
      description: meaning,
      start: partsOf(day),
      end: partsOf(day + 1),
      timestamp: block.timestamp * 1000,
      productId: "-//Allonge//Note//EN",
    })),
  );
  if (error != null) throw error;
  return { name: `note-${String(id)}.ics`, type: "text/calendar", content: value ?? "" };
}

function partsOf(day: Day): [number, number, number] {
  const [year = 0, month = 0, date = 0] = isoOf(day).split("-").map(Number);
  return [year, month, date];
}
