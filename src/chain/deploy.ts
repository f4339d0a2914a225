import type { BaseContract, Signer } from "ethers";

import type { NoteLens } from "../../typechain-types/lens/NoteLens.ts";
import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";
import { HeldPayments__factory } from "../../typechain-types/factories/HeldPayments__factory.ts";
import { NoteCertificate__factory } from "../../typechain-types/factories/lens/NoteCertificate__factory.ts";
import { NoteLens__factory } from "../../typechain-types/factories/lens/NoteLens__factory.ts";
import {
  PromissoryNotes__factory,
  type PromissoryNotesLibraryAddresses,
} from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import * as clauses from "../../typechain-types/factories/clauses/index.ts";
import { LINKED_CLAUSES } from "./linkedClauses.ts";

interface Deployable {
  deploy: () => Promise<BaseContract>;
}

/**
 * Deploys `PromissoryNotes`, each clause it is linked to or passes acts on to, where it keeps money that cannot reach a holder, and the lens
 * over it.
 *
 * @param deployer Pays for it; has no power over what is deployed.
 * @example
 * const { notes, lens } = await deployNotes(await ethers.provider.getSigner());
 */
export async function deployNotes(deployer: Signer): Promise<{ notes: PromissoryNotes; lens: NoteLens }> {
  const links: Record<string, string> = {};
  const deploy = async (Factory: new (deployer: Signer) => Deployable) =>
    await (await new Factory(deployer).deploy()).getAddress();

  for (const name of LINKED_CLAUSES) {
    links[`project/contracts/clauses/${name}.sol:${name}`] = await deploy(clauses[`${name}__factory`]);
  }
  const payment = await new clauses.Payment__factory(deployer).deploy(await deploy(HeldPayments__factory));
  const parts = {
    making: await deploy(clauses.Making__factory),
    novation: await deploy(clauses.Novation__factory),
    payment: await payment.getAddress(),
    signed: await deploy(clauses.SignedActs__factory),
    lost: await deploy(clauses.LostNote__factory),
  };
  const notes = await new PromissoryNotes__factory(
    links as unknown as PromissoryNotesLibraryAddresses,
    deployer,
  ).deploy(parts, await deploy(NoteCertificate__factory));
  const lens = await new NoteLens__factory(deployer).deploy(await notes.getAddress());
  return { notes, lens };
}
