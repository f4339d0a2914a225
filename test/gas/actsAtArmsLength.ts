import { ZeroAddress } from "ethers";

import { NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { ALL, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { GivenNotes } from "../helpers/notes.ts";
import { dayOf } from "../support/days.ts";
import { gasOf } from "./acts.ts";
import type { GasOfActs } from "./acts.ts";

/** Nonces of one word of storage: the first that a signer uses in it costs 17,100 more than each later one. */
const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH] = [0n, 1n, 2n, 3n, 4n, 5n];
const UNTIL = dayOf("2009-12-31");

/** Measures acts by signature, novation, and what is done for holders who cannot receive or have lost their key, each once. */
export async function measureActsAtArmsLength(given: GivenNotes): Promise<GasOfActs> {
  return { ...(await measureSigned(given)), ...(await measureHeld(given)), ...(await measureLost(given)) };
}

async function measureSigned(given: GivenNotes): Promise<GasOfActs> {
  const { borrower, lender, stranger, subsidiary, notes, byLender, byPayer, byBorrower } = given;
  const gas: GasOfActs = {};
  const terms = given.terms();
  const making = { terms, lender: lender.address, againstPayment: false, stock: UNSPLIT };
  const promise = async (nonce: bigint, againstPayment = false) =>
    await sign(given, borrower, "MakeNote", { ...making, againstPayment }, { nonce });
  const note = await given.make();
  const on = async (to: string) => ({ note, to, state: await stateOf(given, note) });

  gas["make with the maker's signature, its first"] = await gasOf(
    byLender.makeBySignature(terms, lender, UNSPLIT, await promise(FIRST)),
  );
  gas["make with the maker's signature, a later one"] = await gasOf(
    byLender.makeBySignature(terms, lender, UNSPLIT, await promise(SECOND)),
  );
  gas["subscribe with the maker's signature, a later one"] = await gasOf(
    byLender.subscribeBySignature(terms, UNSPLIT, await promise(THIRD, true)),
  );
  const consent = async (nonce: bigint) =>
    await sign(given, borrower, "ConsentToTransfer", { ...(await on(stranger.address)), until: UNTIL }, { nonce });
  gas["consent by signature, a later one"] = await gasOf(
    byPayer.consentBySignature(note, stranger, UNTIL, await consent(FOURTH)),
  );
  await byBorrower.revokeConsent(note);
  gas["consent by signature and transfer by the holder, at once"] = await gasOf(
    byLender.transferBySignature(note, stranger, UNTIL, await consent(FIFTH), NOTHING),
  );
  const acceptance = { note, assignee: subsidiary.address, state: await stateOf(given, note) };
  gas["assign by both signatures"] = await gasOf(
    byPayer.assignBySignature(
      note,
      subsidiary,
      await sign(given, borrower, "AssignNote", await on(subsidiary.address), { nonce: SIXTH }),
      await sign(given, subsidiary, "AcceptAssignment", acceptance, { nonce: FIRST }),
    ),
  );
  gas["cancel a signature, a later one"] = await gasOf(byBorrower.cancelSignature(6n));
  const replaced = await given.make();
  const novation = { note: replaced, state: await stateOf(given, replaced), replacement: terms, stock: UNSPLIT };
  const byHolder = await sign(given, lender, "NovateNote", { ...novation, signer: lender.address }, { nonce: FIRST });
  gas["replace by another, the borrower with the holder's signature, its first"] = await gasOf(
    notes.connect(borrower).novate(replaced, terms, UNSPLIT, { holder: byHolder, obligor: NOTHING, maker: NOTHING }),
  );
  return gas;
}

async function measureHeld(given: GivenNotes): Promise<GasOfActs> {
  const { lender, payer, stranger, byLender, byPayer } = given;
  const gas: GasOfActs = {};
  const currency = await given.connection.ethers.deployContract("DollarWithBlocklist", ["USD", 6]);
  await currency.mint(payer, usd("1000000"));
  await currency.connect(payer).approve(given.notes, ALL);
  const terms = { currency: await currency.getAddress(), stock: ZeroAddress, prepaymentAllowed: true };
  const id = await given.make(terms);
  await currency.setBlocked(lender, true);
  gas["pay part to a holder who cannot receive"] = await gasOf(byPayer.pay(id, usd("1000"), { gasLimit: 2_000_000 }));
  gas["withdraw what was held, the first time"] = await gasOf(byLender.withdraw(id, lender, stranger));
  return gas;
}

async function measureLost(given: GivenNotes): Promise<GasOfActs> {
  const { lender, stranger, byAttestor, byBorrower, byLender, byPayer } = given;
  const gas: GasOfActs = {};
  const [lost, found] = [await given.make(), await given.make()];
  gas["declare lost"] = await gasOf(byAttestor.declareLost(lost, ""));
  gas["consent to recovery"] = await gasOf(byBorrower.consentToRecovery(lost, stranger));
  await byAttestor.declareLost(found, "");
  gas["object to recovery"] = await gasOf(byLender.object(found));
  await given.on("2004-02-02");
  gas["recover"] = await gasOf(byPayer.recover(lost));
  if ((await given.record(lost)).holder === lender.address) throw new Error("not recovered");
  return gas;
}
