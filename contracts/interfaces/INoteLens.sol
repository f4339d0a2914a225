// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FactKind} from "../types/NoteTypes.sol";

/// @notice A default that stands.
/// @param begins Its first day.
struct StandingDefault {
    bytes32 name;
    FactKind kind;
    uint24 occurred;
    uint24 begins;
}

/// @notice What a conversion made today would come to. Money in currency units.
/// @param open Whether the window is open today and anything is owed.
/// @param principal Principal it takes.
/// @param interest Interest that goes with it.
/// @param overdueInterest Overdue interest that goes with it.
/// @param charges Charges that go with it.
/// @param amount All of these.
/// @param shares Whole shares, as shares stood when the note was made.
/// @param tokens What the holder's balance of the stock rises by at least, 18 decimals.
/// @param leftover What the price of the shares leaves of the amount.
/// @param ends Whether it is all that is owed, so that the leftover is released and the note ends.
struct ConversionPreview {
    bool open;
    uint256 principal;
    uint256 interest;
    uint256 overdueInterest;
    uint256 charges;
    uint256 amount;
    uint256 shares;
    uint256 tokens;
    uint256 leftover;
    bool ends;
}

/// @title INoteLens
/// @notice What a page or a lawyer would ask of a note, worked out from what `PromissoryNotes` stores with the same libraries, so that a
/// view equals what a transaction then does. Stateless; never reverts for a note that was made.
interface INoteLens {
    /// @notice Maturity, or the first day of the earliest default that stands if that is earlier.
    function dueOn(uint256 id) external view returns (uint24 day);

    /// @notice Last day on which payment counts as made on maturity.
    function payableThrough(uint256 id) external view returns (uint24 day);

    /// @notice Defaults that stand today, with their reasons.
    function standingDefaults(uint256 id) external view returns (StandingDefault[] memory);

    /// @notice Whether a conversion by the holder would find its window open today.
    function isConvertible(uint256 id) external view returns (bool);

    /// @notice Price of one share of today, in currency units, an exact rational in lowest terms: price per share / (split factor · distribution
    /// factor since the note was made). Zero over one without a right of conversion.
    function pricePerShare(uint256 id) external view returns (uint256 numerator, uint256 denominator);

    /// @notice What a conversion made today would come to; empty without a right of conversion. More than is owed is read as all.
    /// @param principal Principal to convert.
    /// @param charges Charges to convert with it.
    function previewConversion(
        uint256 id,
        uint256 principal,
        uint256 charges
    ) external view returns (ConversionPreview memory);

    /// @notice The chain of notes that have replaced one another, this one among them, the first first.
    function replacementsOf(uint256 id) external view returns (uint256[] memory chain);
}
