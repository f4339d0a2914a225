// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCount} from "../contracts/libraries/DayCount.sol";
import {DayCountConvention} from "../contracts/types/NoteTypes.sol";

/// @title Year fractions, how large
/// @notice Of any start, end and maturity that 24 bits hold. All are numerators over the convention's denominator.
contract YearFractionBounds {
    /// @notice ACT/365F and ACT/360: the days, exactly.
    function check_actualIsTheDays(bool over365, uint24 start, uint24 end, uint24 maturity) external pure {
        DayCountConvention convention = over365 ? DayCountConvention.ACT_365F : DayCountConvention.ACT_360;
        assert(DayCount.yearFraction(convention, start, end, maturity) == _days(start, end));
    }

    /// @notice NL/365: never more than the days; fewer by one for each four years at most, begun years included.
    function check_noLeapIsAtMostTheDays(uint24 start, uint24 end, uint24 maturity) external pure {
        uint256 fraction = DayCount.yearFraction(DayCountConvention.NL_365, start, end, maturity);
        assert(fraction <= _days(start, end));
        assert(fraction + _days(start, end) / 1461 + 1 >= _days(start, end));
    }

    /// @notice ACT/ACT ISDA: a day is worth 1/365 or 1/366, so between 365 and 366 for each day.
    function check_actualActualIsADayForADay(uint24 start, uint24 end, uint24 maturity) external pure {
        uint256 fraction = DayCount.yearFraction(DayCountConvention.ACT_ACT_ISDA, start, end, maturity);
        assert(fraction >= 365 * _days(start, end));
        assert(fraction <= 366 * _days(start, end));
    }

    /// @notice 30/360 Bond Basis: at most two above the days, as February may be two short of thirty.
    function check_boundTHIRTY_360_BB(uint24 start, uint24 end, uint24 maturity) external pure {
        assert(DayCount.yearFraction(DayCountConvention.THIRTY_360_BB, start, end, maturity) <= _days(start, end) + 2);
    }

    /// @notice 30E/360: the same.
    function check_boundTHIRTY_E_360(uint24 start, uint24 end, uint24 maturity) external pure {
        assert(DayCount.yearFraction(DayCountConvention.THIRTY_E_360, start, end, maturity) <= _days(start, end) + 2);
    }

    /// @notice 30E/360 ISDA: the same.
    function check_boundTHIRTY_E_360_ISDA(uint24 start, uint24 end, uint24 maturity) external pure {
        assert(
            DayCount.yearFraction(DayCountConvention.THIRTY_E_360_ISDA, start, end, maturity) <= _days(start, end) + 2
        );
    }

    function _days(uint24 start, uint24 end) private pure returns (uint256) {
        return start < end ? uint256(end) - start : 0;
    }
}
