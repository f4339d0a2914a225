// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Factors} from "../types/Factors.sol";
import {Signature, Terms} from "../types/NoteTypes.sol";

/// @title INoteMaking
/// @notice How a note comes into being: made, or subscribed for; by call or by signature (see `INoteSignatures` for the messages).
interface INoteMaking {
    /// @notice Makes a note to a lender for value already received.
    /// @dev Emits `NoteMade` and ERC-721 `Transfer`.
    ///
    /// Notes:
    /// - The token is minted straight to the lender, without a call to it.
    /// - Shares for full conversion of principal and interest at maturity are reserved, or making fails.
    /// - The note may be dated in the past; interest runs from that day.
    ///
    /// Requirements:
    /// - The caller is `terms.borrower` (`NotBorrower`); borrower, lender and attestor differ (`PartiesNotDistinct`).
    /// - `calendar`, `currency`, a named `registry` and a named `stock` are contracts (`NotAContract`).
    /// - Principal is not zero; both rates are below 1e8; maturity is after `dated`; `dated` is not after today.
    /// - With a stock: price not zero; `convertibleUntil` zero or after `convertibleAfter`; the stock's issuer is the borrower
    ///   (`StockNotOfBorrower`) and has granted this contract conversion; enough authorized shares.
    /// @param terms The terms, fixed from now on.
    /// @param lender The first holder.
    /// @return id The note's identifier, one more than the last.
    function make(Terms calldata terms, address lender) external returns (uint256 id);

    /// @notice Offers a lender to make a note against its payment of the principal.
    /// @dev Emits `NoteOffered`. Requirements: the caller is `terms.borrower`; the calendar is a contract; `until` is not past.
    /// Offering the same again replaces `until`.
    /// @param until Last day on which the lender may take it.
    function offer(Terms calldata terms, address lender, uint24 until) external;

    /// @notice Withdraws an offer not yet taken.
    /// @dev Emits `OfferWithdrawn`. Requirements: the caller is `terms.borrower`; the offer stands (`OfferUnknown`).
    function withdrawOffer(Terms calldata terms, address lender) external;

    /// @notice Takes an offer: the caller pays the principal to the borrower and receives the note, in one transaction.
    /// @dev Emits `NoteMade`, `NoteSubscribed` and ERC-721 `Transfer`.
    ///
    /// Requirements: as `make`; the offer to the caller stands (`OfferUnknown`) and has not expired (`OfferExpired`); the caller has approved the
    /// principal, and the borrower receives exactly that (`ReceivedDiffers`); the stock's factors are those the caller has seen
    /// (`StockFactorsDiffer`),
    /// so that no split mined first changes what a share is.
    /// @param seen Factors of the stock the lender relies on; 1/1 and 1/1 where the terms name no stock.
    function subscribe(Terms calldata terms, Factors calldata seen) external returns (uint256 id);

    /// @notice Makes a note for value already received, with the maker's signature on `MakeNote`, `againstPayment` false.
    /// @dev Emits and requires what `make` does, the caller apart; the stock's factors are those signed (`StockFactorsDiffer`), so that no split
    /// mined first changes what a share is.
    /// @param stock Factors of the stock both rely on; all 1 where the terms name no stock.
    /// @return id The note's identifier.
    function makeBySignature(
        Terms calldata terms,
        address lender,
        Factors calldata stock,
        Signature calldata byMaker
    ) external returns (uint256 id);

    /// @notice Makes a note against payment: the caller, the lender named in the maker's `MakeNote`, `againstPayment` true, pays the principal
    /// to the maker and takes the note, at once.
    /// @dev Emits and requires what `subscribe` does, the offer apart.
    function subscribeBySignature(
        Terms calldata terms,
        Factors calldata stock,
        Signature calldata byMaker
    ) external returns (uint256 id);
}
