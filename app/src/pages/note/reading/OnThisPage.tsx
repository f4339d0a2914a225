import type { SectionProps } from "../section.ts";

const PARTS = [
  ["statement", "Owed"],
  ["next", "Next"],
  ["acts", "Acts"],
  ["timeline", "Timeline"],
  ["facts", "Facts"],
  ["terms", "Terms"],
  ["documents", "Documents"],
  ["verify", "Verify"],
] as const;

/** Ways to the parts of a note's page, which is long. What stands behind the hash is the page's own address, so these are no links to anchors. */
export function OnThisPage({ note }: Pick<SectionProps, "note">) {
  // of a note that has ended, nothing is still to come
  const parts = PARTS.filter(([id]) => id !== "next" || note.ending === null);
  return (
    <nav aria-label="On this page" className="on-this-page">
      <ul>
        {parts.map(([id, name]) => (
          <li key={id}>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                goTo(id);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}
