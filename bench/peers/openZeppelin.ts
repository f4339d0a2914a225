import { Signature } from "ethers";
import { config } from "hardhat";

import { gasOf } from "../../test/gas/acts.ts";
import { compiled } from "./compiled.ts";
import type { Peer } from "./peer.ts";
import { people } from "./people.ts";
import { deploy, send } from "./shipped.ts";
import type { Shipped } from "./shipped.ts";

const LATER = 7_258_118_399n;

/** The library the notes are built on, bare: what each act costs before anything is promised. */
export const openZeppelin: Peer = {
  name: "OpenZeppelin",
  from: "@openzeppelin/contracts, bare ERC-721 and ERC-20 at the compiler settings of the notes",
  does: "moves a token or money, with no terms, no rule, no record",
  async measure(connection) {
    const { PlainNote, PlainMoney } = compiled("PlainTokens.sol", settings());
    const [maker, holder, other, newcomer] = await people(connection);
    const note = await deploy(present(PlainNote), maker);
    const money = await deploy(present(PlainMoney), maker);

    const of: Record<string, number> = {};
    of["ERC-721 mint, holder's first"] = await gasOf(send(note, maker, "mint", holder, 1));
    of["ERC-721 mint"] = await gasOf(send(note, maker, "mint", holder, 2));
    await send(note, maker, "mint", holder, 3);
    of["ERC-721 approve"] = await gasOf(send(note, holder, "approve", other, 1));
    of["ERC-721 transfer, receiver's first"] = await gasOf(send(note, holder, "transferFrom", holder, newcomer, 3));
    of["ERC-721 burn"] = await gasOf(send(note, maker, "burn", 2));

    await send(money, maker, "mint", other, 1_000_000);
    of["ERC-20 mint, holder's first"] = await gasOf(send(money, maker, "mint", holder, 1_000_000));
    of["ERC-20 mint"] = await gasOf(send(money, maker, "mint", holder, 1_000_000));
    of["ERC-20 transfer"] = await gasOf(send(money, holder, "transfer", other, 1_000));
    of["ERC-20 transfer, receiver's first"] = await gasOf(send(money, holder, "transfer", newcomer, 1_000));
    // as money is paid: without end to what is allowed
    await send(money, holder, "approve", maker, 2n ** 256n - 1n);
    of["ERC-20 transferFrom"] = await gasOf(send(money, maker, "transferFrom", holder, other, 1_000));

    const { chainId } = await connection.ethers.provider.getNetwork();
    const domain = { name: "Plain Money", version: "1", chainId, verifyingContract: await money.getAddress() };
    const permit = async (nonce: number) => {
      const values = { owner: holder.address, spender: other.address, value: 1_000 + nonce, nonce, deadline: LATER };
      const { v, r, s } = Signature.from(await holder.signTypedData(domain, PERMIT, values));
      return await send(money, maker, "permit", holder, other, values.value, LATER, v, r, s);
    };
    await permit(0);
    await send(money, holder, "approve", other, 0);
    of["ERC-20 permit, by a signature"] = await gasOf(permit(1));
    return of;
  },
};

const PERMIT = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

function settings(): Record<string, unknown> {
  const [compiler] = config.solidity.profiles["default"]?.compilers ?? [];
  if (compiler === undefined) throw new Error("no compiler");
  return compiler.settings as Record<string, unknown>;
}

function present(shipped: Shipped | undefined): Shipped {
  if (shipped === undefined) throw new Error("not compiled");
  return shipped;
}
