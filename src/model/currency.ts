import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import type { CurrencyState, Party, World } from "./state.ts";

/** A currency before any payment, from which nobody is barred. */
export function newCurrency(issuer: Party | null): CurrencyState {
  return { issuer, blocked: new Set(), balances: new Map() };
}

/** The issuer bars a party from sending and receiving. */
export function block(world: World, act: ActOf<"block">): World | Refusal {
  if (act.by !== world.currency.issuer) return "NotTheIssuer";
  return withBlocked(world, new Set(world.currency.blocked).add(act.party));
}

/** The issuer bars it no more. */
export function unblock(world: World, act: ActOf<"unblock">): World | Refusal {
  if (act.by !== world.currency.issuer) return "NotTheIssuer";
  return withBlocked(world, new Set([...world.currency.blocked].filter((party) => party !== act.party)));
}

/** The world with currency units added to what a party has received; negative for what it has paid. */
export function addMoney(world: World, party: Party, amount: bigint): World {
  const { balances } = world.currency;
  return {
    ...world,
    currency: { ...world.currency, balances: new Map(balances).set(party, (balances.get(party) ?? 0n) + amount) },
  };
}

function withBlocked(world: World, blocked: ReadonlySet<Party>): World {
  return { ...world, currency: { ...world.currency, blocked } };
}
