// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "./CivilDate.sol";

/// @title NewYorkTime
/// @notice Seconds to civil days of New York and back: Eastern Standard Time, five hours behind UTC, and Eastern
/// Daylight Time, four hours, under the two regimes of federal law
///
///     through 2006    first Sunday of April, to last Sunday of October
///     from 2007       second Sunday of March, to first Sunday of November
///
/// each from 2:00 standard time to 2:00 daylight time, which is 1:00 standard. Days before 1987, when federal law had
/// other dates, are read by the first regime as well.
/// @dev Which day it is depends on daylight time in one hour of the day alone: from 23:00 standard time on, it is
/// already tomorrow by daylight time. At that hour daylight time stands from the Sunday it begins to the Saturday
/// before it ends.
library NewYorkTime {
    uint256 private constant BEHIND_UTC = 5 hours;
    uint256 private constant FIRST_DAY_OF_2007 = 13_514;

    /// @notice The civil day of a moment.
    /// @dev Reverts with `CivilDate.BeforeFirstDay` or `CivilDate.DayOutOfRange`.
    function dateOf(uint256 timestamp) internal pure returns (uint24) {
        if (timestamp < BEHIND_UTC) revert CivilDate.BeforeFirstDay(timestamp, BEHIND_UTC);
        unchecked {
            uint256 standard = timestamp - BEHIND_UTC;
            uint24 day = CivilDate.toDay(standard / 1 days);
            if (standard % 1 days < 23 hours || !_isDaylightTimeLateOn(day)) return day;
            return CivilDate.toDay(uint256(day) + 1);
        }
    }

    /// @notice The first second of a civil day. No clock is ever turned at midnight, so there is exactly one.
    function startOf(uint24 day) internal pure returns (uint256) {
        unchecked {
            uint256 standard = uint256(day) * 1 days + BEHIND_UTC;
            return day > 0 && _isDaylightTimeLateOn(day - 1) ? standard - 1 hours : standard;
        }
    }

    /// @dev Whether daylight time stands at 23:00 standard time of a day. Days are counted from the first of March:
    ///
    ///     second Sunday of March       the Sunday of days   7 to  13
    ///     first Sunday of April        the Sunday of days  31 to  37
    ///     last Sunday of October       the Sunday of days 238 to 244
    ///     first Sunday of November     the Sunday of days 245 to 251
    ///
    /// Any seven days have one Sunday. So the Sunday that begins or ends daylight time has come exactly when the latest
    /// Sunday is not before the first of its seven days.
    function _isDaylightTimeLateOn(uint24 day) private pure returns (bool) {
        unchecked {
            // A week on, so that the latest Sunday of the first days of March is not below zero.
            uint256 latestSunday = CivilDate.daysSinceMarch(day) + 7 - CivilDate.weekdayOf(day);
            (uint256 begins, uint256 ends) = day < FIRST_DAY_OF_2007 ? (31, 238) : (7, 245);
            return latestSunday >= begins + 7 && latestSunday < ends + 7;
        }
    }
}
