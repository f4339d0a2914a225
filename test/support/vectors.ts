import { readFileSync } from "node:fs";

/** A rational of the vector files: numerator and denominator as decimal strings. */
export interface Rational {
  readonly num: string;
  readonly den: string;
}

/** One file of `test/vectors`, as parsed. The caller names the shape it relies on. */
export function vectors<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), "utf8")) as Shape;
}
