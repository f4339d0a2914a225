import { ACCOUNTS } from "./catalogue/accounts.ts";
import { CHARACTERS } from "./catalogue/characters.ts";
import { CONVERSION } from "./catalogue/conversion.ts";
import { DAYS } from "./catalogue/days.ts";
import { MONEY } from "./catalogue/money.ts";
import { PERSONS } from "./catalogue/persons.ts";
import type { CatalogueEntry } from "./finding.ts";

const ENTRIES = { ...MONEY, ...DAYS, ...CONVERSION, ...PERSONS, ...ACCOUNTS, ...CHARACTERS } as const;

/** What a finding is known by. */
export type FindingCode = keyof typeof ENTRIES;

/** Every kind of finding there is. */
export const CATALOGUE: Readonly<Record<FindingCode, CatalogueEntry>> = ENTRIES;

/** All codes, in the order of the catalogue. */
export const FINDING_CODES = Object.keys(ENTRIES) as readonly FindingCode[];
