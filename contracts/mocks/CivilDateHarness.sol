// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "../libraries/CivilDate.sol";

/// @title CivilDateHarness
/// @notice Opens `CivilDate` to tests.
contract CivilDateHarness {
    function dateOf(uint24 day) external pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        return CivilDate.dateOf(day);
    }

    /// @notice Dates of `count` days from `first` on, each as year · 10000 + month · 100 + day, in four bytes.
    function datesFrom(uint24 first, uint256 count) external pure returns (bytes memory dates) {
        dates = new bytes(4 * count);
        for (uint256 i = 0; i < count; ++i) {
            (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(CivilDate.toDay(first + i));
            uint256 date = (year * 10_000 + month * 100 + dayOfMonth) << 224;
            // The top four bytes of the word are the date; the others stay what they were.
            assembly ("memory-safe") {
                let at := add(add(dates, 32), mul(4, i))
                mstore(at, or(date, shr(32, shl(32, mload(at)))))
            }
        }
    }

    function dayOf(uint256 year, uint256 month, uint256 dayOfMonth) external pure returns (uint24) {
        return CivilDate.dayOf(year, month, dayOfMonth);
    }

    function yearOf(uint24 day) external pure returns (uint256 year, uint256 daysBefore) {
        return CivilDate.yearOf(day);
    }

    function daysSinceMarch(uint24 day) external pure returns (uint256) {
        return CivilDate.daysSinceMarch(day);
    }

    function weekdayOf(uint24 day) external pure returns (uint256) {
        return CivilDate.weekdayOf(day);
    }

    function isLeapYear(uint256 year) external pure returns (bool) {
        return CivilDate.isLeapYear(year);
    }

    function endOfMonth(uint24 day) external pure returns (uint24) {
        return CivilDate.endOfMonth(day);
    }

    function leapDaysThrough(uint24 day) external pure returns (uint256) {
        return CivilDate.leapDaysThrough(day);
    }

    function leapYearDaysBefore(uint24 day) external pure returns (uint256) {
        return CivilDate.leapYearDaysBefore(day);
    }
}
