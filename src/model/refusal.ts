/**
 * Why an act is refused: the name of the custom error the contracts answer with. A refused act changes nothing.
 */
export type Refusal =
  // making
  | "DatedInFuture"
  | "PartiesNotDistinct"
  | "PrincipalZero"
  | "RateTooHigh"
  | "MaturityNotAfterDated"
  | "PriceZero"
  | "WindowEmpty"
  // novation
  | "StockFactorsDiffer"
  // signatures
  | "SignatureExpired"
  | "SignatureInvalid"
  | "NonceUsed"
  // any act
  | "NoteEnded"
  | "NotHolder"
  | "NotBorrower"
  | "NotBorrowerOrAttestor"
  | "NotHolderOrAttestor"
  | "UntilPassed"
  | "ZeroAmount"
  // payment
  | "PrepaymentNotPermitted"
  | "PayerIsHolder"
  | "ExceedsOwed"
  | "NotEntitled"
  | "NothingHeld"
  | "Blocklisted"
  // default
  | "DemandPremature"
  | "PrincipalNotOwed"
  | "FactUnknown"
  | "FactKindReserved"
  | "FactNameReserved"
  | "FactNameInvalid"
  | "FactNameTaken"
  | "FactNotOpen"
  | "FactNotCurable"
  | "OccurredOutOfRange"
  | "TooManyOpenFacts"
  // transfer and assignment
  | "PartyCannotHold"
  | "ConsentRequired"
  | "NoConsent"
  | "SameObligor"
  | "NotAffiliate"
  | "PartyCannotOwe"
  | "AssignmentNotAccepted"
  | "NoAcceptance"
  // lost note
  | "NotAttestor"
  | "DeclaredWithinYear"
  | "NotDeclaredLost"
  | "RecoveryAlreadyConsented"
  | "RecoveryNotConsented"
  | "RecoveryPremature"
  | "NoRecovery"
  // conversion
  | "NoConversionRight"
  | "ConversionNotOpen"
  | "ConversionClosed"
  | "PrincipalRequired"
  | "ExceedsPrincipal"
  | "ExceedsCharges"
  | "NoWholeShare"
  | "FewerSharesThanLeast"
  // charges
  | "ChargesAboveLimit"
  | "AttestorChargesAboveLimit"
  // stock
  | "NoStock"
  | "StockNotOfBorrower"
  | "NotTheIssuer"
  | "NotEnoughAuthorized"
  | "InvalidRatio"
  | "RatioTooLarge"
  | "TooManyGenerations"
  | "NotRecapitalized"
  | "NotEnoughHeld"
  // control
  | "NotRegistrar"
  | "AlreadyControlled"
  | "NotControlled"
  | "ControlCycle"
  | "ControlChainTooLong";

/** Whether a clause refused, rather than gave what it was asked for. */
export function isRefusal(result: object | Refusal): result is Refusal {
  return typeof result === "string";
}
