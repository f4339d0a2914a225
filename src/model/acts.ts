import type { Day } from "../math/civilDate.ts";
import type { Terms } from "../terms/terms.ts";
import type { FactKind, Party } from "./state.ts";

/** An amount in the currency's smallest unit, or all there is on the day of the act. */
export type AmountOrAll = bigint | "all";

/** A party's signature, submitted by somebody else. */
export interface Signature {
  /** Any number; each of a signer's is good once. */
  readonly nonce: bigint;
  /** What is wrong with it: submitted after its deadline, or another's. */
  readonly flaw?: "expired" | "forged";
}

/** What may come by signature instead of by a call. */
interface Signable {
  /** That of the party named in `by`; none for a call of its own. */
  readonly signed?: Signature;
}

/** The terms of a note that replaces another, and who is named in them beside the holder. */
export interface Replacement {
  readonly terms: Terms;
  /** Signs the new note, and issues the stock it may convert into. */
  readonly maker: Party;
  readonly attestor: Party | null;
}

/** What is done, by whomever and whenever. */
export type Deed =
  | {
      readonly do: "convert";
      readonly principal: AmountOrAll;
      /** None unless said. */
      readonly charges?: AmountOrAll;
      /** Whole shares as shares stood when the note was made. */
      readonly leastShares?: bigint;
    }
  | { readonly do: "pay"; readonly amount: AmountOrAll }
  | { readonly do: "acknowledge"; readonly amount: bigint }
  | { readonly do: "permitPrepayment"; readonly until: Day }
  | { readonly do: "revokePrepayment" }
  | { readonly do: "demand" }
  | ({ readonly do: "consent"; readonly to: Party; readonly until: Day } & Signable)
  | { readonly do: "revokeConsent" }
  | ({
      readonly do: "transfer";
      readonly to: Party;
      /** The borrower's consent through a day, by signature, with the transfer. */
      readonly consent?: Signature & { readonly until: Day };
    } & Signable)
  | { readonly do: "approve"; readonly to: Party }
  | ({ readonly do: "accept" } & Signable)
  | { readonly do: "withdrawAcceptance" }
  | ({
      readonly do: "assign";
      readonly to: Party;
      /** The assignee's acceptance, with an assignment by signature. */
      readonly acceptance?: Signature;
    } & Signable)
  | { readonly do: "report"; readonly fact: FactKind; readonly occurred: Day; readonly name: string }
  | { readonly do: "cure"; readonly name: string; readonly occurred: Day }
  | { readonly do: "waive"; readonly name: string }
  | { readonly do: "charge"; readonly kind: "lateFee" | "collectionCost"; readonly amount: bigint }
  | { readonly do: "release" }
  | {
      readonly do: "novate";
      readonly replacement: Replacement;
      /** Whether the factors of the stock that all rely on are others than those there are. */
      readonly isStockStale?: boolean;
      /** Signatures of those who do not call. */
      readonly holder?: Signature;
      readonly obligor?: Signature;
      /** Of the new maker; none where it is the obligor. */
      readonly maker?: Signature;
    }
  | {
      readonly do: "withdraw";
      /** For whom the money was held. */
      readonly holder: Party;
      /** Whom it is sent to. */
      readonly to: Party;
      /** Number of the note it was paid on, of those that replaced each other; the last unless said. */
      readonly note?: number;
    }
  | { readonly do: "declareLost" }
  | { readonly do: "consentToRecovery"; readonly to: Party }
  | { readonly do: "revokeRecoveryConsent" }
  | { readonly do: "object" }
  | { readonly do: "recover" }
  | { readonly do: "cancelSignature"; readonly nonce: bigint }
  | { readonly do: "split"; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly do: "distribute"; readonly numerator: bigint; readonly denominator: bigint }
  /** Tokens of today: 1e-18 of a share. */
  | { readonly do: "issue"; readonly to: Party; readonly amount: bigint }
  | { readonly do: "authorize"; readonly amount: bigint }
  | {
      readonly do: "recapitalize";
      /** Authorized shares of the successor, in its tokens. */
      readonly authorized: bigint;
      /** New shares, */
      readonly numerator: bigint;
      /** for so many old of today. */
      readonly denominator: bigint;
    }
  /** All that one holds of an old stock: its place in the line, from zero. */
  | { readonly do: "exchange"; readonly generation: number }
  | { readonly do: "control"; readonly controller: Party; readonly controlled: Party }
  | { readonly do: "uncontrol"; readonly controller: Party; readonly controlled: Party }
  | { readonly do: "block"; readonly party: Party }
  | { readonly do: "unblock"; readonly party: Party }
  | { readonly do: "look" };

/** What can be done. */
export type ActName = Deed["do"];

/** Something done by someone on a day. */
export type Act = Deed & { readonly on: Day; readonly by: Party };

/** An act of one name. */
export type ActOf<Name extends ActName> = Extract<Act, { readonly do: Name }>;
