import fc from "fast-check";

import type { Signature } from "../../src/model/acts.ts";

/** A signature, now and then a worthless one, and now and then with a nonce used before. */
export const anySignature: fc.Arbitrary<Signature> = fc
  .record({
    nonce: fc.bigInt({ min: 0n, max: 15n }),
    flaw: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("expired" as const, "forged" as const) },
    ),
  })
  .map(({ nonce, flaw }) => (flaw === null ? { nonce } : { nonce, flaw }));

/** By signature, in one case of three. */
export const perhapsSigned: fc.Arbitrary<{ readonly signed?: Signature }> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: anySignature.map((signed) => ({ signed })) },
);
