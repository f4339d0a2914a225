const MOST_LINKS = 16;

interface Link {
  readonly controller: number;
  /** First second at which it no longer counts; null if it lasts until it is revoked. */
  readonly until: number | null;
}

/** Control by plain walks, with all companies at hand, each a number. */
export class Forest {
  #links = new Map<number, Link>();
  /** The second it is. */
  now = 0;

  /** Those who control a company now, the nearest first. */
  above(company: number): number[] {
    return walk(company, (at) => this.#live(at)?.controller);
  }

  areAffiliates(a: number, b: number): boolean {
    const ofB = [b, ...this.above(b)];
    return [a, ...this.above(a)].some((one) => ofB.includes(one));
  }

  /** Records control, or answers the error it is refused with. */
  record(controller: number, controlled: number, until: number | null): string | undefined {
    if (this.#live(controlled) !== undefined) return "AlreadyControlled";
    const above = [controller, ...this.above(controller)];
    if (above.includes(controlled)) return "ControlCycle";

    // of links that have run out, only the one in the way goes: the one replaced, and the one that cut the chain above
    const kept = new Map(this.#links);
    kept.delete(controlled);
    kept.delete(above.at(-1) ?? controller);
    const below = [...kept.keys()].map(
      (company) => walk(company, (at) => kept.get(at)?.controller).indexOf(controlled) + 1,
    );
    if (above.length + Math.max(0, ...below) > MOST_LINKS) return "ControlChainTooLong";
    this.#links = kept.set(controlled, { controller, until });
    return undefined;
  }

  /** Whether there was control to revoke. */
  revoke(controlled: number): boolean {
    const was = this.#live(controlled) !== undefined;
    this.#links.delete(controlled);
    return was;
  }

  #live(company: number): Link | undefined {
    const link = this.#links.get(company);
    return link === undefined || (link.until !== null && link.until <= this.now) ? undefined : link;
  }
}

function walk(from: number, controllerOf: (company: number) => number | undefined): number[] {
  const above: number[] = [];
  for (let next = controllerOf(from); next !== undefined; next = controllerOf(next)) above.push(next);
  return above;
}
