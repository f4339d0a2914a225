import type { Day } from "../../src/math/civilDate.ts";
import { ownerOfHeld } from "../../src/model/recovery.ts";
import type { World } from "../../src/model/state.ts";
import type { PlainAct } from "./life.ts";

/** What comes first, where an act could only be refused for want of it; a conversion not before its window, a revocation not after it. */
export function insteadOfIdle(world: World, act: PlainAct): PlainAct {
  const { note, control } = world;
  const { on, by } = act;
  switch (act.do) {
    case "cure":
    case "waive":
      if (note.facts.length > 0) return act;
      return { do: "report", fact: "judgment", name: "one", occurred: on, on, by: note.obligor };
    case "withdrawAcceptance":
      return note.acceptances.size > 0
        ? { ...act, by: [...note.acceptances.keys()][0] ?? by }
        : { do: "accept", on, by };
    case "revokeConsent":
      if (note.consent === null) return { do: "consent", to: "stranger", until: on + 9, on, by: note.obligor };
      return { ...act, on: Math.max(world.on, Math.min(on, note.consent.until)) };
    case "uncontrol": {
      const [controlled, controller] = [...control.controllers][0] ?? [];
      if (controlled === undefined || controller === undefined) return act;
      return { ...act, controlled, controller };
    }
    case "withdraw": {
      const owner = ownerOfHeld(world.replaced[(act.note ?? 0) - 1] ?? note, act.holder);
      return [...world.replaced, note].some(({ held }) => held.size > 0)
        ? { ...act, by: owner }
        : blockThenPay(world, on);
    }
    case "revokeRecoveryConsent":
      if (note.recovery.consent !== null) return act;
      return { do: "consentToRecovery", to: "sister", on, by: note.obligor };
    case "object":
      if (note.recovery.consent !== null || note.recovery.declaredOn !== null) return act;
      return { do: "declareLost", on, by: "attestor" };
    case "recover":
      if (note.recovery.declaredOn === null) return { do: "declareLost", on, by: "attestor" };
      return note.recovery.consent === null ? { do: "consentToRecovery", to: "stranger", on, by: note.obligor } : act;
    case "exchange":
      if (world.formerStocks.length > 0) return act;
      return { do: "recapitalize", numerator: 3n, denominator: 2n, on, by: "borrower" };
    case "convert":
      return { ...act, on: Math.max(on, (note.terms.conversion?.after ?? 0) + 1) };
    default:
      return act;
  }
}

/** A payment that cannot reach the holder, or what keeps it from reaching it. */
function blockThenPay({ note, currency }: World, on: Day): PlainAct {
  if (!currency.blocked.has(note.holder)) return { do: "block", party: note.holder, on, by: "issuer" };
  const amount = note.debt.principal / 3n + 1n;
  return { do: "pay", amount, on: Math.max(on, note.terms.maturity), by: note.obligor };
}
