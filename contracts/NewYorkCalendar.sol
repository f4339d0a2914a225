// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "./interfaces/ICalendar.sol";
import {CivilDate} from "./libraries/CivilDate.sol";
import {NewYorkHolidays} from "./libraries/NewYorkHolidays.sol";
import {NewYorkTime} from "./libraries/NewYorkTime.sol";

/// @title NewYorkCalendar
/// @notice Civil days of New York, and its business days: neither Saturday, Sunday nor public holiday.
contract NewYorkCalendar is ICalendar {
    /// @inheritdoc ICalendar
    function dateOf(uint256 timestamp) external pure returns (uint24 day) {
        return NewYorkTime.dateOf(timestamp);
    }

    /// @inheritdoc ICalendar
    function startOf(uint24 day) external pure returns (uint256 timestamp) {
        return NewYorkTime.startOf(day);
    }

    /// @inheritdoc ICalendar
    function isBusinessDay(uint24 day) external pure returns (bool) {
        return _isBusinessDay(day);
    }

    /// @inheritdoc ICalendar
    function roll(uint24 day) external pure returns (uint24) {
        while (!_isBusinessDay(day)) day += 1;
        return day;
    }

    /// @notice Whether a day is on the list of public holidays, Sundays on it included.
    function isPublicHoliday(uint24 day) external pure returns (bool) {
        return NewYorkHolidays.isPublicHoliday(day);
    }

    function _isBusinessDay(uint24 day) private pure returns (bool) {
        uint256 weekday = CivilDate.weekdayOf(day);
        return weekday != 0 && weekday != 6 && !NewYorkHolidays.isPublicHoliday(day);
    }
}
