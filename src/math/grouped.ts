/**
 * A decimal with its thousands set apart, for reading; a fraction as it is.
 *
 * @example grouped("250682.803191") // "250,682.803191"
 */
export function grouped(decimal: string): string {
  if (decimal.includes("/")) return decimal;
  const [whole = "", fraction] = decimal.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
