import { useActNote } from "../../desk/useNote.ts";
import { groupsFor } from "../../acts/actNames.ts";
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
  const groups = groupsFor(stands, connected?.address ?? null);
  return (
    <section aria-labelledby="acts" className="acts">
      <h2 id="acts">Acts</h2>
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
