// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {NewYorkCalendar} from "../NewYorkCalendar.sol";
import {NewYorkTime} from "../libraries/NewYorkTime.sol";

/// @title CalendarHarness
/// @notice Reads long stretches of a calendar in one call, and tells what one answer costs.
contract CalendarHarness {
    /// @notice For each hour from `from` on, how many days the date in New York is past `base`: one byte an hour.
    function datesOfHours(uint256 from, uint256 count, uint256 base) external pure returns (bytes memory found) {
        found = new bytes(count);
        unchecked {
            for (uint256 i = 0; i < count; ++i) _put(found, i, NewYorkTime.dateOf(from + i * 1 hours) - base);
        }
    }

    /// @notice For each day from `first` on, how many hours after midnight in Greenwich it starts in New York, or zero
    /// if its first second is not of that day or the second before not of the day before: one byte a day.
    function startsOfDays(uint24 first, uint256 count) external pure returns (bytes memory found) {
        found = new bytes(count);
        for (uint256 i = 0; i < count; ++i) {
            uint24 day = uint24(first + i);
            uint256 start = NewYorkTime.startOf(day);
            if (NewYorkTime.dateOf(start) != day || NewYorkTime.dateOf(start - 1) != day - 1) continue;
            _put(found, i, (start - uint256(day) * 1 days) / 1 hours);
        }
    }

    /// @notice For each day from `first` on, how many days it rolls, plus 128 if it is a public holiday: a byte a day.
    function rollsOfDays(
        NewYorkCalendar calendar,
        uint24 first,
        uint256 count
    ) external pure returns (bytes memory found) {
        found = new bytes(count);
        for (uint256 i = 0; i < count; ++i) {
            uint24 day = uint24(first + i);
            _put(found, i, calendar.roll(day) - day + (calendar.isPublicHoliday(day) ? 128 : 0));
        }
    }

    /// @notice What a call of `dateOf` costs once the calendar is warm.
    function gasOfDateOf(ICalendar calendar, uint256 timestamp) external view returns (uint256) {
        calendar.dateOf(timestamp);
        uint256 before = gasleft();
        calendar.dateOf(timestamp);
        return before - gasleft();
    }

    /// @notice What a call of `roll` costs once the calendar is warm.
    function gasOfRoll(ICalendar calendar, uint24 day) external view returns (uint256) {
        calendar.roll(day);
        uint256 before = gasleft();
        calendar.roll(day);
        return before - gasleft();
    }

    function _put(bytes memory found, uint256 i, uint256 value) private pure {
        assembly ("memory-safe") {
            mstore8(add(add(found, 32), i), value)
        }
    }
}
