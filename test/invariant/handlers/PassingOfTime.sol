// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {Ending, Statement} from "../../../contracts/types/NoteTypes.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account} from "../support/Store.sol";
import {Handler, Picture} from "./Handler.sol";

/// @notice Lets time pass, and holds every note against what had been foretold of it.
abstract contract PassingOfTime is Handler {
    function _pass(bytes32 act, uint256 moment) internal {
        if (world.utc().dateOf(moment) > LATER - 10) return;
        Picture[] memory before = _lookAtAll();
        bytes32[] memory foretold = new bytes32[](before.length);
        for (uint256 i; i < before.length; ++i) {
            uint24 day = ICalendar(_termsOf(i + 1).calendar).dateOf(moment);
            foretold[i] = keccak256(abi.encode(notes.statementOn(i + 1, day)));
        }
        CHEATS.warp(moment);
        store.count(act, true);
        for (uint256 i; i < before.length; ++i) _passed(i + 1, before[i], foretold[i]);
    }

    /// @dev What is owed rises by what has accrued, as foretold; nothing else about the note changes.
    function _passed(uint256 id, Picture memory before, bytes32 foretold) private {
        Picture memory now_ = _look(id);
        _require(
            keccak256(abi.encode(before.record, before.recovery)) == keccak256(abi.encode(now_.record, now_.recovery)),
            "4: time changed a record"
        );
        if (before.record.ending != Ending.None) {
            _require(_hash(before) == _hash(now_), "26: time changed an ended note");
            return;
        }
        Statement memory was = before.owed;
        Statement memory owed = now_.owed;
        bool risen = owed.interest >= was.interest && owed.overdueInterest >= was.overdueInterest;
        _require(risen, "2: interest fell by the passing of time");
        _require(
            owed.principal == was.principal && owed.charges == was.charges,
            "2: time changed principal or charges"
        );
        _require(keccak256(abi.encode(owed)) == foretold, "21: statementOn foretold another statement");
        if (now_.payable_ && !before.payable_) {
            _require(notes.dayOf(id) >= _termsOf(id).maturity, "10: it became payable before maturity by time alone");
        }
        Account memory moved;
        moved.owedEver = owed.total - was.total;
        _account(id, moved);
    }
}
