// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Fact, MakingFacts, Record, Recovery, Statement, Status, Terms, TransferBasis} from "../types/NoteTypes.sol";

/// @title INoteViews
/// @notice What the contract itself says of a note. All tell the truth at the block's time, before anyone sends a transaction,
/// and never revert for a note that was made; for one that ended they answer as of the day it ended. More is in `INoteLens`.
interface INoteViews {
    /// @notice The terms, and what was fixed beside them at making.
    function termsOf(uint256 id) external view returns (Terms memory terms, MakingFacts memory making);

    /// @notice Everything stored of a note beside its terms and facts.
    function recordOf(uint256 id) external view returns (Record memory record);

    /// @notice Today in the note's calendar; the day it ended, once it has.
    function dayOf(uint256 id) external view returns (uint24 day);

    /// @notice Where the note stands.
    function statusOf(uint256 id) external view returns (Status);

    /// @notice What is owed today.
    function statementOf(uint256 id) external view returns (Statement memory);

    /// @notice What is owed on a day if nothing but time passes between now and then. For a day gone by: what would have been owed
    /// had the present balances stood on it.
    /// @param day Days since 1970-01-01.
    function statementOn(uint256 id, uint24 day) external view returns (Statement memory);

    /// @notice The present obligor.
    function obligorOf(uint256 id) external view returns (address);

    /// @notice Whether `pay` would be let through today, as far as the day and the note go.
    function isPayable(uint256 id) external view returns (bool);

    /// @notice Why a transfer to `to` would pass, or would not.
    function transferBasis(uint256 id, address to) external view returns (TransferBasis);

    /// @notice Whether `assignee` has accepted the debt as it stands now.
    function acceptanceOf(uint256 id, address assignee) external view returns (bool stands);

    /// @notice How far the recovery of a lost note has come.
    function recoveryOf(uint256 id) external view returns (Recovery memory);

    /// @notice Where money is kept for a holder of a note, if any is, and whose it is now.
    /// @param holder For whom it is kept.
    /// @return box Its address: what the currency says of its balance is kept.
    /// @return owner The holder; after a recovery from it, the new address.
    function heldFor(uint256 id, address holder) external view returns (address box, address owner);

    /// @notice A fact by its name; `ordinal` is zero if there is none.
    function factOf(uint256 id, bytes32 name) external view returns (Fact memory);

    /// @notice Facts neither closed by a timely cure nor waived, in no particular order.
    function openFactsOf(uint256 id) external view returns (bytes32[] memory names, Fact[] memory facts);

    /// @notice Until which day the borrower offers these terms to the lender; zero if it does not.
    function offeredUntil(Terms calldata terms, address lender) external view returns (uint24 until);

    /// @notice Whether a signer's nonce is used or cancelled.
    function isNonceUsed(address signer, uint256 nonce) external view returns (bool);

    /// @notice How many notes have been made; their identifiers run from one.
    function noteCount() external view returns (uint256);
}
