// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NewYorkTime} from "../contracts/libraries/NewYorkTime.sol";

/// @title Days of New York
/// @notice Of every second from the first of day 0 to the last of the day before the last that 24 bits hold.
contract NewYorkDays {
    uint256 private constant FIRST = 5 hours;

    /// @notice A second lies in the day it is said to lie in: not before the first second of that day, and before the first of the next.
    function check_aSecondLiesInItsDay(uint64 timestamp) external pure {
        if (timestamp < FIRST || timestamp >= FIRST + uint256(type(uint24).max - 1) * 1 days) return;
        uint24 day = NewYorkTime.dateOf(timestamp);
        assert(NewYorkTime.startOf(day) <= timestamp);
        assert(timestamp < NewYorkTime.startOf(day + 1));
    }

    /// @notice The first second of a day is of that day. So days follow each other without a gap, and none is empty.
    function check_aDayBeginsInItself(uint24 day) external pure {
        if (day == type(uint24).max) return;
        assert(NewYorkTime.dateOf(NewYorkTime.startOf(day)) == day);
    }

    /// @notice A day of New York has 23, 24 or 25 hours.
    function check_aDayHasItsHours(uint24 day) external pure {
        if (day == type(uint24).max) return;
        uint256 length = NewYorkTime.startOf(day + 1) - NewYorkTime.startOf(day);
        assert(length == 23 hours || length == 24 hours || length == 25 hours);
    }
}
