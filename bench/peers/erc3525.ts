import { gasOf } from "../../test/gas/acts.ts";
import type { Peer } from "./peer.ts";
import { people } from "./people.ts";
import { deploy, readShipped, send, versionOf } from "./shipped.ts";

const PACKAGE = "@solvprotocol/erc-3525";
const SLOT = 3_525;
/** Tokens that come of a part are numbered from one. */
const [FIRST, SECOND, THIRD] = [101, 102, 103];

/** Semi-fungible tokens: notes of one kind share a slot, and what each is worth is a balance. */
export const erc3525: Peer = {
  name: "ERC-3525",
  from: `${PACKAGE} ${versionOf(PACKAGE)}, bytecode as shipped (its base contract, mint open to all)`,
  does: "moves a token or a part of its value, kept enumerable; no terms, no rule",
  async measure(connection) {
    const [maker, holder, other] = await people(connection);
    const token = await deploy(readShipped(`${PACKAGE}/build/ERC3525BaseMock.json`), maker, ["Notes", "NOTE", 6]);
    const mint = async (id: number) => await send(token, maker, "mint", holder, id, SLOT, 203_323_700_000n);

    const of: Record<string, number> = {};
    await mint(FIRST);
    of["mint"] = await gasOf(mint(SECOND));
    await mint(THIRD);
    await mint(104);
    of["transfer, receiver's first"] = await gasOf(
      send(token, holder, "transferFrom(address,address,uint256)", holder, other, SECOND),
    );
    of["transfer of a part, as a new token"] = await gasOf(
      send(token, holder, "transferFrom(uint256,address,uint256)", FIRST, other, 1_000_000n),
    );
    of["value moved between tokens"] = await gasOf(
      send(token, holder, "transferFrom(uint256,uint256,uint256)", FIRST, SECOND, 1_000_000n),
    );
    of["burn"] = await gasOf(send(token, holder, "burn", THIRD));
    return of;
  },
};
