// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ChargeKind, FactKind} from "../types/NoteTypes.sol";

/// @title INoteActs
/// @notice Acts of one party on a note, in the order of the instrument; those of payment are in `INotePayment`.
interface INoteActs {
    /*//////////////////////////////////////////////////////////////
                                PREPAYMENT
    //////////////////////////////////////////////////////////////*/

    /// @notice Permits payment before maturity, by anyone, through a day.
    /// @dev Emits `PrepaymentPermitted`. A later permission replaces this one; a transfer of the note ends it.
    /// Requirements: the caller is the holder; `until` is not past (`UntilPassed`).
    /// @param until Last day, inclusive.
    function permitPrepayment(uint256 id, uint24 until) external;

    /// @notice Takes the permission back.
    /// @dev Emits `PrepaymentPermissionRevoked`. Requirements: the caller is the holder.
    function revokePrepaymentPermission(uint256 id) external;

    /*//////////////////////////////////////////////////////////////
                                DEFAULT
    //////////////////////////////////////////////////////////////*/

    /// @notice Gives notice and demand. After the last day to pay, with principal owed, it starts the days of grace of default (i); while a
    /// default stands it calls the debt, so that it can be paid before maturity.
    /// @dev Emits `Demanded`, and `FactReported` for a new notice. A notice already open keeps its day.
    /// Requirements: the caller is the holder; one of the two cases (`DemandPremature`, or `PrincipalNotOwed` once the last day is past).
    /// @param notice Hash of or link to the written notice.
    function demand(uint256 id, string calldata notice) external;

    /// @notice Puts a fact on record: petition, adjudication, assignment for creditors, judgment.
    /// @dev Emits `FactReported`.
    ///
    /// Notes: default begins on the day it occurred, except after an involuntary petition or a judgment: on the day after
    /// roll(occurred + dismissal or judgment days), unless cured by then. It accelerates by itself.
    ///
    /// Requirements: the caller is the borrower or the attestor (`NotBorrowerOrAttestor`); the name is new, of 1 to 31 bytes, not `nonPayment` or
    /// `assignment`; `occurred` lies between `dated` and today (`OccurredOutOfRange`); at most 16 facts of that side are open.
    /// @param name Unique name, as a short string.
    /// @param evidence Hash of or link to evidence.
    function report(uint256 id, bytes32 name, FactKind kind, uint24 occurred, string calldata evidence) external;

    /// @notice Puts a cure on record: dismissal, stay, payment, satisfaction, discharge or bond.
    /// @dev Emits `CureReported`. It counts by the day it occurred; the earliest recorded counts. In time, it closes the fact; too late, it changes
    /// nothing.
    /// Requirements: the caller is the holder or the attestor (`NotHolderOrAttestor`); the fact is known and reported (`FactUnknown`,
    /// `FactNotCurable`); `occurred` lies between the fact's day and today.
    function cure(uint256 id, bytes32 name, uint24 occurred, string calldata evidence) external;

    /// @notice Waives a fact, before or after it becomes a default. Final for that fact, and no waiver of another.
    /// @dev Emits `FactWaived`. Requirements: the caller is the holder; the fact is open (`FactNotOpen`).
    /// @param name Its name; `nonPayment` and `assignment` are defaults (i) and (iv).
    function waive(uint256 id, bytes32 name) external;

    /*//////////////////////////////////////////////////////////////
                                CHARGES
    //////////////////////////////////////////////////////////////*/

    /// @notice Admits a late fee or a cost of collection. It is owed from now on and bears no interest.
    /// @dev Emits `ChargeAdmitted`. Ends a consent to transfer.
    /// Requirements: the caller is the borrower or the attestor; not zero; all ever admitted stay below 2^96 (`ChargesAboveLimit`), those by the
    /// attestor within the original principal (`AttestorChargesAboveLimit`).
    function admitCharge(uint256 id, ChargeKind kind, uint256 amount, string calldata evidence) external;

    /*//////////////////////////////////////////////////////////////
                        TRANSFER AND ASSIGNMENT
    //////////////////////////////////////////////////////////////*/

    /// @notice Consents to one transfer of this note to one transferee, through a day.
    /// @dev Emits `ConsentGiven`. It replaces an earlier consent, is used up by one transfer, and ends with anything that changes what is owed other
    /// than the passing of time, or who holds or owes the note. ERC-721 approvals never take its place.
    /// Requirements: the caller is the borrower; `until` is not past; `to` is neither obligor, maker nor attestor (`PartyCannotHold`).
    function consentToTransfer(uint256 id, address to, uint24 until) external;

    /// @notice Revokes the consent that stands.
    /// @dev Emits `ConsentRevoked`. Requirements: the caller is the borrower; one stands (`NoConsent`).
    function revokeConsent(uint256 id) external;

    /// @notice Accepts to become obligor for the debt as it stands now, should the borrower assign to the caller.
    /// @dev Emits `AssignmentAccepted`. Void once the debt, other than by the passing of time, or the obligor changes.
    function acceptAssignment(uint256 id) external;

    /// @notice Withdraws an acceptance not yet used.
    /// @dev Emits `AcceptanceWithdrawn`. Requirements: one is on record (`NoAcceptance`).
    function withdrawAcceptance(uint256 id) external;

    /// @notice Assigns the obligation. To an affiliate of the maker that has accepted: the obligor changes and the maker stays bound. To anyone
    /// else: it is recorded and is default (iv); the obligor does not change.
    /// @dev Emits `ObligorChanged`, or `AssignedToStranger` and `FactReported`.
    /// Requirements: the caller is the borrower; not to itself (`SameObligor`); an affiliate has accepted (`AssignmentNotAccepted`)
    /// and is neither holder nor
    /// attestor (`PartyCannotOwe`).
    function assign(uint256 id, address to) external;

    /*//////////////////////////////////////////////////////////////
                                CONVERSION
    //////////////////////////////////////////////////////////////*/

    /// @notice Converts principal, the interest on it, its part of overdue interest, and named charges, into stock minted to the holder.
    /// @dev Emits `Converted`, and `NoteDischarged` if it is all that is owed.
    ///
    /// Notes:
    /// - It buys floor(amount · distribution factor since / price per share) whole shares as shares stood when the note was made,
    ///   scaled by every split since. What is left over stays owed, counted with the interest; converting all releases it.
    /// - With no principal left, the charges named go with all remaining interest.
    ///
    /// Requirements:
    /// - The caller is the holder; the terms name a stock (`NoConversionRight`); today is after `convertibleAfter`
    /// (`ConversionNotOpen`) and not after
    ///   `convertibleUntil` (`ConversionClosed`).
    /// - `principal` and `charges` are within what is owed; principal is not zero while any is (`PrincipalRequired`).
    /// - At least one whole share (`NoWholeShare`) and `leastShares` (`FewerSharesThanLeast`); enough authorized shares; and the
    /// holder's balance rises
    ///   by what was promised (`SharesNotReceived`).
    /// @param principal Principal to convert; the largest uint256 for all.
    /// @param charges Admitted charges to convert with it; the largest uint256 for all.
    /// @param leastShares Least shares accepted, as shares stood when the note was made, so that no split can refuse it.
    /// @param notice Hash of or link to the written notice.
    /// @return shares Whole shares bought, as shares stood when the note was made.
    function convert(
        uint256 id,
        uint256 principal,
        uint256 charges,
        uint256 leastShares,
        string calldata notice
    ) external returns (uint256 shares);
}
