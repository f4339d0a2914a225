/** Gas of an act as something grows, by how far it has grown. */
export interface Curve {
  readonly act: string;
  readonly gas: Readonly<Record<number, number>>;
}

/** What grows, and what acts cost then. */
export interface Growth {
  readonly title: string;
  /** What is counted, as on an axis. */
  readonly of: string;
  readonly curves: readonly Curve[];
}

/** Collects what is measured at each point into curves. */
export class Curves {
  readonly #gas = new Map<string, Record<number, number>>();

  add(act: string, at: number, gas: number): void {
    const curve = this.#gas.get(act) ?? {};
    curve[at] = gas;
    this.#gas.set(act, curve);
  }

  all(): Curve[] {
    return [...this.#gas].map(([act, gas]) => ({ act, gas }));
  }
}
