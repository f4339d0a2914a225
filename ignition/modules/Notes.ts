import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

/** The notes: the clauses they are linked to, the parts they pass acts on to, and the lens over them; `deployNotes` in another form. */
export default buildModule("Notes", (m) => {
  const libraries = {
    Assignment: m.library("Assignment"),
    Charges: m.library("Charges"),
    Conversion: m.library("Conversion"),
    Default: m.library("Default"),
    Interest: m.library("Interest"),
    Prepayment: m.library("Prepayment"),
    Records: m.library("Records"),
  };
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
