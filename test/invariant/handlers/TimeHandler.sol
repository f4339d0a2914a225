// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {Fact, MakingFacts, Record, Recovery, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler} from "./Handler.sol";
import {PassingOfTime} from "./PassingOfTime.sol";

/// @notice Time: by seconds, by days, and to the days on which something begins or ends.
contract TimeHandler is PassingOfTime {
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
        uint256 drawn = chance.below(10);
        if (drawn == 0) return terms.maturity;
        if (drawn == 1) return making.lastDayToPay;
        if (drawn == 2) return making.lastDayToPay + 1;
        if (drawn == 3) return terms.convertibleAfter + 1;
        if (drawn == 4) return terms.convertibleUntil + 1;
        if (drawn == 5) return record.consentUntil + 1;
        if (drawn == 6) return record.prepaymentUntil + 1;
        Recovery memory recovery = notes.recoveryOf(id);
        if (drawn == 7) return recovery.lastDeclaredOn + 366;
        if (drawn == 8) {
            return (recovery.declaredOn > recovery.consentedOn ? recovery.declaredOn : recovery.consentedOn) + 31;
        }
        (, Fact[] memory facts) = notes.openFactsOf(id);
        return facts.length == 0 ? terms.maturity : facts[chance.below(facts.length)].begins;
    }
}
