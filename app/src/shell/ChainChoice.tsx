import { useLocation } from "wouter";

import { useChains } from "../desk/DeskProvider.tsx";
import { chooseChain, useChosenChain } from "../desk/useChosenChain.ts";

/** Which chain is looked at, where there are several. */
export function ChainChoice() {
  const chains = useChains();
  const chosen = useChosenChain();
  const [location, go] = useLocation();
  const [only] = chains;
  if (only === undefined) return null;
  if (chains.length === 1) return <span className="chain-name">{only.name}</span>;
  return (
    <select
      aria-label="Chain"
      value={chosen?.chainId ?? ""}
      onChange={({ target }) => {
        chooseChain(Number(target.value));
        // a note's address names its chain, so that another chain is another page
        if (location.startsWith("/note/")) go("/");
      }}
    >
      {chosen === null ? <option value="">Choose a chain</option> : null}
      {chains.map(({ chainId, name }) => (
        <option key={chainId} value={chainId}>
          {name}
        </option>
      ))}
    </select>
  );
}
