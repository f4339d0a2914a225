import { dateIn, timeIn } from "../calendar/zone.ts";
import { isoOf } from "../math/civilDate.ts";
import { unscaleRate } from "../terms/rate.ts";
import { weekdayOf } from "../wording/days.ts";
import { moneyOf } from "../wording/money.ts";
import type { CurrencyFigures } from "../wording/money.ts";
import { counted, percent } from "../wording/numbers.ts";
import { sharesOf, wholeShares } from "../wording/shares.ts";
import { shortened } from "../wording/shortened.ts";

/**
 * What the figures of an error are written with: the currency of the note it concerns, or the token itself where the error is a token's own.
 *
 * @example { decimals: 6, symbol: "USD", zone: "America/New_York" }
 */
export interface Figures extends CurrencyFigures {
  /** IANA time zone in which moments are written; UTC if there is none. Days are the note's own and need no zone. */
  readonly zone?: string;
}

const ZERO_ADDRESS = /^0x0{40}$/;
/** The last day that four digits of a year can write. */
const LAST_DAY = 2932896n;
/** Seconds of the last day that can be written, in whichever zone. */
const LAST_SECOND = LAST_DAY * 86400n;
const LARGEST = 2n ** 256n - 1n;
const LEAST_DIGITS = 6;

/** Writes the figures of one error for people. No method refuses a value, whatever a contract may have put in. */
export class Speech {
  readonly #figures: Figures | undefined;
  readonly #digits: number;

  /**
   * @param args The error's arguments, so that each address in them is cut no shorter than tells it from the others.
   * @param figures Without them money is counted in smallest units and moments are in UTC.
   */
  constructor(args: Readonly<Record<string, unknown>>, figures?: Figures) {
    this.#figures = figures;
    this.#digits = digitsThatTellApart(Object.values(args).filter((value) => typeof value === "string"));
  }

  /** Currency units: "203,323.70 USD". */
  money(units: bigint): string {
    if (units === LARGEST) return "any amount";
    if (this.#figures === undefined) return `${units} of the currency's smallest units`;
    return moneyOf(units, this.#figures);
  }

  /** A day: "2005-09-02 (Friday)". */
  day(day: bigint): string {
    if (day > LAST_DAY) return `day ${day} since 1970-01-01`;
    return `${isoOf(Number(day))} (${weekdayOf(Number(day))})`;
  }

  /** A second since 1970-01-01T00:00:00Z: "2005-09-02 (Friday) 09:30:00, America/New_York". */
  moment(timestamp: bigint): string {
    if (timestamp >= LAST_SECOND) return "the end of time";
    const zone = this.#figures?.zone ?? "UTC";
    return `${this.day(BigInt(dateIn(zone, timestamp)))} ${timeIn(zone, timestamp)}, ${zone}`;
  }

  /** An account: "0x8ba1f1…2DBA72", longer if another in the same error begins and ends alike. */
  address(address: string): string {
    if (ZERO_ADDRESS.test(address)) return "nobody (the zero address)";
    return shortened(address, this.#digits);
  }

  /** A party that may not be there: its address, or the words given. */
  addressOr(address: string, none: string): string {
    return ZERO_ADDRESS.test(address) ? none : this.address(address);
  }

  /** Shares in a stock's smallest unit, 1e-18 of a share: "3,821,710.5 shares". */
  shares(amount: bigint): string {
    return counted(sharesOf(amount), "share");
  }

  /** Shares in original units, 1e-27 of a share before any split. */
  originalShares(units: bigint): string {
    return `${counted(sharesOf(units, 27), "share")} (as before any split)`;
  }

  /** Whole shares as shares stood when the note was made. */
  wholeShares(shares: bigint): string {
    return wholeShares(shares);
  }

  /** A yearly rate scaled by 1e8: "7.75%". */
  rate(rate: bigint): string {
    return percent(unscaleRate(rate));
  }

  /** A ratio, as it is: "3:2". */
  ratio(numerator: bigint, denominator: bigint): string {
    return `${numerator}:${denominator}`;
  }

  /** How many of something. */
  count(count: bigint, what: string): string {
    return counted(String(count), what);
  }

  /** A fact's name, as it was written into 32 bytes; the bytes if they are no text. */
  name(bytes: string): string {
    const text = textOf(bytes);
    return text === null ? this.hash(bytes) : `"${text}"`;
  }

  /** A hash or other 32 bytes, cut short. */
  hash(bytes: string): string {
    return shortened(bytes, this.#digits);
  }

  /** One of a contract's enumerated words, by its number. */
  oneOf(words: readonly string[], index: bigint): string {
    return words[Number(index)] ?? `kind ${index}`;
  }
}

function digitsThatTellApart(values: readonly string[]): number {
  const distinct = [...new Set(values)];
  for (let digits = LEAST_DIGITS; digits < 32; digits += 1) {
    if (new Set(distinct.map((value) => shortened(value, digits))).size === distinct.length) return digits;
  }
  return 32;
}

function textOf(bytes: string): string | null {
  const octets = (
    bytes
      .replace(/^0x/, "")
      .replace(/(00)+$/, "")
      .match(/../g) ?? []
  ).map((pair) => parseInt(pair, 16));
  const printable = octets.length > 0 && octets.every((octet) => octet > 31 && octet !== 127);
  if (!printable) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(octets));
  } catch {
    return null;
  }
}
