// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCountConvention} from "../types/NoteTypes.sol";
import {CivilDate} from "./CivilDate.sol";

/// @title DayCount
/// @notice Year fractions of the 2006 ISDA Definitions, section 4.16, and of the no-leap convention, as exact rationals
/// over a denominator that depends on the convention alone. The first day counts, the last does not.
library DayCount {
    /// @notice The fraction of a year from `start` to `end`, times `denominator(convention)`.
    /// @dev Zero if `start` is not before `end`; never negative. Cost does not grow with the length of the period.
    ///
    ///     ACT_365F, ACT_360    days
    ///     NL_365               days − 29ths of February after start, through end
    ///     ACT_ACT_ISDA         366·other + 365·leap = 366·days − leap, leap being the days that lie in leap years
    ///     30/360, all three    360·ΔY + 30·ΔM + D2 − D1, days of the month adjusted as `_thirty360` says
    ///
    /// Example: 2003-12-31 to 2004-02-29 under ACT_ACT_ISDA: 60 days, 59 of them in 2004, so (366·60 − 59) / 133590.
    /// @param convention How days are counted.
    /// @param start First day, which counts.
    /// @param end Last day, which does not.
    /// @param maturity The day the note falls due; it matters to `THIRTY_E_360_ISDA` alone.
    function yearFraction(
        DayCountConvention convention,
        uint24 start,
        uint24 end,
        uint24 maturity
    ) internal pure returns (uint256 numerator) {
        if (start >= end) return 0;
        // Nothing underflows: a period holds no more leap days, or days of leap years, than it has days.
        unchecked {
            uint256 elapsed = uint256(end) - start;
            if (convention == DayCountConvention.ACT_365F || convention == DayCountConvention.ACT_360) return elapsed;
            if (convention == DayCountConvention.NL_365) {
                return elapsed - (CivilDate.leapDaysThrough(end) - CivilDate.leapDaysThrough(start));
            }
            if (convention == DayCountConvention.ACT_ACT_ISDA) {
                return 366 * elapsed - (CivilDate.leapYearDaysBefore(end) - CivilDate.leapYearDaysBefore(start));
            }
        }
        return _thirty360(convention, start, end, maturity);
    }

    /// @notice What `yearFraction` is counted over: 365, 360, or 365 · 366.
    function denominator(DayCountConvention convention) internal pure returns (uint256) {
        if (convention == DayCountConvention.ACT_365F || convention == DayCountConvention.NL_365) return 365;
        if (convention == DayCountConvention.ACT_ACT_ISDA) return 133_590;
        return 360;
    }

    /// @dev Every month has thirty days. What becomes of a 31st, and of the last of February:
    ///
    ///                          D1                        D2
    ///     THIRTY_360_BB        31 → 30                   31 → 30 if D1 is then 30
    ///     THIRTY_E_360         31 → 30                   31 → 30
    ///     THIRTY_E_360_ISDA    last of the month → 30    last of the month → 30, but not the maturity date in February
    ///
    /// Not negative while start is before end. Across a month's end 30 + D2 − D1 is at least 30 + 1 − 30. Within a
    /// month D1 moves only down, or up from a last day of February, after which that month has no other day.
    function _thirty360(
        DayCountConvention convention,
        uint24 start,
        uint24 end,
        uint24 maturity
    ) private pure returns (uint256) {
        (uint256 year1, uint256 month1, uint256 day1) = CivilDate.dateOf(start);
        (uint256 year2, uint256 month2, uint256 day2) = CivilDate.dateOf(end);
        if (day1 == 31) day1 = 30;
        if (day2 == 31 && (convention != DayCountConvention.THIRTY_360_BB || day1 == 30)) day2 = 30;
        if (convention == DayCountConvention.THIRTY_E_360_ISDA) {
            if (month1 == 2 && day1 == CivilDate.daysInMonth(year1, 2)) day1 = 30;
            if (month2 == 2 && end != maturity && day2 == CivilDate.daysInMonth(year2, 2)) day2 = 30;
        }
        // Both terms are positive, and by the above the first is not the smaller.
        unchecked {
            return (360 * year2 + 30 * month2 + day2) - (360 * year1 + 30 * month1 + day1);
        }
    }
}
