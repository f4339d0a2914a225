// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title IHeldPayments
/// @notice Keeps money that could not reach the holder of a note, or must wait until it is known who holds it. Each holder's money of
/// each note lies at an address of its own, so that no currency that changes balances, and no mistake, mixes one's with another's.
interface IHeldPayments {
    /// @notice Only the contract that opened a box sends what is in it.
    error NotKeeper(address caller, address keeper);

    /// @notice There is nothing to send.
    error NothingHeld(address box, address currency);

    /// @notice Where the money of a note's holder is kept. Known before anything is there.
    /// @param notes Contract the note is of.
    /// @param id The note.
    /// @param holder Whose money it is.
    function boxOf(address notes, uint256 id, address holder) external view returns (address);

    /// @notice Sends all of a currency that is kept for a holder. Only for notes of the caller.
    /// @dev Reverts `NothingHeld`, or as the currency does.
    /// @param to Where to.
    /// @return amount How much was there, in currency units.
    function sendOn(uint256 id, address holder, IERC20 currency, address to) external returns (uint256 amount);
}
