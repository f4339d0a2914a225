import { useActNote } from "../../desk/useNote.ts";
import { groupsFor } from "../../acts/actNames.ts";
import type { ActGroup } from "../../acts/actNames.ts";
import { BEYOND_THE_END } from "../../acts/availability.ts";
import { useWallet } from "../../wallet/WalletProvider.tsx";
import { ActPanel } from "./acts/ActPanel.tsx";
import type { SectionProps } from "./section.ts";
import "../../acts.css";

/** Every act on a note, by the role that has it; those of the connected account first. */
export function ActsSection({ chain, note }: SectionProps) {
  const { data: stands } = useActNote(chain, note.id);
  const { connected } = useWallet();
  if (stands === undefined) {
    return (
      <section aria-labelledby="acts">
        <h2 id="acts">Acts</h2>
        <p role="status">Reading what can be done …</p>
      </section>
    );
  }
  const all = groupsFor(stands, connected?.address ?? null);
  const groups = note.ending === null ? all : all.map(beyondTheEnd).filter(({ acts }) => acts.length > 0);
  return (
    <section aria-labelledby="acts" className="acts">
      <h2 id="acts">Acts</h2>
      {note.ending === null ? null : (
        <p className="muted">The note was {note.ending.how}, so that only this can still be done.</p>
      )}
      {groups.map(({ title, acts, isOwn }) => (
        <section key={title} aria-label={`Acts: ${title}`} className="card act-group">
          <h3>
            {title}
            {isOwn ? <span className="badge">you</span> : null}
          </h3>
          {acts.map((act) => (
            <ActPanel key={act} act={act} chain={chain} note={note} stands={stands} />
          ))}
        </section>
      ))}
    </section>
  );
}

function beyondTheEnd(group: ActGroup): ActGroup {
  return { ...group, acts: group.acts.filter((act) => BEYOND_THE_END.has(act)) };
}
