import { isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { rational } from "../math/rational.ts";
import { momentOf } from "../wording/days.ts";
import { nameOf } from "./noteFacts.ts";
import type { NoteFacts, ShareClass, StockFacts } from "./noteFacts.ts";
import { transactionsOf } from "./openCapFormat/transactions.ts";
import type { OpenCapObject } from "./openCapFormat/transactions.ts";
import { moneyWriter, prefixOf, stakeholderId, stockClassId, writeNumber } from "./openCapFormat/values.ts";

/** The version of Open Cap Format that is written: the last one released. */
export const OPEN_CAP_FORMAT_VERSION = "1.2.0";

/** A file of an Open Cap Format package. */
export interface OpenCapFile {
  readonly name: string;
  readonly text: string;
}

/** What neither the chain nor a term sheet says, and Open Cap Format wants. */
export interface OpenCapOptions {
  /** The MD5 of a text's UTF-8 bytes, in hexadecimal: the manifest holds one of each file. */
  readonly md5: (text: string) => string;
  /** ISO 4217 code of the currency; its symbol unless given, or XXX if that is no code. */
  readonly currency?: string | undefined;
  /** When and where (ISO 3166-1) the issuer was formed. */
  readonly formed?: { readonly on?: Day | undefined; readonly country?: string | undefined } | undefined;
}

/**
 * A note, its conversions and transfers in Open Cap Format: as it prescribes, a manifest that holds the issuer and names the other files with
 * their checksums, and a file for each type of object there is. Identifiers follow from the chain, so that the same state gives the same bytes.
 *
 * @throws RangeError if the note has no right of conversion, for which Open Cap Format has no word.
 * @example openCapFormat(facts, options).map(({ name }) => name)
 */
export function openCapFormat(facts: NoteFacts, options: OpenCapOptions): readonly OpenCapFile[] {
  const { stock, id } = facts;
  if (stock === null) {
    throw new RangeError(`note ${String(id)} has no right of conversion, and Open Cap Format has no debt without one`);
  }
  const transactions = transactionsOf(facts, stock, moneyWriter(facts, options.currency));
  const files = [
    fileOf("StockClasses.ocf.json", "OCF_STOCK_CLASSES_FILE", stockClassesOf(facts, stock)),
    fileOf("Stakeholders.ocf.json", "OCF_STAKEHOLDERS_FILE", stakeholdersOf(facts)),
    fileOf("Transactions.ocf.json", "OCF_TRANSACTIONS_FILE", transactions),
  ] as const;
  return [manifestOf(facts, files, options), ...files];
}

function manifestOf(
  facts: NoteFacts,
  [classes, stakeholders, transactions]: readonly [OpenCapFile, OpenCapFile, OpenCapFile],
  options: OpenCapOptions,
): OpenCapFile {
  const listed = ({ name, text }: OpenCapFile): object[] => [{ filepath: `./${name}`, md5: options.md5(text) }];
  const { chainId, contract, id, through } = facts;
  return {
    name: "Manifest.ocf.json",
    text: textOf({
      ocf_version: OPEN_CAP_FORMAT_VERSION,
      file_type: "OCF_MANIFEST_FILE",
      issuer: issuerOf(facts, options),
      as_of: isoOf(through.day),
      generated_at: momentOf(through.timestamp),
      comments: [
        `Note ${String(id)} of contract ${contract}, chain ${String(chainId)}, as of block ${through.blockNumber}. No other security of the issuer is in these files.`,
        "generated_at is the moment of that block, so that the same state of the chain gives the same files.",
      ],
      stock_plans_files: [],
      stock_legend_templates_files: [],
      stock_classes_files: listed(classes),
      vesting_terms_files: [],
      valuations_files: [],
      transactions_files: listed(transactions),
      stakeholders_files: listed(stakeholders),
    }),
  };
}

function issuerOf(facts: NoteFacts, { formed }: OpenCapOptions): OpenCapObject {
  const comments = [`Account: ${facts.maker}`];
  const { kind, address } = facts.terms.borrower;
  if (kind !== undefined) comments.push(`Kind: ${kind}`);
  if (address !== undefined) comments.push(`Address: ${address}`);
  if (formed?.on === undefined) {
    comments.push("formation_date is not known here; it is the day the note is dated, by which the issuer was formed.");
  }
  if (formed?.country === undefined) {
    comments.push("country_of_formation is not known here; XX is no country's code.");
  }
  return {
    object_type: "ISSUER",
    id: stakeholderId(facts, facts.maker),
    comments,
    legal_name: nameOf(facts, facts.maker),
    formation_date: isoOf(formed?.on ?? facts.terms.dated),
    country_of_formation: formed?.country ?? "XX",
  };
}

function stakeholdersOf(facts: NoteFacts): OpenCapObject[] {
  const holders = facts.entries.flatMap((entry) => {
    if (entry.kind === "made") return [entry.lender];
    return entry.kind === "transfer" ? [entry.to] : [];
  });
  const { kind, address } = facts.terms.lender;
  return [...new Set(holders)].map((holder, place) => {
    const isPerson = place === 0 && kind !== undefined && /\b(individual|natural person)\b/i.test(kind);
    const comments = place === 0 ? [kind && `Kind: ${kind}`, address && `Address: ${address}`] : [];
    return {
      object_type: "STAKEHOLDER",
      id: stakeholderId(facts, holder),
      comments: comments.filter((comment) => comment !== undefined),
      name: { legal_name: nameOf(facts, holder) },
      stakeholder_type: isPerson ? "INDIVIDUAL" : "INSTITUTION",
      issuer_assigned_id: holder,
    };
  });
}

function stockClassesOf(facts: NoteFacts, stock: StockFacts): OpenCapObject[] {
  const successors = stock.events.flatMap((event) => (event.kind === "recapitalization" ? [event.successor] : []));
  return [stock, ...successors].map((shares: ShareClass) => ({
    object_type: "STOCK_CLASS",
    id: stockClassId(facts, shares.address),
    comments: [
      `Token ${shares.address} (${shares.symbol}). Authorized shares are those of the making of the note, or of the class if it is later.`,
      `votes_per_share and seniority are not known here: one vote, as common stock has unless it is said otherwise. Identifiers: ${prefixOf(facts)}.`,
    ],
    name: shares.name,
    class_type: "COMMON",
    default_id_prefix: `${shares.symbol}-`,
    initial_shares_authorized: writeNumber(rational(shares.authorized, 10n ** 18n)).text,
    votes_per_share: "1",
    seniority: "1",
  }));
}

function fileOf(name: string, type: string, items: readonly OpenCapObject[]): OpenCapFile {
  return { name, text: textOf({ file_type: type, items }) };
}

function textOf(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
