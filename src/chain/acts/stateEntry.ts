import { ZeroAddress } from "ethers";

import { isoOf } from "../../math/civilDate.ts";
import { formatMoney, formatPrice } from "../../math/decimal.ts";
import { addressOrNull } from "../termsFromChain.ts";
import type { ActNote } from "./actNote.ts";

/** A note as written: money and prices as decimal strings, days as ISO dates, accounts by address. */
export interface StateEntry {
  readonly on: string;
  readonly status: string;
  readonly holder: string | null;
  readonly obligor: string;
  readonly principal: string;
  readonly interest: string;
  readonly overdueInterest: string;
  readonly charges: string;
  readonly total: string;
  readonly dueOn: string;
  readonly payableThrough: string;
  readonly payable: boolean;
  readonly convertible: boolean;
  /** Null without a right of conversion. */
  readonly pricePerShare: string | null;
  readonly prepaymentUntil: string | null;
  readonly consent: { readonly to: string; readonly until: string } | null;
  readonly openFacts: readonly {
    readonly name: string;
    readonly kind: string;
    readonly occurred: string;
    readonly begins: string;
  }[];
  readonly replacedBy: string | null;
}

/** Writes the state of a note as machines read it. */
export async function stateEntry({ lens, id, state, figures, terms }: ActNote): Promise<StateEntry> {
  const [dueOn, payableThrough, convertible, price] = await Promise.all([
    lens.dueOn(id),
    lens.payableThrough(id),
    lens.isConvertible(id),
    lens.pricePerShare(id),
  ]);
  const money = (units: bigint) => formatMoney(units, figures.decimals);
  const { consent, holder, prepaymentUntil, openFacts, replacedBy } = state;
  return {
    on: isoOf(state.day),
    status: state.status,
    holder: addressOrNull(holder),
    obligor: state.obligor,
    principal: money(state.principal),
    interest: money(state.interest),
    overdueInterest: money(state.overdueInterest),
    charges: money(state.charges),
    total: money(state.total),
    dueOn: isoOf(Number(dueOn)),
    payableThrough: isoOf(Number(payableThrough)),
    payable: state.payable,
    convertible,
    pricePerShare: terms.stock === ZeroAddress ? null : formatPrice(price, figures.decimals),
    prepaymentUntil: prepaymentUntil === null ? null : isoOf(prepaymentUntil),
    consent: consent && { to: consent.to, until: isoOf(consent.until) },
    openFacts: openFacts.map((fact) => ({ ...fact, occurred: isoOf(fact.occurred), begins: isoOf(fact.begins) })),
    replacedBy: replacedBy === null ? null : String(replacedBy),
  };
}
