// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Permit} from "../types/NoteTypes.sol";

/// @title INotePayment
/// @notice How a debt is paid in money, acknowledged as paid, or released.
interface INotePayment {
    /// @notice Pays all or part of what is owed, straight to the holder.
    /// @dev Emits `PaymentMade`, and `NoteDischarged` if nothing is left.
    ///
    /// Notes:
    /// - From maturity on: charges, overdue interest, interest, principal. Before: charges, then principal and interest pro rata,
    ///   principal = floor(amount · P / (P + I)).
    /// - Tokens sent to the contract are no payment.
    /// - Part payment cures nothing. It ends a consent to transfer.
    /// - If the currency does not let the money reach the holder, or while the holder's key is declared lost, it is kept for the holder at
    ///   an address of its own (`PaymentHeld`), and the debt falls all the same.
    ///
    /// Requirements:
    /// - `most` is not zero; the caller is not the holder (`PayerIsHolder`) and has approved what is paid.
    /// - Today is maturity or later, or the terms allow prepayment, or the holder permits it, or has called a debt in default, or no principal is
    ///   left (`PrepaymentNotPermitted`).
    /// - The holder receives exactly what is paid or, failing that, the address where it is kept for it does (`ReceivedDiffers`); the latter only
    ///   if the former had gas to spare (`GasNotAmple`).
    /// @param most The most the caller will pay.
    /// @return paid The smaller of that and what is owed.
    function pay(uint256 id, uint256 most) external returns (uint256 paid);

    /// @notice As `pay`, with the payer's ERC-2612 permit to this contract, in one transaction.
    /// @dev A permit that the currency refuses is passed over: somebody may have submitted it first. What counts is whether the currency then pays.
    function payWithPermit(uint256 id, uint256 most, Permit calldata permit) external returns (uint256 paid);

    /// @notice Sends money kept for a holder of a note wherever its owner says.
    /// @dev Emits `HeldPaymentWithdrawn`. The owner is the holder it was kept for; after a recovery, the new address. By a holder it is an act like any
    /// other, and so an objection to recovery.
    /// Requirements: the caller is the owner (`NotEntitled`); there is something (`NothingHeld`).
    /// @param holder For whom it was kept.
    /// @param to Where to.
    /// @return amount All of it, in currency units.
    function withdraw(uint256 id, address holder, address to) external returns (uint256 amount);

    /// @notice Counts a payment made elsewhere. Before maturity it counts as a permitted prepayment.
    /// @dev Emits `PaymentAcknowledged`, and `NoteDischarged` if nothing is left.
    /// Requirements: the caller is the holder; the amount is neither zero nor above what is owed (`ExceedsOwed`).
    /// @param reference_ What identifies the payment, such as a wire reference.
    function acknowledge(uint256 id, uint256 amount, string calldata reference_) external;

    /// @notice Releases the whole debt; the note ends.
    /// @dev Emits `DebtReleased` and `NoteDischarged`. Requirements: the caller is the holder.
    function release(uint256 id) external;
}
