import { ZeroAddress } from "ethers";

import { Address } from "../../../kit/Address.tsx";
import { momentIn } from "../../../kit/moments.ts";
import type { SectionProps } from "../section.ts";
import { Transaction } from "./Timeline.tsx";

/** Through whose hands the note has gone. */
export function Transfers({ chain, note }: SectionProps) {
  const transfers = (note.history?.events ?? []).filter(({ name }) => name === "Transfer");
  if (transfers.length === 0) return null;
  const party = (address: string, otherwise: string, called: string) =>
    address === ZeroAddress ? (
      <span className="muted">{otherwise}</span>
    ) : (
      <Address address={address} chain={chain} called={called} />
    );
  return (
    <section className="card" aria-labelledby="transfers">
      <h2 id="transfers">Holders</h2>
      <div className="scrolls" tabIndex={0} role="region" aria-label="Holders, as a table">
        <table className="plain">
          <caption className="unseen">Transfers of the note</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Transaction</th>
            </tr>
          </thead>
          <tbody>
            {transfers.map(({ args, timestamp, transactionHash, index }) => (
              <tr key={`${transactionHash} ${String(index)}`}>
                <td>{momentIn(timestamp, note.zone)}</td>
                <td>{party(args["from"] as string, "minted", "former holder")}</td>
                <td>{party(args["to"] as string, "burned: the note ended", "new holder")}</td>
                <td>
                  <Transaction chain={chain} hash={transactionHash} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
