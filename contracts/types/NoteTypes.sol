// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Day-count conventions of the 2006 ISDA Definitions, section 4.16, and the no-leap convention.
enum DayCountConvention {
    ACT_365F,
    ACT_360,
    ACT_ACT_ISDA,
    THIRTY_360_BB,
    THIRTY_E_360,
    THIRTY_E_360_ISDA,
    NL_365
}

/// @notice What overdue interest runs on: the principal, or the principal and interest as shown.
enum OverdueBase {
    Principal,
    SumDue
}

/// @notice Where a note stands today. The last four are endings.
enum Status {
    Outstanding,
    Due,
    Overdue,
    Default,
    Paid,
    Converted,
    Replaced,
    Released
}

/// @notice How a note ended.
enum Ending {
    None,
    Paid,
    Converted,
    Replaced,
    Released
}

/// @notice Events that are, or may become, an event of default. The first six are reported; the contract records the last two itself.
enum FactKind {
    VoluntaryPetition,
    ConsentedPetition,
    Adjudication,
    AssignmentForCreditors,
    InvoluntaryPetition,
    Judgment,
    NonPayment,
    Assignment
}

/// @notice Whose word a fact rests on.
enum Reporter {
    Borrower,
    Attestor,
    Contract
}

/// @notice What is admitted besides principal and interest.
enum ChargeKind {
    LateFee,
    CollectionCost
}

/// @notice Why a transfer would pass, or not.
enum TransferBasis {
    NeedsConsent,
    Consent,
    Affiliate,
    PartyCannotHold,
    NoteEnded
}

/// @notice The terms of one note, fixed when it is made.
/// @param borrower The maker: it signs, issues the stock, and stays bound.
/// @param attestor Neutral address whose word is taken where neither party's would be; zero for none.
/// @param currency ERC-20 token in whose smallest unit all money is counted.
/// @param calendar `ICalendar` that turns seconds into days and knows business days.
/// @param registry `IControlRegistry` that knows affiliates; zero for none.
/// @param stock `ICommonStock` the note converts into; zero for no right of conversion.
/// @param principal Original principal, in currency units.
/// @param rate Yearly rate, scaled by 1e8 (7.75% is 7_750_000); below 1e8.
/// @param overdueRate Yearly rate after the last day to pay, scaled by 1e8; zero if none runs.
/// @param dated Day the note is dated, in days since 1970-01-01; interest counts it.
/// @param maturity Day the lump sum falls due; interest does not count it.
/// @param graceDays Days after notice and demand within which payment averts default.
/// @param dismissalDays Days within which an involuntary petition must be dismissed or stayed.
/// @param judgmentDays Days within which a judgment must be paid, satisfied, discharged, stayed or bonded.
/// @param convertibleAfter Last day on which conversion is not yet open.
/// @param convertibleUntil Last day on which it is; zero for no end.
/// @param priceNumerator Price of one whole share in currency units, numerator.
/// @param priceDenominator The same, denominator.
/// @param document SHA-256 of the prose instrument; zero for none.
/// @param termSheet Keccak-256 of the canonical term sheet; zero for none.
/// @param predecessorDated Day a note outside this contract was dated that this one cancels and replaces; zero for none.
/// @param predecessorPrincipal Original principal of that note, in currency units; zero for none.
struct Terms {
    address borrower;
    address attestor;
    address currency;
    address calendar;
    address registry;
    address stock;
    uint96 principal;
    uint32 rate;
    uint32 overdueRate;
    OverdueBase overdueBase;
    DayCountConvention dayCount;
    bool prepaymentAllowed;
    bool extendDeadlines;
    bool affiliatesFree;
    uint24 dated;
    uint24 maturity;
    uint16 graceDays;
    uint16 dismissalDays;
    uint16 judgmentDays;
    uint24 convertibleAfter;
    uint24 convertibleUntil;
    uint96 priceNumerator;
    uint32 priceDenominator;
    bytes32 document;
    bytes32 termSheet;
    uint24 predecessorDated;
    uint96 predecessorPrincipal;
}

/// @notice What is fixed at making beside the terms, from the calendar and the stock as they then stood.
/// @param lastDayToPay Maturity, rolled to a business day.
/// @param splitNumerator Split factor of the stock when the note was made.
/// @param splitDenominator The same, denominator.
/// @param distributionNumerator Distribution factor of the stock when the note was made.
/// @param distributionDenominator The same, denominator.
/// @param replaces Note of this contract that it cancels and replaces; zero for none.
struct MakingFacts {
    uint24 lastDayToPay;
    uint64 splitNumerator;
    uint64 splitDenominator;
    uint64 distributionNumerator;
    uint64 distributionDenominator;
    uint64 replaces;
}

/// @notice A dated fact about the maker or the obligor.
/// @param kind What happened.
/// @param reporter Whose word it rests on.
/// @param occurred Day it happened (of the notice, for default (i)).
/// @param begins First day of the default it is or becomes unless cured in time.
/// @param cured Earliest day on which a recorded cure occurred; zero for none.
/// @param waived Whether the holder has waived it.
/// @param ordinal Its place in the order of recording, from one.
struct Fact {
    FactKind kind;
    Reporter reporter;
    uint24 occurred;
    uint24 begins;
    uint24 cured;
    bool waived;
    uint24 ordinal;
}

/// @notice Everything stored of a note beside its terms, which are code at the address that follows from its identifier (see
/// `TermsCodec`). Of a note just made only slot 1 is written.
struct Note {
    // slot 0: what a transfer reads and clears
    address consentTo;
    uint24 consentUntil; // zero: no consent stands
    uint24 prepaymentUntil; // zero: not permitted
    uint24 calledThrough; // ordinal of the last fact on record at the last demand made while a default stood
    bool assigned; // whether the obligor is another than the maker
    bool recovering; // whether a step to recover a lost note has been taken that its holder has not objected to
    bool recovered; // whether it ever was recovered: if not, `movedTo` need not be read
    // slot 1
    uint96 principal;
    int112 carried; // what interest differs by from the formula on present principal
    uint24 endedOn;
    Ending ending;
    bool charged; // whether a charge was ever admitted: if not, slot 2 need not be read
    bool lost; // whether a declaration stands that its holder's key is lost: payments are then held
    // slot 2
    uint96 charges;
    uint96 chargesAdmitted;
    uint24 factsRecorded;
    uint8 openByBorrower;
    uint8 openByAttestor;
    uint24 calledOn; // day of the last demand made while a default stood
    // slot 3
    uint96 chargesByAttestor;
    address obligor; // if assigned
    // slot 4
    int256 overdueCarried; // what overdue interest differs by from the formula on the present base, over 1e8 · the convention's denominator
    // slots 5 and 6
    Recovery recovery;
    // slot 7
    uint64 replacedBy;
    // slots 8 to 11
    bytes32[] openFacts;
    mapping(bytes32 name => Fact) facts;
    mapping(address assignee => bytes32 debt) acceptances;
    mapping(address lost => address) movedTo;
}

/// @notice How far the recovery of a lost note has come.
/// @param to New address of the holder that the borrower has consented to; zero if none stands.
/// @param consentedOn Day of that consent.
/// @param declaredOn Day on which the attestor declared the note lost; zero if no declaration stands.
/// @param lastDeclaredOn Day of the last declaration, though it stand no more; zero if there was none.
/// @param holder Holder whose key was declared lost.
struct Recovery {
    address to;
    uint24 consentedOn;
    uint24 declaredOn;
    uint24 lastDeclaredOn;
    address holder;
}

/// @notice A payer's ERC-2612 permit to this contract.
/// @param value Allowance it gives, in currency units.
/// @param deadline Last second in which the currency takes it.
struct Permit {
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice A signature over one of the messages in `INoteSignatures`.
/// @param nonce Any number its signer has not used yet, in any order; used once.
/// @param deadline Last second, of the block's clock, in which it may be submitted.
/// @param signature 65 bytes of an account's key, or whatever a signing contract takes (ERC-1271). Empty where the party is the caller.
struct Signature {
    uint256 nonce;
    uint256 deadline;
    bytes signature;
}

/// @notice The signatures that a novation needs. Of a party that is the caller, or that has signed as another of the three, none.
/// @param holder Of the holder of the note replaced.
/// @param obligor Of its present obligor.
/// @param maker Of the maker of the note that replaces it.
struct Consents {
    Signature holder;
    Signature obligor;
    Signature maker;
}

/// @notice What `recordOf` shows of a note. Costs of collection not admitted before it ended are no part of it.
/// @param principal Principal outstanding.
/// @param carried What interest differs by from the formula on present principal.
/// @param charges Charges admitted and neither paid nor converted.
/// @param chargesAdmitted All charges ever admitted.
/// @param chargesByAttestor Those of them admitted by the attestor.
/// @param overdueCarried What overdue interest differs by from the formula on the present base, over 1e8 · the convention's denominator.
/// @param holder Token owner; zero once the note has ended.
/// @param obligor Present obligor.
/// @param ending How the note ended.
/// @param endedOn Day it ended.
/// @param consentTo Transferee of the consent that stands; zero if none does.
/// @param consentUntil Its last day; zero if none stands.
/// @param prepaymentUntil Last day of a permission to prepay; zero if none stands.
/// @param calledOn Day of the last demand made while a default stood.
/// @param calledThrough Ordinal of the last fact then on record.
/// @param replacedBy Note that has cancelled and replaced it; zero if none has.
struct Record {
    uint96 principal;
    int112 carried;
    uint96 charges;
    uint96 chargesAdmitted;
    uint96 chargesByAttestor;
    int256 overdueCarried;
    address holder;
    address obligor;
    Ending ending;
    uint24 endedOn;
    address consentTo;
    uint24 consentUntil;
    uint24 prepaymentUntil;
    uint24 calledOn;
    uint24 calledThrough;
    uint64 replacedBy;
}

/// @notice What is owed on a day, in currency units.
struct Statement {
    uint256 principal;
    uint256 interest;
    uint256 overdueInterest;
    uint256 charges;
    uint256 total;
}
