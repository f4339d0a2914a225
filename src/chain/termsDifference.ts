import { ZeroAddress } from "ethers";

import type { TermsStructOutput } from "../../typechain-types/PromissoryNotes.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { termsOf } from "../terms/terms.ts";
import type { DeploymentRecord } from "./parseDeploymentRecord.ts";
import type { UnpackedTerms } from "./termsCodec.ts";
import { addressOrNull } from "./termsFromChain.ts";
import { termsOnChain } from "./termsOnChain.ts";

/**
 * What terms on a chain say otherwise than a sheet, though they may carry its hash, which is whatever their maker has put there.
 *
 * Accounts that the sheet does not name are as they are; a calendar that it does not name is the recorded one of its zone.
 *
 * @param contracts Those recorded for the chain.
 * @returns The first difference, as "its rate is 9000000, not 7750000"; null if there is none.
 */
export function termsDifference(
  terms: UnpackedTerms,
  sheet: TermSheet,
  { NewYorkCalendar, UTCCalendar }: DeploymentRecord["contracts"],
): string | null {
  const { accounts, calendar, conversion } = sheet;
  if (conversion !== undefined && terms.stock === ZeroAddress) return "it has no right of conversion";
  const stated = termsOnChain(termsOf(sheet), sheet, {
    borrower: accounts?.borrower ?? terms.borrower,
    attestor: accounts?.attestor ?? addressOrNull(terms.attestor),
    currency: accounts?.currency ?? terms.currency,
    calendar: accounts?.calendar ?? (calendar.zone === "UTC" ? UTCCalendar : NewYorkCalendar),
    registry: accounts?.registry ?? addressOrNull(terms.registry),
    stock: accounts?.stock ?? addressOrNull(terms.stock),
  });
  return memberDifference(terms, stated);
}

/**
 * In which member terms are others than stated, each side in whichever spelling of numbers, hashes and addresses.
 *
 * @returns As `termsDifference`.
 */
export function memberDifference(terms: object, stated: object): string | null {
  for (const [name, value] of Object.entries(stated)) {
    const [is, not] = [String((terms as Readonly<Record<string, unknown>>)[name]), String(value)];
    if (is.toLowerCase() !== not.toLowerCase()) return `its ${name} is ${is}, not ${not}`;
  }
  return null;
}

/**
 * Whether terms give somebody an attestor's power whom their sheet does not appoint: its text then says that there is none.
 *
 * @returns As `termsDifference`.
 */
export function attestorDifference({ attestor }: Pick<UnpackedTerms, "attestor">, sheet: TermSheet): string | null {
  const appoints = sheet.attestor !== undefined || sheet.accounts?.attestor !== undefined;
  if (appoints || attestor === ZeroAddress) return null;
  return `its attestor is ${attestor}, and the sheet appoints none`;
}

/** Terms as a call takes them, without the array that a node's answer also is. */
export function plainTerms(terms: TermsStructOutput): UnpackedTerms {
  return (terms as unknown as { toObject: () => UnpackedTerms }).toObject();
}
