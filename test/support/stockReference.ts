const TOKEN = 10n ** 9n;
const BITS = 64n;

const ceil = (numerator: bigint, denominator: bigint) => (numerator + denominator - 1n) / denominator;
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

type Ratio = readonly [bigint, bigint];

function times([a, b]: Ratio, [c, d]: Ratio): Ratio | undefined {
  const divisor = gcd(a * c, b * d);
  const product: Ratio = [(a * c) / divisor, (b * d) / divisor];
  return product.some((part) => part >= 2n ** BITS) ? undefined : product;
}

/** A stock in a page, in original units; each act answers whether it is taken, and changes nothing if not. */
export class StockReference {
  splits: Ratio = [1n, 1n];
  distributions: Ratio = [1n, 1n];
  authorized: bigint;
  readonly units: bigint[];
  readonly claims: bigint[];

  constructor(authorizedTokens: bigint, people: number, converters: number) {
    this.authorized = authorizedTokens * TOKEN;
    this.units = Array<bigint>(people).fill(0n);
    this.claims = Array<bigint>(converters).fill(0n);
  }

  tokens(units: bigint) {
    return (units * this.splits[0]) / (this.splits[1] * TOKEN);
  }

  balance(who: number) {
    return this.tokens(this.units[who]!);
  }

  issued() {
    return this.units.reduce((sum, each) => sum + each, 0n);
  }

  reserved(less = 0n, [numerator, denominator] = this.distributions) {
    return ceil((this.claims.reduce((sum, each) => sum + each, 0n) - less) * numerator, denominator);
  }

  split(numerator: bigint, denominator: bigint) {
    const factor = times(this.splits, [numerator, denominator]);
    if (factor) this.splits = factor;
    return factor !== undefined;
  }

  distribute(numerator: bigint, denominator: bigint) {
    const factor = times(this.distributions, [numerator, denominator]);
    if (numerator <= denominator || !factor || this.issued() + this.reserved(0n, factor) > this.authorized)
      return false;
    this.distributions = factor;
    return true;
  }

  issue(to: number, tokens: bigint) {
    const units = this.#stored(tokens);
    if (this.issued() + this.reserved() + units > this.authorized) return false;
    this.units[to]! += units;
    return true;
  }

  authorize(tokens: bigint) {
    const units = this.#stored(tokens);
    if (units >= 2n ** 128n || (units < this.authorized && units < this.issued() + this.reserved())) return false;
    this.authorized = units;
    return true;
  }

  transfer(from: number, to: number, tokens: bigint) {
    if (tokens > this.balance(from)) return false;
    const moved = this.#stored(tokens);
    this.units[from]! -= moved;
    this.units[to]! += moved;
    return true;
  }

  reserve(by: number, before: bigint, after: bigint, fraction: bigint) {
    this.claims[by]! += after - before;
    if (after <= before || this.issued() + this.reserved(fraction) <= this.authorized) return true;
    this.claims[by]! += before - after;
    return false;
  }

  convert(by: number, to: number, units: bigint, before: bigint, after: bigint, fraction: bigint) {
    const committed = this.issued() + this.reserved();
    this.claims[by]! += after - before;
    this.units[to]! += units;
    const grows = this.issued() + this.reserved() > committed;
    if (!grows || this.issued() + this.reserved(fraction) <= this.authorized) return true;
    this.claims[by]! += before - after;
    this.units[to]! -= units;
    return false;
  }

  #stored(tokens: bigint) {
    return ceil(tokens * this.splits[1] * TOKEN, this.splits[0]);
  }
}
