import type { ContractTransactionResponse } from "ethers";
import { ZeroAddress } from "ethers";

import { dayOf } from "../support/days.ts";
import type { GivenNotes } from "../helpers/notes.ts";
import { ALL, chargeKinds, facts, named, UNSPLIT, usd } from "../helpers/vocabulary.ts";

type Sent = Promise<ContractTransactionResponse>;

/** Gas of whole transactions, by the name of the act. */
export type GasOfActs = Record<string, number>;

/** Gas of a whole transaction. */
export async function gasOf(sent: Sent): Promise<number> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("not mined");
  return Number(receipt.gasUsed);
}

/**
 * Measures every act once, on notes of the sample's terms, each act in the state a user would find it in. Time goes forward only, so the
 * order is that of a life.
 */
export async function measureActs(given: GivenNotes): Promise<GasOfActs> {
  const { lender, sister, stranger, subsidiary, byBorrower, byLender, byAttestor, byPayer } = given;
  const gas: GasOfActs = {};
  const far = dayOf("2009-12-31");

  const first = await given.make();
  const plain = await given.makePlain();
  const terms = given.terms();
  gas["make, value received"] = await gasOf(byBorrower.make(terms, lender));
  gas["make without conversion"] = await gasOf(byBorrower.make(given.terms({ stock: ZeroAddress }), lender));
  gas["offer"] = await gasOf(byBorrower.offer(terms, lender, far));
  gas["subscribe: pay the principal, take the note"] = await gasOf(byLender.subscribe(terms, UNSPLIT));
  const [toSister, toStranger, assigned, facted, acknowledged, released] = await makeSix(given);

  gas["consent to a transfer"] = await gasOf(byBorrower.consentToTransfer(toStranger, stranger, far));
  gas["transfer with consent"] = await gasOf(byLender.transferFrom(lender, stranger, toStranger));
  gas["transfer to an affiliate"] = await gasOf(byLender.transferFrom(lender, sister, toSister));
  gas["accept an assignment"] = await gasOf(given.as(subsidiary).acceptAssignment(assigned));
  gas["assign to an affiliate"] = await gasOf(byBorrower.assign(assigned, subsidiary));
  gas["permit prepayment"] = await gasOf(byLender.permitPrepayment(acknowledged, far));
  gas["acknowledge part"] = await gasOf(byLender.acknowledge(acknowledged, usd("1000"), "wire"));
  gas["release"] = await gasOf(byLender.release(released));

  const petition = named("petition");
  gas["report a fact"] = await gasOf(byBorrower.report(facted, petition, facts.involuntaryPetition, dayOf("2003-12-31"), ""));
  gas["cure a fact in time"] = await gasOf(byLender.cure(facted, petition, dayOf("2003-12-31"), ""));
  await byAttestor.report(facted, named("judgment"), facts.judgment, dayOf("2003-12-31"), "");
  gas["waive a fact"] = await gasOf(byLender.waive(facted, named("judgment")));
  gas["admit a charge"] = await gasOf(byBorrower.admitCharge(facted, chargeKinds.collectionCost, usd("500"), ""));

  await given.on("2005-09-02");
  gas["convert part, holder new to the stock"] = await gasOf(byLender.convert(first, usd("100000"), 0n, 0n, ""));
  gas["convert part, holder with shares"] = await gasOf(byLender.convert(facted, usd("100000"), 0n, 0n, ""));
  gas["convert all"] = await gasOf(byLender.convert(assigned, ALL, 0n, 0n, ""));

  await given.on("2007-01-02");
  gas["pay part"] = await gasOf(byPayer.pay(first, usd("1000")));
  gas["pay off"] = await gasOf(byPayer.pay(first, ALL));
  gas["pay off, no conversion right"] = await gasOf(byPayer.pay(plain, ALL));
  await given.on("2007-01-03");
  gas["demand"] = await gasOf(byLender.demand(facted, ""));
  gas["pay part, overdue"] = await gasOf(byPayer.pay(facted, usd("1000")));

  return gas;
}

async function makeSix(given: GivenNotes): Promise<[bigint, bigint, bigint, bigint, bigint, bigint]> {
  return [
    await given.make(),
    await given.make(),
    await given.make(),
    await given.make(),
    await given.make(),
    await given.make(),
  ];
}

/** Makes notes until there are so many, and measures the making of the last. */
export async function gasOfMakingUpTo(given: GivenNotes, count: number): Promise<number> {
  const { connection, notes, borrower, lender } = given;
  const data = notes.interface.encodeFunctionData("make", [given.terms(), lender.address]);
  const transaction = { from: borrower.address, to: await notes.getAddress(), data, gas: "0x100000" };
  for (let made = Number(await notes.noteCount()); made < count - 1; made += 1) {
    await connection.provider.request({ method: "eth_sendTransaction", params: [transaction] });
  }
  return await gasOf(given.byBorrower.make(given.terms(), lender));
}
