import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const PARTIES = ["borrower", "lender"] as const;

/** Nobody owes itself. */
export function partiesNotDistinct(draft: Draft): readonly Fault[] {
  const faults: Fault[] = [];
  if (isSame(draft, "lender.name", "borrower.name")) {
    faults.push({
      code: "parties-not-distinct",
      field: "lender.name",
      message: `Borrower and lender are both named ${draft.text("lender.name") ?? ""}.`,
    });
  }
  if (isSame(draft, "accounts.lender", "accounts.borrower")) {
    faults.push({
      code: "parties-not-distinct",
      field: "accounts.lender",
      message: `${draft.text("accounts.lender") ?? ""} is the account of both borrower and lender.`,
    });
  }
  return faults;
}

/** Without a neutral person, what rests on one side's word alone. */
export function attestorMissing(draft: Draft): readonly Fault[] {
  if (draft.has("attestor") || draft.has("accounts.attestor")) return [];
  return [
    {
      code: "attestor-missing",
      field: "attestor",
      message:
        "No attestor is named: a bankruptcy or judgment then rests on the borrower's word alone, its cure on the lender's, " +
        "and a note whose key is lost cannot be recovered.",
    },
  ];
}

/** A judge in its own cause. */
export function attestorIsParty(draft: Draft): readonly Fault[] {
  return PARTIES.flatMap((party) => {
    const faults: Fault[] = [];
    if (isSame(draft, "attestor.name", `${party}.name`)) {
      faults.push({
        code: "attestor-is-party",
        field: "attestor.name",
        message: `The attestor, ${draft.text("attestor.name") ?? ""}, has the name of the ${party}.`,
      });
    }
    if (isSame(draft, "accounts.attestor", `accounts.${party}`)) {
      faults.push({
        code: "attestor-is-party",
        field: "accounts.attestor",
        message: `The attestor's account, ${draft.text("accounts.attestor") ?? ""}, is that of the ${party}.`,
      });
    }
    return faults;
  });
}

function isSame(draft: Draft, one: string, other: string): boolean {
  const [a, b] = [draft.text(one), draft.text(other)].map((text) =>
    text
      ?.normalize("NFKC")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .toLowerCase()
      .replace(/[\s.,]+/g, " ")
      .trim(),
  );
  return a !== undefined && a === b;
}
