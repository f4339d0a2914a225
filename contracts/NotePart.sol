// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NoteToken} from "./NoteToken.sol";

/// @title NotePart
/// @notice A part of `PromissoryNotes` that outgrew it: code alone, to which acts are passed on, working on its storage. Fixed at deployment.
abstract contract NotePart is NoteToken {
    /// @notice A part was called by itself, where there are no notes.
    error OnlyPassedOn(address part);

    address internal immutable _self = address(this);

    modifier onlyPassed() {
        if (address(this) == _self) revert OnlyPassedOn(_self);
        _;
    }
}
