import type { ActOf, Signature } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import type { Party, World } from "./state.ts";

/**
 * A signature taken: it must be that of the party whose word is needed, in time, and its nonce new.
 *
 * @param needed Whose signature it must be.
 * @param signer Whose it is said to be.
 */
export function takeSignature(world: World, needed: Party, signer: Party, signature: Signature): World | Refusal {
  if (signature.flaw === "expired") return "SignatureExpired";
  if (isUsed(world, needed, signature.nonce)) return "NonceUsed";
  if (signature.flaw === "forged" || signer !== needed) return "SignatureInvalid";
  return use(world, needed, signature.nonce);
}

/** A signer makes a nonce of its own worthless. */
export function cancelSignature(world: World, act: ActOf<"cancelSignature">): World | Refusal {
  return isUsed(world, act.by, act.nonce) ? "NonceUsed" : use(world, act.by, act.nonce);
}

function isUsed({ nonces }: World, signer: Party, nonce: bigint): boolean {
  return nonces.get(signer)?.has(nonce) ?? false;
}

function use(world: World, signer: Party, nonce: bigint): World {
  const used = new Set(world.nonces.get(signer)).add(nonce);
  return { ...world, nonces: new Map(world.nonces).set(signer, used) };
}
