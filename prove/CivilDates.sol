// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "../contracts/libraries/CivilDate.sol";

/// @title Civil dates
/// @notice Of every day that 24 bits hold, 1970-01-01 to 47905-07-30. Nothing is assumed of a day.
contract CivilDates {
    /// @notice A day has a date that exists: a month of the year, a day of that month, not before 1970.
    function check_aDayHasADate(uint24 day) external pure {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        assert(year >= 1970 && year <= 47_905);
        assert(month >= 1 && month <= 12);
        assert(dayOfMonth >= 1 && dayOfMonth <= CivilDate.daysInMonth(year, month));
    }

    /// @notice The date of a day is the date of that day alone: `dayOf` gives the day back, and does not refuse.
    function check_theDateGivesTheDayBack(uint24 day) external view {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        try this.dayOf(year, month, dayOfMonth) returns (uint24 back) {
            assert(back == day);
        } catch {
            assert(false);
        }
    }

    /// @notice The day after has the date after: the next of the month, or the first of the next month, or of the next year.
    /// @dev Every day but the last. With 1970-01-01 for day 0 this is the whole calendar.
    function check_theNextDayHasTheNextDate(uint24 day) external pure {
        if (day == type(uint24).max) return;
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        (uint256 nextYear, uint256 nextMonth, uint256 nextDayOfMonth) = CivilDate.dateOf(day + 1);
        bool sameMonth = nextYear == year && nextMonth == month && nextDayOfMonth == dayOfMonth + 1;
        bool ends = nextDayOfMonth == 1 && dayOfMonth == CivilDate.daysInMonth(year, month);
        bool nextOfYear = nextYear == year && nextMonth == month + 1;
        bool newYear = nextYear == year + 1 && month == 12 && nextMonth == 1;
        assert(sameMonth || (ends && (nextOfYear || newYear)));
    }

    /// @notice Day 0 is 1970-01-01.
    function check_theFirstDay() external pure {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(0);
        assert(year == 1970 && month == 1 && dayOfMonth == 1);
    }

    /// @notice Both ways of counting agree on the year: from March, and from January.
    function check_bothCountsAgreeOnTheYear(uint24 day) external pure {
        (uint256 year, , ) = CivilDate.dateOf(day);
        (uint256 counted, uint256 daysBefore) = CivilDate.yearOf(day);
        assert(counted == year);
        assert(daysBefore < (CivilDate.isLeapYear(year) ? 366 : 365));
    }

    /// @dev Only so that a refusal can be seen.
    function dayOf(uint256 year, uint256 month, uint256 dayOfMonth) external pure returns (uint24) {
        return CivilDate.dayOf(year, month, dayOfMonth);
    }
}
