// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "../contracts/libraries/CivilDate.sol";
import {NewYorkTime} from "../contracts/libraries/NewYorkTime.sol";

/// @title Days counted without a check
/// @notice Of every day that 24 bits hold: each figure is the one that checked arithmetic gives, which here would panic if it passed 256 bits or
/// fell below zero.
contract UncheckedDays {
    /// @notice `CivilDate.dateOf`, and `_yearAndRest` with it.
    function check_dateOf(uint24 day) external pure {
        (uint256 marchYear, uint256 rest) = _yearAndRest(uint256(day) + 719_468);
        uint256 fromMarch = (5 * rest + 2) / 153;
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        assert(dayOfMonth == rest + 1 - (153 * fromMarch + 2) / 5);
        assert(month == (fromMarch < 10 ? fromMarch + 3 : fromMarch - 9));
        assert(year == (fromMarch < 10 ? marchYear : marchYear + 1));
    }

    /// @notice `CivilDate.yearOf`.
    function check_yearOf(uint24 day) external pure {
        (uint256 year, uint256 rest) = _yearAndRest(uint256(day) + 719_162);
        (uint256 found, uint256 daysBefore) = CivilDate.yearOf(day);
        assert(found == year + 1 && daysBefore == rest);
    }

    /// @notice `CivilDate.daysSinceMarch`, which is from 0 to 365, and `weekdayOf`, which is from 0 to 6: so in
    /// `NewYorkTime._isDaylightTimeLateOn` the latest Sunday is not below zero.
    function check_daysSinceMarchAndWeekday(uint24 day) external pure {
        (, uint256 rest) = _yearAndRest(uint256(day) + 719_468);
        assert(CivilDate.daysSinceMarch(day) == rest && rest < 366);
        assert(CivilDate.weekdayOf(day) == (uint256(day) + 4) % 7);
        assert(rest + 7 - CivilDate.weekdayOf(day) < 373);
    }

    /// @notice `CivilDate.leapDaysThrough`, and `_leapYearsIn` with it.
    function check_leapDaysThrough(uint24 day) external pure {
        (uint256 finished, ) = _yearAndRest(uint256(day) + 1 + 719_468);
        assert(CivilDate.leapDaysThrough(day) == _leapYearsIn(finished));
    }

    /// @notice `CivilDate.leapYearDaysBefore`.
    function check_leapYearDaysBefore(uint24 day) external pure {
        (uint256 finished, uint256 rest) = _yearAndRest(uint256(day) + 719_162);
        uint256 ofThisYear = CivilDate.isLeapYear(finished + 1) ? rest : 0;
        assert(CivilDate.leapYearDaysBefore(day) == 366 * _leapYearsIn(finished) + ofThisYear);
    }

    /// @notice `NewYorkTime.startOf`: midnight of standard time, or an hour before it.
    function check_startOf(uint24 day) external pure {
        uint256 standard = uint256(day) * 1 days + 5 hours;
        uint256 start = NewYorkTime.startOf(day);
        assert(start == standard || (day > 0 && start == standard - 1 hours));
    }

    /// @notice `NewYorkTime.dateOf`, of every second that it takes: the day by standard time, or the day after it.
    function check_newYorkDateOf(uint64 timestamp) external pure {
        if (timestamp < 5 hours) return;
        uint256 standard = (timestamp - 5 hours) / 1 days;
        uint256 day = NewYorkTime.dateOf(timestamp);
        assert(day == standard || day == standard + 1);
    }

    /// @dev The same steps, checked.
    function _yearAndRest(uint256 x) private pure returns (uint256 year, uint256 rest) {
        uint256 century = (4 * x + 3) / 146_097;
        uint256 inCentury = x - (146_097 * century) / 4;
        uint256 yearOfCentury = (4 * inCentury + 3) / 1461;
        year = 100 * century + yearOfCentury;
        rest = inCentury - (1461 * yearOfCentury) / 4;
    }

    /// @dev The same steps, checked.
    function _leapYearsIn(uint256 year) private pure returns (uint256) {
        return year / 4 - year / 100 + year / 400;
    }
}
