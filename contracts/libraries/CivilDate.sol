// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title CivilDate
/// @notice The proleptic Gregorian calendar in closed form. Days count from 1970-01-01 (day 0) and fit 24 bits, which
/// reaches into the year 47905.
/// @dev Both ways rest on one lemma. If period k begins on day floor((a·k + b) / q), then day x lies in period
/// floor((q·x + q − 1 − b) / a), because floor((a·k + b) / q) ≤ x exactly when a·k + b ≤ q·x + q − 1.
///
/// Count from a date whose year ends with the leap day, or ends the leap year: 0000-03-01 does the first, 0001-01-01
/// the second. The one odd day of a cycle then always comes last, and the beginnings are
///
///     century c   floor(146097·c / 4)     three of 36524 days, one of 36525
///     year y      floor(1461·y / 4)       three of 365 days, one of 366; a short century just ends earlier
///     month m     floor((153·m + 2) / 5)  from March: 31 30 31 30 31 · 31 30 31 30 31 · 31 and what February has
///
/// so that, by the lemma, c = (4x + 3) / 146097, y = (4x + 3) / 1461 of the rest, m = (5x + 2) / 153 of the rest.
///
/// Example: day 12418 is 731886 days from 0000-03-01. c = 2927547 / 146097 = 20, which began on day 730485; of the rest
/// 1401, y = 5607 / 1461 = 3, which began on 1095; of the rest 306, m = 1532 / 153 = 10, January, which began on 306.
/// March years 2000 + 3 run into January and February of 2004: the day is 2004-01-01.
library CivilDate {
    /// @notice There is no such date.
    error NoSuchDate(uint256 year, uint256 month, uint256 dayOfMonth);

    /// @notice A day lies beyond the last that 24 bits can hold.
    error DayOutOfRange(uint256 day, uint256 last);

    /// @notice A moment lies before the first second of day 0.
    error BeforeFirstDay(uint256 timestamp, uint256 first);

    uint256 private constant FROM_MARCH_0000 = 719_468;
    uint256 private constant FROM_JANUARY_0001 = 719_162;

    /// @notice The date of a day.
    /// @return year Gregorian year.
    /// @return month 1 to 12.
    /// @return dayOfMonth 1 to 31.
    function dateOf(uint24 day) internal pure returns (uint256 year, uint256 month, uint256 dayOfMonth) {
        // Nothing overflows: `day` has 24 bits, and each subtraction takes off the beginning of the period it lies in.
        unchecked {
            (uint256 marchYear, uint256 rest) = _yearAndRest(uint256(day) + FROM_MARCH_0000);
            uint256 fromMarch = (5 * rest + 2) / 153;
            dayOfMonth = rest - (153 * fromMarch + 2) / 5 + 1;
            (year, month) = fromMarch < 10 ? (marchYear, fromMarch + 3) : (marchYear + 1, fromMarch - 9);
        }
    }

    /// @notice The day of a date from 1970-01-01 on.
    /// @dev Reverts with `NoSuchDate` or `DayOutOfRange`.
    function dayOf(uint256 year, uint256 month, uint256 dayOfMonth) internal pure returns (uint24) {
        if (year < 1970 || month == 0 || month > 12 || dayOfMonth == 0 || dayOfMonth > daysInMonth(year, month)) {
            revert NoSuchDate(year, month, dayOfMonth);
        }
        (uint256 marchYear, uint256 fromMarch) = month > 2 ? (year, month - 3) : (year - 1, month + 9);
        uint256 yearBegins = (146_097 * (marchYear / 100)) / 4 + (1461 * (marchYear % 100)) / 4;
        uint256 monthBegins = (153 * fromMarch + 2) / 5;
        return toDay(yearBegins + monthBegins + dayOfMonth - 1 - FROM_MARCH_0000);
    }

    /// @notice The Gregorian year of a day, and how many days of that year come before it.
    function yearOf(uint24 day) internal pure returns (uint256 year, uint256 daysBefore) {
        unchecked {
            (year, daysBefore) = _yearAndRest(uint256(day) + FROM_JANUARY_0001);
            year += 1;
        }
    }

    /// @notice Days since the last first of March, 0 to 365. The 29th of February, if there is one, is 365.
    function daysSinceMarch(uint24 day) internal pure returns (uint256 rest) {
        unchecked {
            (, rest) = _yearAndRest(uint256(day) + FROM_MARCH_0000);
        }
    }

    /// @notice Weekday of a day, 0 for Sunday to 6 for Saturday. 1970-01-01 was a Thursday.
    function weekdayOf(uint24 day) internal pure returns (uint256) {
        unchecked {
            return (uint256(day) + 4) % 7;
        }
    }

    /// @notice Whether a year has a 29th of February.
    function isLeapYear(uint256 year) internal pure returns (bool) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /// @notice Length of a month, 28 to 31. The month is taken to be 1 to 12.
    function daysInMonth(uint256 year, uint256 month) internal pure returns (uint256) {
        if (month == 2) return isLeapYear(year) ? 29 : 28;
        // Long and short months take turns, and the turn skips once, between July and August.
        return 30 + ((month + month / 8) % 2);
    }

    /// @notice The last day of the month a day lies in.
    function endOfMonth(uint24 day) internal pure returns (uint24) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = dateOf(day);
        return toDay(day + daysInMonth(year, month) - dayOfMonth);
    }

    /// @notice How many days named 29 February there are from year 1 through a day, that day included.
    /// @dev Each ends a March year, so they are as many as the leap days of the March years finished by the next day.
    function leapDaysThrough(uint24 day) internal pure returns (uint256) {
        unchecked {
            (uint256 finished, ) = _yearAndRest(uint256(day) + 1 + FROM_MARCH_0000);
            return _leapYearsIn(finished);
        }
    }

    /// @notice How many days of leap years there are from year 1 to a day, that day not included.
    function leapYearDaysBefore(uint24 day) internal pure returns (uint256) {
        unchecked {
            (uint256 year, uint256 daysBefore) = yearOf(day);
            return 366 * _leapYearsIn(year - 1) + (isLeapYear(year) ? daysBefore : 0);
        }
    }

    /// @notice Narrows a day, or reverts with `DayOutOfRange`.
    function toDay(uint256 day) internal pure returns (uint24) {
        if (day > type(uint24).max) revert DayOutOfRange(day, type(uint24).max);
        return uint24(day);
    }

    /// @dev Years finished, and days since, `x` days after the beginning of a count as the lemma wants it.
    function _yearAndRest(uint256 x) private pure returns (uint256 year, uint256 rest) {
        unchecked {
            uint256 century = (4 * x + 3) / 146_097;
            uint256 inCentury = x - (146_097 * century) / 4;
            uint256 yearOfCentury = (4 * inCentury + 3) / 1461;
            year = 100 * century + yearOfCentury;
            rest = inCentury - (1461 * yearOfCentury) / 4;
        }
    }

    /// @dev Leap years among the years 1 to `year`.
    function _leapYearsIn(uint256 year) private pure returns (uint256) {
        unchecked {
            return year / 4 - year / 100 + year / 400;
        }
    }
}
