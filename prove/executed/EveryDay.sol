// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "../../contracts/libraries/CivilDate.sol";
import {NewYorkTime} from "../../contracts/libraries/NewYorkTime.sol";
import {DayCount} from "../../contracts/libraries/DayCount.sol";
import {DayCountConvention} from "../../contracts/types/NoteTypes.sol";

/// @title Every day
/// @notice Run for every day of 1970 to 2200.
contract EveryDay {
    error Fails(uint24 day);

    /// @notice The date of a day exists, gives the day back, and the date of the next day comes next.
    function theDateGivesTheDayBack(uint24 day) public pure {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        (uint256 nextYear, uint256 nextMonth, uint256 nextDayOfMonth) = CivilDate.dateOf(day + 1);
        if (CivilDate.dayOf(year, month, dayOfMonth) != day) revert Fails(day);
        bool last = dayOfMonth == CivilDate.daysInMonth(year, month);
        if (last && nextDayOfMonth != 1) revert Fails(day);
        if (last && nextYear * 12 + nextMonth != year * 12 + month + 1) revert Fails(day);
        if (
            !last &&
            nextYear * 10_000 + nextMonth * 100 + nextDayOfMonth != year * 10_000 + month * 100 + dayOfMonth + 1
        ) {
            revert Fails(day);
        }
    }

    /// @notice Every convention: the fraction from a day of January to a day never falls on the next, be either of them maturity or neither; that to
    /// the next day alone is from 0 to 4 days. So no fraction falls, and none is below zero, wherever it starts.
    /// @dev It is a number for the end less a number for the start. Of the start the number for the end knows only whether its day of the
    /// month is 30 or later: day 0 is not, day 29 is.
    function theYearFractionNeverFalls(uint24 day) public pure {
        for (uint256 i = 0; i <= uint256(type(DayCountConvention).max); ++i) {
            DayCountConvention convention = DayCountConvention(i);
            uint256 most = convention == DayCountConvention.ACT_ACT_ISDA ? 366 : 4;
            // maturity matters to one convention alone
            uint24 last = convention == DayCountConvention.THIRTY_E_360_ISDA ? day + 2 : day;
            for (uint24 maturity = day; maturity <= last; ++maturity) {
                if (DayCount.yearFraction(convention, day, day + 1, maturity) > most) revert Fails(day);
                _neverFalls(convention, 0, day, maturity);
                _neverFalls(convention, 29, day, maturity);
            }
        }
    }

    /// @notice ACT/ACT ISDA, NL/365 and 30E/360: the fraction to a day and the fraction of the day after it make the whole, from the first of
    /// January 1970 and from the 30th. So all parts make the whole.
    function thePartsMakeTheWhole(uint24 day) public pure {
        _additive(DayCountConvention.ACT_ACT_ISDA, day);
        _additive(DayCountConvention.NL_365, day);
        _additive(DayCountConvention.THIRTY_E_360, day);
    }

    /// @notice The first second of a day of New York is of that day, and the second before it is of the day before.
    function aDayOfNewYorkBeginsInItself(uint24 day) public pure {
        uint256 start = NewYorkTime.startOf(day);
        if (NewYorkTime.dateOf(start) != day) revert Fails(day);
        if (day > 0 && NewYorkTime.dateOf(start - 1) != day - 1) revert Fails(day);
    }

    function aDayOfNewYorkBeginsInItselfFrom(uint24 first, uint24 count) external pure {
        for (uint24 day = first; day < first + count; ++day) aDayOfNewYorkBeginsInItself(day);
    }

    function theDateGivesTheDayBackFrom(uint24 first, uint24 count) external pure {
        for (uint24 day = first; day < first + count; ++day) theDateGivesTheDayBack(day);
    }

    function theYearFractionNeverFallsFrom(uint24 first, uint24 count) external pure {
        for (uint24 day = first; day < first + count; ++day) theYearFractionNeverFalls(day);
    }

    function thePartsMakeTheWholeFrom(uint24 first, uint24 count) external pure {
        for (uint24 day = first; day < first + count; ++day) thePartsMakeTheWhole(day);
    }

    function _neverFalls(DayCountConvention convention, uint24 start, uint24 day, uint24 maturity) private pure {
        uint256 before = DayCount.yearFraction(convention, start, day, maturity);
        if (before > DayCount.yearFraction(convention, start, day + 1, maturity)) revert Fails(day);
    }

    function _additive(DayCountConvention convention, uint24 day) private pure {
        uint256 last = DayCount.yearFraction(convention, day, day + 1, 0);
        if (DayCount.yearFraction(convention, 0, day, 0) + last != DayCount.yearFraction(convention, 0, day + 1, 0)) {
            revert Fails(day);
        }
        if (day < 29) return;
        if (DayCount.yearFraction(convention, 29, day, 0) + last != DayCount.yearFraction(convention, 29, day + 1, 0)) {
            revert Fails(day);
        }
    }
}
