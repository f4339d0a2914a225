import type { PricedStep } from "./steps.ts";

/** What no way of writing an act could do without, given what it promises. */
export const UNAVOIDABLE = [
  "base",
  "calldata",
  "first written",
  "changed",
  "cold reads",
  "contracts reached",
  "money moved",
  "terms as code",
  "signatures",
  "events",
] as const;

/** What the way it is written costs. */
export const ABOVE = [
  "stack and jumps",
  "memory and calldata",
  "arithmetic",
  "hashing",
  "warm storage",
  "parts of the notes",
  "calls",
  "environment",
] as const;

export type UnavoidableClass = (typeof UNAVOIDABLE)[number];
export type AboveClass = (typeof ABOVE)[number];
export type CostClass = UnavoidableClass | AboveClass;

const COLD_SLOT = 2_100;
const COLD_ACCOUNT = 2_600;
const WARM = 100;
const FIRST_WRITE = 20_000;
const CHANGE = 2_900;
const LAST_PRECOMPILE = 0x11n;
const SIGNATURE_CHECKS = new Set([1n, 0x100n]);

const ARITHMETIC =
  /^(ADD|MUL|SUB|S?DIV|S?MOD|ADDMOD|MULMOD|EXP|SIGNEXTEND|S?LT|S?GT|EQ|ISZERO|AND|OR|XOR|NOT|BYTE|SHL|SHR|SAR|CLZ)$/;
const STACK = /^(PUSH\d+|DUP\d+|SWAP\d+|POP|JUMP|JUMPI|JUMPDEST|PC|STOP)$/;
const MEMORY =
  /^(MLOAD|MSTORE8?|MSIZE|MCOPY|CALLDATA(LOAD|SIZE|COPY)|CODE(SIZE|COPY)|RETURNDATA(SIZE|COPY)|RETURN|REVERT)$/;

/** The parts of a step's cost, by class: they add up to it. */
export function classesOf({ op, own, frame, called }: PricedStep): [CostClass, number][] {
  if (frame.movesMoney) return [["money moved", own]];
  if (op === "SSTORE") return writing(own);
  if (op === "SLOAD") return [[own >= COLD_SLOT ? "cold reads" : "warm storage", own]];
  if (op === "TLOAD" || op === "TSTORE") return [["warm storage", own]];
  if (op.startsWith("LOG")) return [["events", own]];
  if (op.startsWith("CREATE")) return [["terms as code", own]];
  if (/^(EXTCODE|BALANCE)/.test(op)) return looking(op, own);
  if (called !== null) return calling(op, own, called);
  if (op === "KECCAK256") return [["hashing", own]];
  if (ARITHMETIC.test(op)) return [["arithmetic", own]];
  if (STACK.test(op)) return [["stack and jumps", own]];
  if (MEMORY.test(op)) return [["memory and calldata", own]];
  return [["environment", own]];
}

/** 22,100 or, where the slot was read before, 20,000 for the first word in a slot; 5,000 or 2,900 for another word; 100 for a change of a change. */
function writing(own: number): [CostClass, number][] {
  if (own >= FIRST_WRITE) return [["first written", own]];
  if (own >= CHANGE) return [["changed", own]];
  if (own >= COLD_SLOT) return split("cold reads", COLD_SLOT, "warm storage", own);
  return [["warm storage", own]];
}

/** Terms are code, so reading them is looking at an account. */
function looking(op: string, own: number): [CostClass, number][] {
  const rest = op === "EXTCODECOPY" ? "memory and calldata" : "environment";
  return own >= COLD_ACCOUNT ? split("cold reads", COLD_ACCOUNT, rest, own) : [[rest, own]];
}

function calling(op: string, own: number, called: string): [CostClass, number][] {
  const address = BigInt(called);
  if (SIGNATURE_CHECKS.has(address)) return split("calls", Math.min(own, WARM), "signatures", own);
  if (address <= LAST_PRECOMPILE) return [["memory and calldata", own]];
  if (op === "DELEGATECALL") return [["parts of the notes", own]];
  return own >= COLD_ACCOUNT ? split("contracts reached", COLD_ACCOUNT, "calls", own) : [["calls", own]];
}

function split(first: CostClass, gas: number, rest: CostClass, own: number): [CostClass, number][] {
  return [
    [first, gas],
    [rest, own - gas],
  ];
}
