import type { Connection } from "../../test/helpers/world.ts";
import type { OfActs } from "../../test/gas/acts.ts";

/** Another system, as its makers ship it. */
export interface Peer {
  /** As it is called in tables. */
  readonly name: string;
  /** Package and how its bytecode came about. */
  readonly from: string;
  /** What it does beside the core, to be said wherever it is compared. */
  readonly does: string;
  /** Deploys it and measures each act once, in the state a user would find it in. */
  measure(connection: Connection): Promise<OfActs>;
}

/** What was measured of a peer. */
export interface MeasuredPeer {
  readonly name: string;
  readonly from: string;
  readonly does: string;
  readonly acts: OfActs;
}
