import type { SectionProps } from "./section.ts";

/** Documents on a note. */
export function DocumentsSection({ note }: SectionProps) {
  return <section aria-label="Documents">{String(note.id)}</section>;
}
