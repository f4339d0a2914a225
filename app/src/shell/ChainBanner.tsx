import type { OpenChain } from "../desk/openChain.ts";
import { useHead } from "../desk/useHead.ts";
import { momentOf } from "../../../src/wording/days.ts";
import { isStale } from "./stale.ts";

/** Says that what is shown may no longer be so: the node does not answer, or its chain stands still. */
export function ChainBanner({ chain }: { readonly chain: OpenChain }) {
  const { data: head, error, fetchStatus, dataUpdatedAt, refetch } = useHead(chain);
  const last =
    head === undefined
      ? "Nothing has been read yet."
      : `What is shown is of block ${String(head.number)}, ${momentOf(head.timestamp)}.`;
  const silence =
    error !== null
      ? `The node of ${chain.name} does not answer.`
      : fetchStatus === "paused"
        ? `This device is offline, and ${chain.name} cannot be read.`
        : null;
  const stands = head !== undefined && isStale(head.timestamp, Math.floor(dataUpdatedAt / 1000), chain.isOwn);
  const standstill = stands ? `The node of ${chain.name} has not heard of a new block for a while.` : null;
  const banner = (problem: string | null) =>
    problem === null ? null : (
      <div className="banner">
        <p>
          <strong>{problem}</strong> {last}
        </p>
        <button type="button" className="quiet" onClick={() => void refetch()}>
          Retry
        </button>
      </div>
    );
  return (
    <>
      {silence === null ? null : <div role="alert">{banner(silence)}</div>}
      <div role="status">{silence === null ? banner(standstill) : null}</div>
    </>
  );
}
