/** One step of the machine, as `debug_traceTransaction` tells it. */
export interface Step {
  readonly op: string;
  /** Gas left before it. */
  readonly gas: number;
  /** What it is said to cost; of calls and writes not the whole truth, so it is trusted only where a frame ends. */
  readonly gasCost: number;
  readonly depth: number;
  readonly stack: readonly string[];
}

/** Where a step runs. */
export interface Frame {
  /** Whose storage it works on, in lower case. */
  readonly account: string;
  /** Whether a call into the money opened this frame or one around it. */
  readonly movesMoney: boolean;
}

/** A step with what it alone costs, and where it runs. */
export interface PricedStep {
  readonly op: string;
  /** Gas of this step alone: of a call, without what was called. */
  readonly own: number;
  readonly frame: Frame;
  /** Whom a call calls, in lower case; null of other steps. */
  readonly called: string | null;
}

const CALLS = new Set(["CALL", "CALLCODE", "STATICCALL", "DELEGATECALL"]);

/** Whom a call calls: the second of its words on the stack. */
function calledBy({ op, stack }: Step): string | null {
  const word = CALLS.has(op) ? stack.at(-2) : undefined;
  return word === undefined ? null : `0x${word.slice(2).padStart(40, "0").slice(-40).toLowerCase()}`;
}

function frameWithin(frame: Frame, { op }: Step, called: string | null, money: ReadonlySet<string>): Frame {
  if (called === null) return { account: "created", movesMoney: frame.movesMoney };
  if (op === "DELEGATECALL" || op === "CALLCODE") return frame;
  return { account: called, movesMoney: frame.movesMoney || (op === "CALL" && money.has(called)) };
}

/**
 * What each step costs alone, by the gas left before and after it. The costs of all steps add up to what the transaction used beside its
 * intrinsic gas and before refunds.
 *
 * @param to Whom the transaction calls.
 * @param money Addresses of currencies, in lower case.
 */
export function priced(steps: readonly Step[], to: string, money: ReadonlySet<string>): PricedStep[] {
  const own = new Array<number>(steps.length).fill(0);
  const frames: Frame[] = [{ account: to.toLowerCase(), movesMoney: false }];
  // by depth: the step last begun, and what its frame has used before it
  const begun: number[] = [];
  const used: number[] = [];
  const found: PricedStep[] = [];

  steps.forEach((step, index) => {
    const { depth } = step;
    const before = begun[depth];
    if (before !== undefined && begun.length > depth + 1) closeFrames(depth + 1);
    if (before !== undefined) {
      const whole = (steps[before]?.gas ?? 0) - step.gas;
      const within = used[depth + 1] ?? 0;
      own[before] = whole - within;
      used[depth] = (used[depth] ?? 0) + whole;
      used.length = depth + 1;
    } else {
      openFrame(depth);
    }
    begun[depth] = index;
    const called = calledBy(step);
    found.push({ op: step.op, own: 0, frame: frames[depth - 1] ?? frameOf(0), called });
  });
  if (steps.length > 0) closeFrames(1);
  return found.map((step, index) => ({ ...step, own: own[index] ?? 0 }));

  function frameOf(index: number): Frame {
    return frames[index] ?? { account: to.toLowerCase(), movesMoney: false };
  }

  function openFrame(depth: number): void {
    const opener = steps[begun[depth - 1] ?? -1];
    if (opener !== undefined) {
      frames[depth - 1] = frameWithin(frameOf(depth - 2), opener, calledBy(opener), money);
    }
    used[depth] = 0;
  }

  /** The last step of a frame has none after it: what it says it costs is all there is. */
  function closeFrames(depth: number): void {
    for (let closing = begun.length - 1; closing >= depth; closing -= 1) {
      const last = begun[closing];
      if (last === undefined) continue;
      const inside = used[closing + 1] ?? 0;
      own[last] = steps[last]?.gasCost ?? 0;
      used[closing] = (used[closing] ?? 0) + (own[last] ?? 0) + inside;
    }
    begun.length = depth;
    used.length = depth + 1;
  }
}
