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

    /// @notice The next date is the next day: the next of the month, or the first of the next. With the first day this says of `dayOf` that
    /// it counts days, and with the day given back, of `dateOf` that it names them.
    /// @dev Every date of 1970 to 47904.
    function check_theNextDateIsTheNextDay(uint16 year, uint8 month, uint8 dayOfMonth) external pure {
        if (year < 1970 || year > 47_904 || month == 0 || month > 12 || dayOfMonth == 0) return;
        uint256 last = CivilDate.daysInMonth(year, month);
        if (dayOfMonth > last) return;
        uint24 day = CivilDate.dayOf(year, month, dayOfMonth);
        if (dayOfMonth < last) assert(CivilDate.dayOf(year, month, uint256(dayOfMonth) + 1) == day + 1);
        else if (month < 12) assert(CivilDate.dayOf(year, uint256(month) + 1, 1) == day + 1);
        else assert(CivilDate.dayOf(uint256(year) + 1, 1, 1) == day + 1);
    }

    /// @notice Day 0 is 1970-01-01.
    function check_theFirstDay() external pure {
        assert(CivilDate.dayOf(1970, 1, 1) == 0);
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
