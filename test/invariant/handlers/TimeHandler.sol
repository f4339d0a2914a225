// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {Ending, Fact, MakingFacts, Record, Statement, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account, Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler, Picture} from "./Handler.sol";

/// @notice Time: by seconds, by days, and to the days on which something begins or ends.
contract TimeHandler is Handler {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function passDays(uint256 seed) external {
        Chance memory chance = _chance(seed);
        _pass("pass days", block.timestamp + 1 days * (1 + chance.amount(45)));
    }

    function passSeconds(uint256 seed) external {
        Chance memory chance = _chance(seed);
        _pass("pass seconds", block.timestamp + chance.below(12 hours));
    }

    /// @dev The first second of the day, or the last before it.
    function reachEdge(uint256 seed) external {
        Chance memory chance = _chance(seed);
        for (uint256 i; i < 12; ++i) {
            uint256 id = _note(chance);
            uint24 day = _edge(chance, id);
            uint24 today = notes.dayOf(id);
            if (day <= today || day > today + 250) continue;
            uint256 moment = ICalendar(_termsOf(id).calendar).startOf(day) - chance.below(2);
            if (moment > block.timestamp) return _pass("reach an edge", moment);
        }
    }

    function _edge(Chance memory chance, uint256 id) private view returns (uint24) {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        Record memory record = notes.recordOf(id);
        uint256 drawn = chance.below(8);
        if (drawn == 0) return terms.maturity;
        if (drawn == 1) return making.lastDayToPay;
        if (drawn == 2) return making.lastDayToPay + 1;
        if (drawn == 3) return terms.convertibleAfter + 1;
        if (drawn == 4) return terms.convertibleUntil + 1;
        if (drawn == 5) return record.consentUntil + 1;
        if (drawn == 6) return record.prepaymentUntil + 1;
        (, Fact[] memory facts) = notes.openFactsOf(id);
        return facts.length == 0 ? terms.maturity : facts[chance.below(facts.length)].begins;
    }

    function _pass(bytes32 act, uint256 moment) private {
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
            keccak256(abi.encode(before.record)) == keccak256(abi.encode(now_.record)),
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
