import { concat, Signature, toBeHex } from "ethers";

import type { Signed } from "../helpers/messages.ts";
import { givenNotes } from "../helpers/notes.ts";
import { digestFor, freshNonce, LATER, NOTHING } from "../helpers/signing.ts";
import type { Place } from "./places.ts";
import { places, signFor, submitterOf } from "./places.ts";

/** Order of the curve. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The same signature in its other form, which recovers the same key. */
function malleated(signature: string): string {
  const { r, s, v } = Signature.from(signature);
  return concat([r, toBeHex(ORDER - BigInt(s), 32), toBeHex(v === 27 ? 28 : 27, 1)]);
}

/** A signature with its last byte counted from zero. */
function fromZero(signature: string): string {
  const { r, s, yParity } = Signature.from(signature);
  return concat([r, s, toBeHex(yParity, 1)]);
}

const forms: Record<string, (signature: string) => string> = {
  "its malleable twin, of high s": malleated,
  "its compact form of 64 bytes": (signature) => Signature.from(signature).compactSerialized,
  "a byte too many": (signature) => concat([signature, "0x00"]),
  "a byte too few": (signature) => signature.slice(0, -2),
  "v counted from zero": fromZero,
  zeros: () => `0x${"00".repeat(65)}`,
  "ones throughout": () => `0x${"ff".repeat(65)}`,
  "one byte": () => "0x1b",
};

describe("Signatures: refused", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function submit(place: Place, signed: Signed) {
    return await place.submit(given, submitterOf(given, place), id, signed);
  }

  async function refusesAsInvalid(place: Place, signed: Signed) {
    const signer = await place.signer(given, id);
    const digest = await digestFor(given, place.message, await place.values(given, id), signed);
    await given.refused(submit(place, signed), "SignatureInvalid", signer.address, digest);
    // nothing was used up
    await submit(place, await signFor(given, place, id, { nonce: signed.nonce }));
  }

  for (const [what, place] of Object.entries(places)) {
    describe(what, () => {
      for (const [form, change] of Object.entries(forms)) {
        it(`is refused in another form: ${form}`, async () => {
          const signed = await signFor(given, place, id);
          await refusesAsInvalid(place, { ...signed, signature: change(signed.signature) });
        });
      }

      it("is refused without a signature", async () => {
        await given.refused(submit(place, { ...NOTHING, deadline: LATER }), place.whenEmpty);
      });

      it("is refused when signed by anybody else", async () => {
        const signer = await place.signer(given, id);
        const others = [given.borrower, given.lender, given.attestor, given.stranger, given.holdco];
        for (const other of others.filter(({ address }) => address !== signer.address)) {
          const signed = await signFor(given, { ...place, signer: () => Promise.resolve(other) }, id);
          const digest = await digestFor(given, place.message, await place.values(given, id), signed);
          await given.refused(submit(place, signed), "SignatureInvalid", signer.address, digest);
        }
      });

      it("is refused with another nonce than was signed", async () => {
        await refusesAsInvalid(place, { ...(await signFor(given, place, id)), nonce: freshNonce() });
      });

      it("is refused with another deadline than was signed", async () => {
        await refusesAsInvalid(place, { ...(await signFor(given, place, id)), deadline: LATER + 1n });
      });
    });
  }
});
