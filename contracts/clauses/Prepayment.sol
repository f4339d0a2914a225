// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteActs} from "../interfaces/INoteActs.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Errors} from "../libraries/Errors.sol";
import {Facts} from "../libraries/Facts.sol";
import {Ending, Fact, Note} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Prepayment
/// @notice Clause: none before maturity, unless the terms or the holder allow it, the holder has called a debt in default, or no
/// principal is left. So no default of the borrower's own can cut off conversion.
abstract contract Prepayment is Default {
    using Facts for Fact[];

    /// @inheritdoc INoteActs
    function permitPrepayment(uint256 id, uint24 until) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireHolder(id);
        if (until < loaded.today) revert Errors.UntilPassed(until, loaded.today);
        note.prepaymentUntil = until;
        emit PrepaymentPermitted(id, msg.sender, until);
    }

    /// @inheritdoc INoteActs
    function revokePrepaymentPermission(uint256 id) external override {
        _requireLive(id, _notes[id]);
        _requireHolder(id);
        _notes[id].prepaymentUntil = 0;
        emit PrepaymentPermissionRevoked(id, msg.sender);
    }

    /// @inheritdoc INoteViews
    function isPayable(uint256 id) external view override returns (bool) {
        (Note storage note, Loaded memory loaded) = _loadRecord(id);
        return note.ending == Ending.None && _isPayable(note, loaded);
    }

    function _requirePayable(Note storage note, Loaded memory loaded) internal view {
        if (!_isPayable(note, loaded)) {
            revert Errors.PrepaymentNotPermitted(loaded.today, loaded.terms.maturity);
        }
    }

    function _isPayable(Note storage note, Loaded memory loaded) private view returns (bool) {
        return
            loaded.today >= loaded.terms.maturity ||
            loaded.terms.prepaymentAllowed ||
            note.prepaymentUntil >= loaded.today ||
            note.principal == 0 ||
            _facts(note).called(note.calledOn, note.calledThrough);
    }
}
