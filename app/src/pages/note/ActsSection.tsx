import type { SectionProps } from "./section.ts";

/** Acts on a note. */
export function ActsSection({ note }: SectionProps) {
  return <section aria-label="Acts">{String(note.id)}</section>;
}
