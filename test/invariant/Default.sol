// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../../contracts/interfaces/ICalendar.sol";
import {
    Ending,
    Fact,
    FactKind,
    MakingFacts,
    Record,
    Reporter,
    Status,
    Terms
} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariants 22 and 23.
abstract contract Default is Campaign {
    function _22_statusFollowsFromEveryFactOnRecord() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
            uint24 today = notes.dayOf(id);
            (uint24 since, uint256 standing) = _standing(id, terms, today);

            require(lens.standingDefaults(id).length == standing, "22: other defaults stand");
            require(lens.dueOn(id) == (since < terms.maturity ? since : terms.maturity), "22: due on another day");
            Record memory record = notes.recordOf(id);
            Status expected = today < terms.maturity ? Status.Outstanding : Status.Due;
            if (today > making.lastDayToPay) expected = Status.Overdue;
            if (standing != 0) expected = Status.Default;
            if (record.ending == Ending.Paid) expected = Status.Paid;
            if (record.ending == Ending.Converted) expected = Status.Converted;
            if (record.ending == Ending.Released) expected = Status.Released;
            if (record.ending == Ending.Replaced) expected = Status.Replaced;
            require(notes.statusOf(id) == expected, "22: another status");
        }
    }

    /// @dev From all names ever reported, not from the contract's list of open ones, and from the days of the terms.
    function _standing(
        uint256 id,
        Terms memory terms,
        uint24 today
    ) private view returns (uint24 since, uint256 count) {
        since = type(uint24).max;
        bytes32[] memory names = store.factNames(id);
        for (uint256 i; i < names.length; ++i) {
            Fact memory fact = notes.factOf(id, names[i]);
            uint24 begins = _begins(terms, fact);
            require(fact.begins == begins, "22: a default begins on another day");
            if (fact.waived || (fact.cured != 0 && fact.cured < begins) || begins > today) continue;
            ++count;
            if (begins < since) since = begins;
        }
    }

    function _begins(Terms memory terms, Fact memory fact) private view returns (uint24) {
        uint24 last = fact.occurred;
        if (fact.kind == FactKind.InvoluntaryPetition) last += terms.dismissalDays;
        else if (fact.kind == FactKind.Judgment) last += terms.judgmentDays;
        else if (fact.kind == FactKind.NonPayment) last += terms.graceDays;
        else return fact.occurred;
        return (terms.extendDeadlines ? ICalendar(terms.calendar).roll(last) : last) + 1;
    }

    function _23_openFactsAreListedOnceAndAtMostSixteenASide() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            (bytes32[] memory listed, ) = notes.openFactsOf(id);
            bytes32[] memory names = store.factNames(id);
            uint256[3] memory open;
            for (uint256 i; i < names.length; ++i) {
                Fact memory fact = notes.factOf(id, names[i]);
                bool isOpen = !fact.waived && (fact.cured == 0 || fact.cured >= fact.begins);
                require(
                    _times(listed, names[i]) == (isOpen ? 1 : 0),
                    "23: listed and closed, or open and not listed once"
                );
                if (isOpen) ++open[uint256(fact.reporter)];
            }
            require(listed.length == open[0] + open[1] + open[2], "23: something unknown is listed");
            require(open[uint256(Reporter.Borrower)] <= 16 && open[uint256(Reporter.Attestor)] <= 16, "23: too many");
            require(open[uint256(Reporter.Contract)] <= 2, "23: more than defaults (i) and (iv)");
        }
    }

    function _times(bytes32[] memory listed, bytes32 name) private pure returns (uint256 count) {
        for (uint256 i; i < listed.length; ++i) if (listed[i] == name) ++count;
    }
}

contract Invariant22 is Default {
    constructor() Campaign(22) {}

    function invariant_22_statusFollowsFromEveryFactOnRecord() external view {
        _22_statusFollowsFromEveryFactOnRecord();
        _noBreach();
    }
}

contract Invariant23 is Default {
    constructor() Campaign(23) {}

    function invariant_23_openFactsAreListedOnceAndAtMostSixteenASide() external view {
        _23_openFactsAreListedOnceAndAtMostSixteenASide();
        _noBreach();
    }
}
