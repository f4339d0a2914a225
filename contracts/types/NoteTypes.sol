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
}

/// @notice What is fixed at making beside the terms, from the calendar and the stock as they then stood.
/// @param lastDayToPay Maturity, rolled to a business day.
/// @param splitNumerator Split factor of the stock when the note was made.
/// @param splitDenominator The same, denominator.
/// @param distributionNumerator Distribution factor of the stock when the note was made.
/// @param distributionDenominator The same, denominator.
struct MakingFacts {
    uint24 lastDayToPay;
    uint64 splitNumerator;
    uint64 splitDenominator;
    uint64 distributionNumerator;
    uint64 distributionDenominator;
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

/// @notice Everything stored of a note beside its terms.
struct Note {
    // slot 0
    address terms; // SSTORE2 pointer, see TermsCodec
    uint24 consentUntil; // zero: no consent stands
    uint24 prepaymentUntil; // zero: not permitted
    uint24 endedOn;
    Ending ending;
    bool assigned; // whether the obligor is another than the maker
    bool charged; // whether a charge was ever admitted: if not, slot 2 need not be read
    // slot 1
    uint96 principal;
    int112 carried; // what interest differs by from the formula on present principal
    uint24 calledOn; // day of the last demand made while a default stood
    uint24 calledThrough; // ordinal of the last fact then on record
    // slot 2
    uint96 charges;
    uint96 chargesAdmitted;
    uint24 factsRecorded;
    uint8 openByBorrower;
    uint8 openByAttestor;
    // slot 3
    uint96 chargesByAttestor;
    address obligor; // if assigned
    // slot 4
    int256 overdueCarried; // what overdue interest differs by from the formula on the present base, over 1e8 · the convention's denominator
    // slot 5
    address consentTo;
    // slots 6 to 8
    bytes32[] openFacts;
    mapping(bytes32 name => Fact) facts;
    mapping(address assignee => bytes32 debt) acceptances;
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
}

/// @notice What is owed on a day, in currency units.
struct Statement {
    uint256 principal;
    uint256 interest;
    uint256 overdueInterest;
    uint256 charges;
    uint256 total;
}
