import type { SentBy, Stage } from "./stage.ts";

/** Amounts in the currency, by name. */
type Amounts = Map<string, bigint>;

/**
 * What each name has received from the note: payments that reached it, and of those held what was withdrawn to it. A payment made elsewhere
 * is none of them.
 */
export async function receivedFrom(stage: Stage): Promise<ReadonlyMap<string, bigint>> {
  const { notes, id, madeIn } = stage;
  const received: Amounts = new Map();
  for (const { args } of await notes.queryFilter(notes.filters.PaymentMade(id), madeIn)) {
    const { principal, interest, overdueInterest, charges } = args.taken;
    add(received, nameIn(stage, args.holder), principal + interest + overdueInterest + charges);
  }
  for (const { args } of await notes.queryFilter(notes.filters.PaymentHeld(id), madeIn)) {
    add(received, nameIn(stage, args.holder), -args.amount);
  }
  for (const { args } of await notes.queryFilter(notes.filters.HeldPaymentWithdrawn(id), madeIn)) {
    add(received, nameIn(stage, args.to), args.amount);
  }
  return received;
}

/** What is held of payments on the note, by whose it is now: after a recovery, the new address's. */
export async function heldFrom(stage: Stage): Promise<ReadonlyMap<string, bigint>> {
  const { notes, id, madeIn, currency } = stage;
  const held: Amounts = new Map();
  const payments = await notes.queryFilter(notes.filters.PaymentHeld(id), madeIn);
  for (const holder of new Set(payments.map(({ args }) => args.holder))) {
    const { box, owner } = await notes.heldFor(id, holder);
    const amount = await currency.balanceOf(box);
    if (amount > 0n) add(held, nameIn(stage, owner), amount);
  }
  return held;
}

/**
 * The transactions by which somebody withdraws all that is held for it: as holder, or as owner after a recovery, of the present note
 * and those it replaced. If there is nothing, the one by which a holder would try.
 */
export async function withdrawals(stage: Stage, by: string, to: string): Promise<SentBy[]> {
  const { notes, currency, cast } = stage;
  const [from, receiver] = [cast.addressOf(by), cast.addressOf(to)];
  const withdrawal = (id: bigint, holder: string): SentBy => ({
    from,
    call: { to: notes, data: notes.interface.encodeFunctionData("withdraw", [id, holder, receiver]) },
  });
  const found: SentBy[] = [];
  for (const id of [stage.id, ...stage.replaced]) {
    for (const holder of cast.names.map((name) => cast.addressOf(name))) {
      const { box, owner } = await notes.heldFor(id, holder);
      if (owner === from && (await currency.balanceOf(box)) > 0n) found.push(withdrawal(id, holder));
    }
  }
  return found.length > 0 ? found : [withdrawal(stage.id, from)];
}

function add(amounts: Amounts, name: string, amount: bigint): void {
  amounts.set(name, (amounts.get(name) ?? 0n) + amount);
}

function nameIn({ cast }: Stage, address: string): string {
  return cast.nameOf(address) ?? address;
}
