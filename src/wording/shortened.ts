/**
 * An address or a hash as it is recognized, not as it is compared.
 *
 * @param hex Hexadecimal with 0x.
 * @param digits How many are kept at either end, 4 unless given; what that would not make shorter stays whole.
 * @example shortened("0x70997970C51812dc3A010C7d01b50e0d17dc79C8") // "0x7099…79C8"
 */
export function shortened(hex: string, digits = 4): string {
  return hex.length <= 2 * digits + 3 ? hex : `${hex.slice(0, 2 + digits)}…${hex.slice(-digits)}`;
}
