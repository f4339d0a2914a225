import { encodeBytes32String, getAddress, isAddress, MaxUint256 } from "ethers";

import { dayOf } from "../../math/civilDate.ts";
import type { Day } from "../../math/civilDate.ts";
import { parseDecimal } from "../../math/decimal.ts";
import { ActError } from "./act.ts";

/** Options by their names, as the user wrote them; an empty string is one that was not given. */
export type WrittenOptions = Readonly<Record<string, string | boolean | undefined>>;

const MOST_NAME_BYTES = 31;

/**
 * The options of an act, read as it asks for them: money as decimals in the note's currency, days as YYYY-MM-DD.
 *
 * Each reader throws an ActError that names the option, if it is missing without a fallback, or cannot be taken.
 *
 * @example new ActOptions({ amount: "1000.50" }, 6).money("amount") // 1000500000n
 */
export class ActOptions {
  readonly #written: WrittenOptions;
  readonly #decimals: number;

  constructor(written: WrittenOptions, decimals: number) {
    this.#written = written;
    this.#decimals = decimals;
  }

  has(name: string): boolean {
    const value = this.#written[name];
    return typeof value === "string" ? value !== "" : value === true;
  }

  flag(name: string): boolean {
    return this.#written[name] === true;
  }

  text(name: string, fallback?: string): string {
    const value = this.#written[name];
    if (typeof value === "string" && value !== "") return value;
    if (fallback !== undefined) return fallback;
    throw new ActError(`${optionName(name)}: missing`);
  }

  address(name: string, fallback?: string): string {
    return parseAddress(this.text(name, fallback), optionName(name));
  }

  /** A day; what the caller names if none was given. */
  day(name: string, fallback?: Day): Day {
    if (fallback !== undefined && !this.has(name)) return fallback;
    const text = this.text(name);
    const day = this.#read(name, () => dayOf(text));
    if (day < 0) throw new ActError(`${optionName(name)}: "${text}" is before 1970-01-01`);
    return day;
  }

  /** In the currency's smallest unit. */
  money(name: string): bigint {
    const text = this.text(name);
    const amount = this.#read(name, () => parseDecimal(text, this.#decimals));
    if (amount === 0n) throw new ActError(`${optionName(name)}: is zero`);
    return amount;
  }

  /** As `money`; the largest uint256 for "all". */
  moneyOrAll(name: string, fallback?: bigint): bigint {
    if (fallback !== undefined && !this.has(name)) return fallback;
    if (this.text(name) === "all") return MaxUint256;
    const text = this.text(name);
    return this.#read(name, () => parseDecimal(text, this.#decimals));
  }

  /** A whole number from zero. */
  whole(name: string, fallback?: bigint): bigint {
    if (fallback !== undefined && !this.has(name)) return fallback;
    const text = this.text(name);
    if (!/^(0|[1-9]\d{0,77})$/.test(text)) throw new ActError(`${optionName(name)}: "${text}" is not a whole number`);
    return BigInt(text);
  }

  /** The place of a word among those that can be taken. */
  choice(name: string, words: readonly string[]): number {
    const text = this.text(name);
    const place = words.indexOf(text);
    if (place < 0) throw new ActError(`${optionName(name)}: "${text}" is not one of ${words.join(", ")}`);
    return place;
  }

  /** n new for d old. */
  ratio(name: string): readonly [bigint, bigint] {
    const text = this.text(name);
    const match = /^(\d{1,19}):(\d{1,19})$/.exec(text);
    if (match === null) {
      throw new ActError(`${optionName(name)}: "${text}" is not a ratio of whole numbers such as 3:2`);
    }
    return [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)];
  }

  /** The name of a fact, as the contract keeps it. */
  factName(name: string, fallback?: string): string {
    const text = this.text(name, fallback);
    const bytes = new TextEncoder().encode(text).length;
    if (bytes <= MOST_NAME_BYTES) return encodeBytes32String(text);
    throw new ActError(`${optionName(name)}: "${text}" has ${bytes} bytes; a name has at most ${MOST_NAME_BYTES}`);
  }

  #read<Value>(name: string, reader: () => Value): Value {
    try {
      return reader();
    } catch (error) {
      throw new ActError(`${optionName(name)}: ${(error as RangeError).message}`);
    }
  }
}

/**
 * An address as somebody has written it.
 *
 * @param where It was written, for the message.
 * @throws ActError if it is none, or its checksum is wrong.
 */
export function parseAddress(text: string, where: string): string {
  const looksRight = /^0x[0-9a-fA-F]{40}$/.test(text);
  if (looksRight && isAddress(text)) return getAddress(text);
  const why = looksRight ? "its checksum is wrong" : "0x and 40 hexadecimal digits";
  throw new ActError(`${where}: "${text}" is no address: ${why}`);
}

/** An option as the command line writes it. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
