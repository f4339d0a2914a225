import type { Day } from "../math/civilDate.ts";
import type { FactKind, Party } from "./state.ts";

/** An amount in the currency's smallest unit, or all there is on the day of the act. */
export type AmountOrAll = bigint | "all";

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
  | { readonly do: "consent"; readonly to: Party; readonly until: Day }
  | { readonly do: "revokeConsent" }
  | { readonly do: "transfer"; readonly to: Party }
  | { readonly do: "accept" }
  | { readonly do: "withdrawAcceptance" }
  | { readonly do: "assign"; readonly to: Party }
  | { readonly do: "report"; readonly fact: FactKind; readonly occurred: Day; readonly name: string }
  | { readonly do: "cure"; readonly name: string; readonly occurred: Day }
  | { readonly do: "waive"; readonly name: string }
  | { readonly do: "charge"; readonly kind: "lateFee" | "collectionCost"; readonly amount: bigint }
  | { readonly do: "release" }
  | { readonly do: "split"; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly do: "distribute"; readonly numerator: bigint; readonly denominator: bigint }
  /** Tokens of today: 1e-18 of a share. */
  | { readonly do: "issue"; readonly to: Party; readonly amount: bigint }
  | { readonly do: "authorize"; readonly amount: bigint }
  | { readonly do: "control"; readonly controller: Party; readonly controlled: Party }
  | { readonly do: "uncontrol"; readonly controller: Party; readonly controlled: Party }
  | { readonly do: "look" };

/** What can be done. */
export type ActName = Deed["do"];

/** Something done by someone on a day. */
export type Act = Deed & { readonly on: Day; readonly by: Party };

/** An act of one name. */
export type ActOf<Name extends ActName> = Extract<Act, { readonly do: Name }>;
