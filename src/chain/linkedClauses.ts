/** The clauses that `PromissoryNotes` is linked to, as libraries. Acts under the others it passes on. */
export const LINKED_CLAUSES = [
  "Assignment",
  "Charges",
  "Conversion",
  "Default",
  "Interest",
  "Prepayment",
  "Records",
] as const;
