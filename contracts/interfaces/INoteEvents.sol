// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Balances} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {ChargeKind, Ending, FactKind, Reporter, Statement, Terms} from "../types/NoteTypes.sol";

/// @title INoteEvents
/// @notice Events from which the whole life of every note can be rebuilt, without a call to the chain.
interface INoteEvents {
    /// @notice A note was made.
    /// @param terms The terms and what was fixed beside them, packed as `TermsCodec` lays them out; `termsOf` unpacks them.
    event NoteMade(uint256 indexed id, address indexed borrower, address indexed lender, bytes terms);

    /// @notice A borrower offered to make a note against payment, through `until`.
    /// @param offer Hash of the terms and the lender.
    event NoteOffered(
        bytes32 indexed offer,
        address indexed borrower,
        address indexed lender,
        Terms terms,
        uint24 until
    );

    /// @notice An offer was withdrawn before the lender took it.
    event OfferWithdrawn(bytes32 indexed offer, address indexed borrower, address indexed lender);

    /// @notice The lender paid the principal to the borrower for a note.
    event NoteSubscribed(uint256 indexed id, address indexed lender, address indexed borrower, uint256 principal);

    /// @notice A signature not yet submitted was cancelled by its signer.
    event SignatureCancelled(address indexed signer, uint256 nonce);

    /// @notice A note was cancelled and replaced by another, with the consent of all parties to both.
    event NoteReplaced(uint256 indexed id, uint256 indexed replacement, address indexed holder);

    /// @notice The payment just made could not reach the holder, or must wait until it is known who holds the note. It is kept.
    event PaymentHeld(uint256 indexed id, address indexed holder, uint256 amount);

    /// @notice Money kept for a holder was sent where its owner said.
    /// @param holder For whom it was kept.
    event HeldPaymentWithdrawn(uint256 indexed id, address indexed holder, address indexed to, uint256 amount);

    /// @notice The attestor declared that the holder's key is lost.
    event NoteDeclaredLost(
        uint256 indexed id,
        address indexed holder,
        address indexed attestor,
        uint24 day,
        string evidence
    );

    /// @notice The borrower consented to a new address of the holder.
    event RecoveryConsented(uint256 indexed id, address indexed borrower, address indexed to, uint24 day);

    /// @notice The borrower took that consent back, or ceased to be obligor.
    event RecoveryConsentRevoked(uint256 indexed id, address indexed borrower, address indexed to);

    /// @notice The holder objected, or acted, which comes to the same: whatever had been done to recover the note is undone.
    event RecoveryObjected(uint256 indexed id, address indexed holder);

    /// @notice A lost note moved to the holder's new address, with the money kept for the old one.
    event NoteRecovered(uint256 indexed id, address indexed from, address indexed to);

    /// @notice A payment was made, and reached the holder unless `PaymentHeld` says otherwise.
    /// @param taken What it was applied to.
    /// @param balances What is stored of the debt from now on.
    event PaymentMade(
        uint256 indexed id,
        address indexed payer,
        address indexed holder,
        Taken taken,
        Balances balances
    );

    /// @notice The holder acknowledged a payment made elsewhere.
    event PaymentAcknowledged(
        uint256 indexed id,
        address indexed holder,
        Taken taken,
        Balances balances,
        string reference_
    );

    /// @notice The holder released the debt.
    /// @param statement What was owed.
    event DebtReleased(uint256 indexed id, address indexed holder, Statement statement);

    /// @notice The note ended. Costs of collection not admitted by then are no business of this contract.
    event NoteDischarged(uint256 indexed id, Ending indexed ending, uint24 day);

    /// @notice The holder permitted prepayment through `until`.
    event PrepaymentPermitted(uint256 indexed id, address indexed holder, uint24 until);

    /// @notice The holder took the permission back.
    event PrepaymentPermissionRevoked(uint256 indexed id, address indexed holder);

    /// @notice The holder demanded payment: notice of default (i), a call of a debt in default, or both.
    event Demanded(uint256 indexed id, address indexed holder, uint24 day, string notice);

    /// @notice A fact that is, or may become, a default was put on record.
    /// @param begins First day of the default unless it is cured or waived before.
    event FactReported(
        uint256 indexed id,
        bytes32 indexed name,
        FactKind indexed kind,
        Reporter reporter,
        address by,
        uint24 occurred,
        uint24 begins,
        uint24 ordinal,
        string evidence
    );

    /// @notice A cure was put on record; by the contract itself, with the one whose act it was, when no principal is owed any more
    /// within the days of grace of default (i).
    /// @param closes Whether it closed the fact, being in time.
    event CureReported(
        uint256 indexed id,
        bytes32 indexed name,
        address indexed by,
        uint24 occurred,
        bool closes,
        string evidence
    );

    /// @notice The holder waived a fact.
    event FactWaived(uint256 indexed id, bytes32 indexed name, address indexed holder);

    /// @notice A charge was admitted.
    event ChargeAdmitted(
        uint256 indexed id,
        ChargeKind indexed kind,
        uint256 amount,
        Reporter reporter,
        address by,
        string evidence
    );

    /// @notice The borrower consented to a transfer to `to`, through `until`.
    event ConsentGiven(uint256 indexed id, address indexed borrower, address indexed to, uint24 until);

    /// @notice A consent was revoked. It also ends, without an event of its own, with any event that changes what is owed, the holder
    /// or the obligor.
    event ConsentRevoked(uint256 indexed id, address indexed borrower, address indexed to);

    /// @notice Somebody accepted to become obligor for the debt as it stands.
    event AssignmentAccepted(uint256 indexed id, address indexed assignee, bytes32 debt);

    /// @notice An acceptance was withdrawn.
    event AcceptanceWithdrawn(uint256 indexed id, address indexed assignee);

    /// @notice An affiliate of the maker became obligor.
    event ObligorChanged(uint256 indexed id, address indexed from, address indexed to);

    /// @notice The borrower assigned to somebody who is no affiliate: default (iv). The obligor stays.
    event AssignedToStranger(uint256 indexed id, address indexed by, address indexed to);

    /// @notice Debt was converted into stock.
    /// @param taken What of the debt was converted.
    /// @param balances What is stored of the debt from now on.
    /// @param shares Whole shares bought, as shares stood when the note was made.
    /// @param leftover Less than the price of one such share; counted with the interest, or released if the note ended.
    event Converted(
        uint256 indexed id,
        address indexed holder,
        Taken taken,
        Balances balances,
        uint256 shares,
        uint256 leftover,
        string notice
    );
}
