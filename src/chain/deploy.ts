import type { BaseContract, Signer } from "ethers";

import type { NoteLens, PromissoryNotes } from "../../typechain-types/index.ts";
import { NoteLens__factory } from "../../typechain-types/factories/lens/NoteLens__factory.ts";
import {
  PromissoryNotes__factory,
  type PromissoryNotesLibraryAddresses,
} from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import {
  Assignment__factory,
  Charges__factory,
  Conversion__factory,
  Default__factory,
  Interest__factory,
  Making__factory,
  Payment__factory,
  Prepayment__factory,
  Records__factory,
} from "../../typechain-types/factories/clauses/index.ts";

/** The clauses that `PromissoryNotes` is linked to. */
const CLAUSES = {
  Assignment: Assignment__factory,
  Charges: Charges__factory,
  Conversion: Conversion__factory,
  Default: Default__factory,
  Interest: Interest__factory,
  Making: Making__factory,
  Payment: Payment__factory,
  Prepayment: Prepayment__factory,
  Records: Records__factory,
} as const;

/**
 * Deploys `PromissoryNotes`, with each clause it is linked to, and the lens over it.
 *
 * @param deployer Pays for it; has no power over what is deployed.
 * @example
 * const { notes, lens } = await deployNotes(await ethers.provider.getSigner());
 */
export async function deployNotes(deployer: Signer): Promise<{ notes: PromissoryNotes; lens: NoteLens }> {
  const links: Record<string, string> = {};
  for (const [name, Factory] of Object.entries(CLAUSES)) {
    const clause: BaseContract = await new Factory(deployer).deploy();
    links[`project/contracts/clauses/${name}.sol:${name}`] = await clause.getAddress();
  }
  const notes = await new PromissoryNotes__factory(
    links as unknown as PromissoryNotesLibraryAddresses,
    deployer,
  ).deploy();
  const lens = await new NoteLens__factory(deployer).deploy(await notes.getAddress());
  return { notes, lens };
}
