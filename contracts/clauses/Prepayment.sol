// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Facts} from "../libraries/Facts.sol";
import {Ending, Fact, Note} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Prepayment
/// @notice Clause: none before maturity, unless the terms or the holder allow it, the holder has called a debt in default, or no
/// principal is left. So no default of the borrower's own can cut off conversion.
library Prepayment {
    using NoteStore for Note;
    using Facts for Fact[];

    /// @dev By the holder.
    function permit(Note storage note, uint256 id, address holder, uint24 until) external {
        Loaded memory loaded = note.load(id, holder);
        note.requireHolder(loaded);
        if (until < loaded.today) revert INoteErrors.UntilPassed(until, loaded.today);
        note.prepaymentUntil = until;
        emit INoteEvents.PrepaymentPermitted(id, holder, until);
    }

    /// @dev By the holder.
    function revoke(Note storage note, uint256 id, address holder) external {
        note.requireHolder(note.loadUndated(id, holder));
        note.prepaymentUntil = 0;
        emit INoteEvents.PrepaymentPermissionRevoked(id, holder);
    }

    function isPayable(Note storage note, uint256 id) external view returns (bool) {
        Loaded memory loaded = note.loadRecord(id);
        return note.ending == Ending.None && _isPayable(note, loaded);
    }

    function requirePayable(Note storage note, Loaded memory loaded) internal view {
        if (!_isPayable(note, loaded)) {
            revert INoteErrors.PrepaymentNotPermitted(loaded.today, loaded.terms.maturity);
        }
    }

    function _isPayable(Note storage note, Loaded memory loaded) private view returns (bool) {
        return
            loaded.today >= loaded.terms.maturity ||
            loaded.terms.prepaymentAllowed ||
            note.prepaymentUntil >= loaded.today ||
            note.principal == 0 ||
            note.readOpenFacts().called(note.calledOn, note.calledThrough);
    }
}
