import { ZeroAddress } from "ethers";

import { NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { ALL, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { GivenNotes } from "../helpers/notes.ts";
import { dayOf } from "../support/days.ts";
import type { Measure, OfActs } from "./acts.ts";

/** Nonces of one word of storage: the first that a signer uses in it costs 17,100 more than each later one. */
const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH] = [0n, 1n, 2n, 3n, 4n, 5n];
const UNTIL = dayOf("2009-12-31");

/** Measures acts by signature, novation, and what is done for holders who cannot receive or have lost their key, each once. */
export async function measureActsAtArmsLength<Measured>(
  given: GivenNotes,
  measure: Measure<Measured>,
): Promise<OfActs<Measured>> {
  return {
    ...(await measureSigned(given, measure)),
    ...(await measureHeld(given, measure)),
    ...(await measureLost(given, measure)),
  };
}

async function measureSigned<Measured>(given: GivenNotes, measure: Measure<Measured>): Promise<OfActs<Measured>> {
  const { borrower, lender, stranger, subsidiary, notes, byLender, byPayer, byBorrower } = given;
  const of: OfActs<Measured> = {};
  const terms = given.terms();
  const making = { terms, lender: lender.address, againstPayment: false, stock: UNSPLIT };
  const promise = async (nonce: bigint, againstPayment = false) =>
    await sign(given, borrower, "MakeNote", { ...making, againstPayment }, { nonce });
  const note = await given.make();
  const on = async (to: string) => ({ note, to, state: await stateOf(given, note) });

  of["make with the maker's signature, its first"] = await measure(
    byLender.makeBySignature(terms, lender, UNSPLIT, await promise(FIRST)),
  );
  of["make with the maker's signature, a later one"] = await measure(
    byLender.makeBySignature(terms, lender, UNSPLIT, await promise(SECOND)),
  );
  of["subscribe with the maker's signature, a later one"] = await measure(
    byLender.subscribeBySignature(terms, UNSPLIT, await promise(THIRD, true)),
  );
  const consent = async (nonce: bigint) =>
    await sign(given, borrower, "ConsentToTransfer", { ...(await on(stranger.address)), until: UNTIL }, { nonce });
  of["consent by signature, a later one"] = await measure(
    byPayer.consentBySignature(note, stranger, UNTIL, await consent(FOURTH)),
  );
  await byBorrower.revokeConsent(note);
  of["consent by signature and transfer by the holder, at once"] = await measure(
    byLender.transferBySignature(note, stranger, UNTIL, await consent(FIFTH), NOTHING),
  );
  const acceptance = { note, assignee: subsidiary.address, state: await stateOf(given, note) };
  of["assign by both signatures"] = await measure(
    byPayer.assignBySignature(
      note,
      subsidiary,
      await sign(given, borrower, "AssignNote", await on(subsidiary.address), { nonce: SIXTH }),
      await sign(given, subsidiary, "AcceptAssignment", acceptance, { nonce: FIRST }),
    ),
  );
  of["cancel a signature, a later one"] = await measure(byBorrower.cancelSignature(6n));
  const replaced = await given.make();
  const novation = { note: replaced, state: await stateOf(given, replaced), replacement: terms, stock: UNSPLIT };
  const byHolder = await sign(given, lender, "NovateNote", { ...novation, signer: lender.address }, { nonce: FIRST });
  of["replace by another, the borrower with the holder's signature, its first"] = await measure(
    notes.connect(borrower).novate(replaced, terms, UNSPLIT, { holder: byHolder, obligor: NOTHING, maker: NOTHING }),
  );
  return of;
}

async function measureHeld<Measured>(given: GivenNotes, measure: Measure<Measured>): Promise<OfActs<Measured>> {
  const { lender, payer, stranger, byLender, byPayer } = given;
  const of: OfActs<Measured> = {};
  const currency = await given.connection.ethers.deployContract("DollarWithBlocklist", ["USD", 6]);
  await currency.mint(payer, usd("1000000"));
  await currency.connect(payer).approve(given.notes, ALL);
  const terms = { currency: await currency.getAddress(), stock: ZeroAddress, prepaymentAllowed: true };
  const id = await given.make(terms);
  await currency.setBlocked(lender, true);
  of["pay part to a holder who cannot receive"] = await measure(byPayer.pay(id, usd("1000"), { gasLimit: 2_000_000 }));
  of["withdraw what was held, the first time"] = await measure(byLender.withdraw(id, lender, stranger));
  return of;
}

async function measureLost<Measured>(given: GivenNotes, measure: Measure<Measured>): Promise<OfActs<Measured>> {
  const { lender, stranger, byAttestor, byBorrower, byLender, byPayer } = given;
  const of: OfActs<Measured> = {};
  const [lost, found] = [await given.make(), await given.make()];
  of["declare lost"] = await measure(byAttestor.declareLost(lost, ""));
  of["consent to recovery"] = await measure(byBorrower.consentToRecovery(lost, stranger));
  await byAttestor.declareLost(found, "");
  of["object to recovery"] = await measure(byLender.object(found));
  await given.on("2004-02-02");
  of["recover"] = await measure(byPayer.recover(lost));
  if ((await given.record(lost)).holder === lender.address) throw new Error("not recovered");
  return of;
}
