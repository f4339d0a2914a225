/**
 * Whether two spellings are of one address: wallets and files write the same one with and without capitals.
 *
 * @example sameAddress("0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "0x70997970c51812dc3a010c7d01b50e0d17dc79c8") // true
 */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
