import type { Status as StatusWord } from "allonge";

/** Where a note stands, in its word. */
export function Status({ status }: { readonly status: StatusWord }) {
  return <span className={`badge badge-${status}`}>{status}</span>;
}
