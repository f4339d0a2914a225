import type { Agreed } from "./compare.ts";

interface Row {
  accepted: number;
  readonly refusals: Map<string, number>;
}

/** How often each act was accepted, and how often refused and why. */
export class Tally {
  readonly #rows = new Map<string, Row>();

  add(agreed: readonly Agreed[]): void {
    for (const { act, refusal } of agreed) {
      const row = this.#rows.get(act) ?? { accepted: 0, refusals: new Map<string, number>() };
      this.#rows.set(act, row);
      if (refusal === null) row.accepted++;
      else row.refusals.set(refusal, (row.refusals.get(refusal) ?? 0) + 1);
    }
  }

  /** Acts, and making, that were played at all. */
  acts(): readonly string[] {
    return [...this.#rows.keys()];
  }

  accepted(act: string): number {
    return this.#rows.get(act)?.accepted ?? 0;
  }

  refused(act: string): number {
    return sum(this.#rows.get(act)?.refusals.values() ?? []);
  }

  /** Every reason for which anything was refused. */
  refusals(): ReadonlySet<string> {
    return new Set([...this.#rows.values()].flatMap(({ refusals }) => [...refusals.keys()]));
  }

  /** A row for each act, most played first. */
  table(): string {
    const rows = [...this.#rows].map(([act, { accepted, refusals }]) => ({
      act,
      accepted,
      refusals,
      refused: sum(refusals.values()),
    }));
    const lines = rows
      .toSorted((a, b) => b.accepted + b.refused - a.accepted - a.refused)
      .map(({ act, accepted, refused, refusals }) => {
        const reasons = [...refusals].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
        return `${act.padEnd(18)}${String(accepted).padStart(8)}${String(refused).padStart(8)}  ${reasons.join(", ")}`;
      });
    return [`${"act".padEnd(18)}${"accepted".padStart(8)}${"refused".padStart(8)}`, ...lines].join("\n");
  }
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}
