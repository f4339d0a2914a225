import type { FindingCode } from "./catalogue.ts";

/** An error keeps a note from being made, or voids it; a warning may cost somebody money; a notice says what is easily overlooked. */
export type Severity = "error" | "warning" | "notice";

/** Something that the parties to a term sheet should know before they agree to it. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Dotted path of the field it is about, there or not: "interest.dayCount". Empty for the whole. */
  readonly field: string;
  /** The reason, in one sentence, with the figures. */
  readonly message: string;
  /** What can be done about it, in one sentence. */
  readonly remedy: string;
  /** Whether it is about law; then the remedy says that it is no legal advice. */
  readonly legal: boolean;
}

/** What a rule has found; all else is in the catalogue. */
export interface Fault {
  readonly code: FindingCode;
  readonly field: string;
  readonly message: string;
  /** Instead of the catalogue's, where the figures make it plainer. */
  readonly remedy?: string;
}

/** What a kind of finding is, wherever it is found. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** What it is about. */
  readonly about: string;
  readonly why: string;
  /** One sentence. */
  readonly remedy: string;
  /** The law, standard or page it rests on. */
  readonly source: string;
  readonly legal: boolean;
}
