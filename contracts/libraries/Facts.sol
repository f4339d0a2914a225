// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Fact} from "../types/NoteTypes.sol";

/// @title Facts
/// @notice When a dated fact is open and when it is a default. Clause: Default.
library Facts {
    /// @dev No day: later than any the calendar knows.
    uint24 internal constant NEVER = type(uint24).max;

    /// @dev Names under which the contract itself records defaults (i) and (iv).
    bytes32 internal constant NON_PAYMENT = "nonPayment";
    bytes32 internal constant ASSIGNMENT = "assignment";

    /// @dev On record.
    function known(Fact memory fact) internal pure returns (bool) {
        return fact.ordinal != 0;
    }

    /// @dev Cured before the default began.
    function closed(Fact memory fact) internal pure returns (bool) {
        return fact.cured != 0 && fact.cured < fact.begins;
    }

    /// @dev Neither closed nor waived: it is, or may become, a default.
    function open(Fact memory fact) internal pure returns (bool) {
        return known(fact) && !fact.waived && !closed(fact);
    }

    /// @dev A default on that day.
    function standsOn(Fact memory fact, uint24 day) internal pure returns (bool) {
        return open(fact) && fact.begins <= day;
    }

    /// @dev The first day of the earliest default that stands on a day; `NEVER` if none does.
    function standingSince(Fact[] memory facts, uint24 day) internal pure returns (uint24 since) {
        since = NEVER;
        for (uint256 i; i < facts.length; ++i) {
            if (standsOn(facts[i], day) && facts[i].begins < since) since = facts[i].begins;
        }
    }

    /// @dev Whether a demand made on `calledOn`, when `calledThrough` facts were on record, called the debt for a default
    /// that stands. A fact recorded later needs a new demand, whatever day it is said to have occurred: else the
    /// borrower could open prepayment by reporting an old default of its own.
    function called(Fact[] memory facts, uint24 calledOn, uint24 calledThrough) internal pure returns (bool) {
        for (uint256 i; i < facts.length; ++i) {
            if (facts[i].ordinal <= calledThrough && standsOn(facts[i], calledOn)) return true;
        }
        return false;
    }
}
