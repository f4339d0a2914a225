/** A ratio with two decimals, as people read it: "1.25×". */
export function timesOf(ours: number, theirs: number): string {
  if (!(theirs > 0) || !(ours > 0)) throw new RangeError(`no ratio of ${ours} to ${theirs}`);
  return `${(ours / theirs).toFixed(2)}×`;
}

/** What is above a part, in percent of that part, without decimals. */
export function percentAbove(whole: number, part: number): string {
  if (!(part > 0)) throw new RangeError(`no percentage of ${part}`);
  return `${String(Math.round((100 * (whole - part)) / part))}%`;
}

/** A figure with thousands separated. */
export function grouped(value: number): string {
  return value.toLocaleString("en-US");
}

/** Gas of several acts were they one transaction: their sum, but the base of 21,000 once. */
export function inOneTransaction(gas: readonly number[]): number {
  const [first, ...later] = gas;
  if (first === undefined) throw new RangeError("no act");
  return later.reduce((sum, each) => sum + each - 21_000, first);
}
