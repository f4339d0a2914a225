import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

import { LINKED_CLAUSES } from "../../src/chain/linkedClauses.ts";

/** The notes: the clauses they are linked to, the parts they pass acts on to, and the lens over them; `deployNotes` in another form. */
export default buildModule("Notes", (m) => {
  const libraries = Object.fromEntries(LINKED_CLAUSES.map((name) => [name, m.contract(name)]));
  const parts = {
    making: m.contract("Making"),
    novation: m.contract("Novation"),
    payment: m.contract("Payment", [m.contract("HeldPayments")]),
    signed: m.contract("SignedActs"),
    lost: m.contract("LostNote"),
  };
  const PromissoryNotes = m.contract("PromissoryNotes", [parts, m.contract("NoteCertificate")], { libraries });
  return { PromissoryNotes, NoteLens: m.contract("NoteLens", [PromissoryNotes]) };
});
