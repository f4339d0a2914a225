import { attestation } from "./catalogueAttestation.ts";
import { calendar } from "./catalogueCalendar.ts";
import { attestedControl, control } from "./catalogueControl.ts";
import { conversion } from "./catalogueConversion.ts";
import { defaults } from "./catalogueDefault.ts";
import { internal } from "./catalogueInternal.ts";
import { making } from "./catalogueMaking.ts";
import { parties } from "./catalogueParties.ts";
import { heldPayments, payment } from "./cataloguePayment.ts";
import { signatures } from "./catalogueSignatures.ts";
import { stock } from "./catalogueStock.ts";
import { money, noteTokens } from "./catalogueTokens.ts";
import { transfer } from "./catalogueTransfer.ts";
import type { Entry, ErrorName, Subject } from "./entry.ts";

/** All subjects, in the order in which they are published. */
export const SUBJECTS: readonly Subject[] = [
  parties,
  signatures,
  making,
  payment,
  heldPayments,
  defaults,
  transfer,
  conversion,
  stock,
  control,
  attestedControl,
  attestation,
  calendar,
  money,
  noteTokens,
  internal,
];

/** What is known of one error, and to which contract and clause it belongs. */
export interface Described {
  readonly contract: string;
  readonly clause: string;
  readonly entry: Entry;
}

const DESCRIBED: ReadonlyMap<string, Described> = new Map(
  SUBJECTS.flatMap(({ contract, clause, entries }) =>
    (Object.entries(entries) as [ErrorName, Entry][]).map(([name, entry]): [string, Described] => [
      name,
      { contract, clause: entry.clause ?? clause, entry },
    ]),
  ),
);

/** The entry of an error, by its name; null if there is none. */
export function describedError(name: string): Described | null {
  return DESCRIBED.get(name) ?? null;
}
