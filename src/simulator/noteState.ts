import { isoOf } from "../math/civilDate.ts";
import { formatMoney, formatPrice, formatShares } from "../math/decimal.ts";
import { statusWord } from "../chain/ordinals.ts";
import type { Status } from "../model/view.ts";
import { heldFrom, receivedFrom } from "./heldPayments.ts";
import { sharesOf } from "./stockLine.ts";
import type { Stage } from "./stage.ts";

/** A note as the contracts show it, written out: money, prices and shares as decimal strings, accounts by name. */
export interface NoteState {
  readonly status: Status;
  /** Null once the note has ended. */
  readonly holder: string | null;
  readonly obligor: string | null;
  readonly principal: string;
  readonly interest: string;
  readonly overdueInterest: string;
  readonly charges: string;
  readonly total: string;
  readonly dueOn: string;
  readonly payable: boolean;
  /** Of a share of today; null without a right of conversion. */
  readonly pricePerShare: string | null;
  /** Shares of today that each name holds, as exchanged into the newest stock. */
  readonly shares: Readonly<Record<string, string>>;
  /** What each name has received from this note in the currency; of what was held, once it is withdrawn, whoever then received it. */
  readonly paid: Readonly<Record<string, string>>;
  /** What is held of payments on this note, by whose it now is; left out if nothing is. */
  readonly held?: Readonly<Record<string, string>>;
}

/** Reads a note as of the chain's latest block. */
export async function readState(stage: Stage): Promise<NoteState> {
  const { notes, lens, id, cast, terms } = stage;
  const [status, record, owed, dueOn, payable, price] = await Promise.all([
    notes.statusOf(id),
    notes.recordOf(id),
    notes.statementOf(id),
    lens.dueOn(id),
    notes.isPayable(id),
    lens.pricePerShare(id),
  ]);
  const money = (units: bigint): string => formatMoney(units, terms.decimals);
  const holder = cast.nameOf(record.holder);
  const listed = new Set(["lender", ...(holder === null ? [] : [holder])]);
  const held = await heldFrom(stage);
  return {
    status: statusWord(status),
    holder,
    obligor: cast.nameOf(record.obligor),
    principal: money(owed.principal),
    interest: money(owed.interest),
    overdueInterest: money(owed.overdueInterest),
    charges: money(owed.charges),
    total: money(owed.total),
    dueOn: isoOf(Number(dueOn)),
    payable,
    pricePerShare: terms.conversion && formatPrice(price, terms.decimals),
    shares: written(await sharesOf(stage), listed, (amount) => formatShares(amount)),
    paid: written(await receivedFrom(stage), listed, money),
    ...(held.size === 0 ? {} : { held: written(held, new Set(), money) }),
  };
}

/** Those who have something, and those who are listed in any case, who come first. */
function written(
  amounts: ReadonlyMap<string, bigint>,
  listed: ReadonlySet<string>,
  write: (amount: bigint) => string,
): Record<string, string> {
  const names = [...new Set([...listed, ...amounts.keys()])];
  const entries = names.map((name) => [name, amounts.get(name) ?? 0n] as const);
  return Object.fromEntries(
    entries.filter(([name, amount]) => amount > 0n || listed.has(name)).map(([name, amount]) => [name, write(amount)]),
  );
}
