import type { ContractTransactionResponse } from "ethers";
import { ZeroAddress } from "ethers";

import { dayOf } from "../support/days.ts";
import type { GivenNotes } from "../helpers/notes.ts";
import { ALL, chargeKinds, facts, named, UNSPLIT, usd } from "../helpers/vocabulary.ts";

type Sent = Promise<ContractTransactionResponse>;

/** What was measured of each act, by its name: gas of whole transactions, unless more is asked for. */
export type OfActs<Measured = number> = Record<string, Measured>;

/** What is to be known of a transaction. */
export type Measure<Measured> = (sent: Sent) => Promise<Measured>;

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
export async function measureActs<Measured>(
  given: GivenNotes,
  measure: Measure<Measured>,
): Promise<OfActs<Measured>> {
  const { lender, sister, stranger, subsidiary, byBorrower, byLender, byAttestor, byPayer } = given;
  const of: OfActs<Measured> = {};
  const far = dayOf("2009-12-31");

  const first = await given.make();
  const plain = await given.makePlain();
  const terms = given.terms();
  of["make, value received"] = await measure(byBorrower.make(terms, lender));
  of["make without conversion"] = await measure(byBorrower.make(given.terms({ stock: ZeroAddress }), lender));
  of["offer"] = await measure(byBorrower.offer(terms, lender, far));
  of["subscribe: pay the principal, take the note"] = await measure(byLender.subscribe(terms, UNSPLIT));
  const [toSister, toStranger, assigned, facted, acknowledged, released] = await makeSix(given);

  of["consent to a transfer"] = await measure(byBorrower.consentToTransfer(toStranger, stranger, far));
  of["transfer with consent"] = await measure(byLender.transferFrom(lender, stranger, toStranger));
  of["transfer to an affiliate"] = await measure(byLender.transferFrom(lender, sister, toSister));
  of["accept an assignment"] = await measure(given.as(subsidiary).acceptAssignment(assigned));
  of["assign to an affiliate"] = await measure(byBorrower.assign(assigned, subsidiary));
  of["permit prepayment"] = await measure(byLender.permitPrepayment(acknowledged, far));
  of["acknowledge part"] = await measure(byLender.acknowledge(acknowledged, usd("1000"), "wire"));
  of["release"] = await measure(byLender.release(released));

  const petition = named("petition");
  of["report a fact"] = await measure(byBorrower.report(facted, petition, facts.involuntaryPetition, dayOf("2003-12-31"), ""));
  of["cure a fact in time"] = await measure(byLender.cure(facted, petition, dayOf("2003-12-31"), ""));
  await byAttestor.report(facted, named("judgment"), facts.judgment, dayOf("2003-12-31"), "");
  of["waive a fact"] = await measure(byLender.waive(facted, named("judgment")));
  of["admit a charge"] = await measure(byBorrower.admitCharge(facted, chargeKinds.collectionCost, usd("500"), ""));

  await given.on("2005-09-02");
  of["convert part, holder new to the stock"] = await measure(byLender.convert(first, usd("100000"), 0n, 0n, ""));
  of["convert part, holder with shares"] = await measure(byLender.convert(facted, usd("100000"), 0n, 0n, ""));
  of["convert all"] = await measure(byLender.convert(assigned, ALL, 0n, 0n, ""));

  await given.on("2007-01-02");
  of["pay part"] = await measure(byPayer.pay(first, usd("1000")));
  of["pay off"] = await measure(byPayer.pay(first, ALL));
  of["pay off, no conversion right"] = await measure(byPayer.pay(plain, ALL));
  await given.on("2007-01-03");
  of["demand"] = await measure(byLender.demand(facted, ""));
  of["pay part, overdue"] = await measure(byPayer.pay(facted, usd("1000")));

  return of;
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
