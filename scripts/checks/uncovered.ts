/** Why a line or a branch of contracts/ is run by no test: part of the source there, and the reason. */
const REASONS: readonly { file: string; text: string; reason: string }[] = [];

/** The reason for a gap such as `contracts/A.sol:12 never true: if (a > b) {`, if one is on record. */
export function explained(gap: string): string | undefined {
  return REASONS.find(({ file, text }) => gap.startsWith(file) && gap.includes(text))?.reason;
}
