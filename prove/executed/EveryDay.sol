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

    /// @notice 30E/360 ISDA: the fraction from day 0 to a day never falls on the next, be either of them maturity or neither; and to the next
    /// day alone it is from 0 to 4.
    /// @dev How a start is adjusted depends on the start alone, so what holds from one start holds from every other.
    function thirtyE360ISDANeverFalls(uint24 day) public pure {
        DayCountConvention convention = DayCountConvention.THIRTY_E_360_ISDA;
        if (DayCount.yearFraction(convention, day, day + 1, 0) > 4) revert Fails(day);
        if (DayCount.yearFraction(convention, day, day + 1, day + 1) > 4) revert Fails(day);
        for (uint24 maturity = day; maturity < day + 3; ++maturity) {
            uint256 before = DayCount.yearFraction(convention, 0, day, maturity);
            if (before > DayCount.yearFraction(convention, 0, day + 1, maturity)) revert Fails(day);
        }
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

    function thirtyE360ISDANeverFallsFrom(uint24 first, uint24 count) external pure {
        for (uint24 day = first; day < first + count; ++day) thirtyE360ISDANeverFalls(day);
    }
}
