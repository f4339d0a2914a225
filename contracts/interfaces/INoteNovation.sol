// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Factors} from "../types/Factors.sol";
import {Consents, Terms} from "../types/NoteTypes.sol";

/// @title INoteNovation
/// @notice How a note comes to be replaced by another, which is also how its terms are amended.
interface INoteNovation {
    /// @notice Cancels a note and replaces it by one on other terms, made to its holder, at once.
    /// @dev Emits `NoteDischarged`, `NoteReplaced`, `NoteMade`, and ERC-721 `Transfer` twice. The old reservation is released before the new is
    /// made. Each record names the other note. Nothing but consent and sound terms is needed: any term may change, the maker too.
    ///
    /// Requirements: `NovateNote` by the holder, by the obligor and by the new maker, but for whichever is the caller, and once by one who is two
    /// of them; as `make`, for the new terms; the new stock's factors are those signed (`StockFactorsDiffer`).
    /// @param replacement The new terms.
    /// @param stock Factors of the new stock all rely on; all 1 where the new terms name no stock.
    /// @return replacementId The new note's identifier.
    function novate(
        uint256 id,
        Terms calldata replacement,
        Factors calldata stock,
        Consents calldata consents
    ) external returns (uint256 replacementId);
}
