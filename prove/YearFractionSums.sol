// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCount} from "../contracts/libraries/DayCount.sol";
import {DayCountConvention} from "../contracts/types/NoteTypes.sol";

/// @title Year fractions, in parts
/// @notice Of any three days that 24 bits hold, in order: whether the fraction to the middle and the fraction from it make the
/// whole. Where they do not, days that show it.
contract YearFractionSums {
    /// @notice ACT/365F: the parts make the whole.
    function check_additiveACT_365F(uint24 a, uint24 b, uint24 c, uint24 maturity) external pure {
        _additive(DayCountConvention.ACT_365F, a, b, c, maturity);
    }

    /// @notice ACT/360: the parts make the whole.
    function check_additiveACT_360(uint24 a, uint24 b, uint24 c, uint24 maturity) external pure {
        _additive(DayCountConvention.ACT_360, a, b, c, maturity);
    }

    /// @notice ACT/ACT ISDA: the parts make the whole.
    function check_additiveACT_ACT_ISDA(uint24 a, uint24 b, uint24 c, uint24 maturity) external pure {
        _additive(DayCountConvention.ACT_ACT_ISDA, a, b, c, maturity);
    }

    /// @notice NL/365: the parts make the whole.
    function check_additiveNL_365(uint24 a, uint24 b, uint24 c, uint24 maturity) external pure {
        _additive(DayCountConvention.NL_365, a, b, c, maturity);
    }

    /// @notice 30E/360: the parts make the whole.
    function check_additiveTHIRTY_E_360(uint24 a, uint24 b, uint24 c, uint24 maturity) external pure {
        _additive(DayCountConvention.THIRTY_E_360, a, b, c, maturity);
    }

    /// @notice 30/360 Bond Basis is not additive: 2003-12-29 to 31 is 2 days and 31 to 2004-01-01 is 1, but the whole is 2; and the
    /// other way, 2004-01-30 to 31 is none.
    function check_notAdditiveTHIRTY_360_BB() external pure {
        DayCountConvention convention = DayCountConvention.THIRTY_360_BB;
        assert(DayCount.yearFraction(convention, 12_415, 12_417, 0) == 2);
        assert(DayCount.yearFraction(convention, 12_417, 12_418, 0) == 1);
        assert(DayCount.yearFraction(convention, 12_415, 12_418, 0) == 2);
    }

    /// @notice 30E/360 ISDA is not additive at a maturity on the last of February: to 2007-02-28 from the day before is 1 day and from it
    /// to March 1 is 1, but the whole is 4; if it is not the maturity date the first part is 3.
    function check_notAdditiveTHIRTY_E_360_ISDA() external pure {
        DayCountConvention convention = DayCountConvention.THIRTY_E_360_ISDA;
        uint24 last = 13_572;
        assert(DayCount.yearFraction(convention, last - 1, last, last) == 1);
        assert(DayCount.yearFraction(convention, last, last + 1, last) == 1);
        assert(DayCount.yearFraction(convention, last - 1, last + 1, last) == 4);
        assert(DayCount.yearFraction(convention, last - 1, last, 0) == 3);
    }

    function _additive(DayCountConvention convention, uint24 a, uint24 b, uint24 c, uint24 maturity) private pure {
        if (a > b || b > c) return;
        uint256 parts =
            DayCount.yearFraction(convention, a, b, maturity) + DayCount.yearFraction(convention, b, c, maturity);
        assert(parts == DayCount.yearFraction(convention, a, c, maturity));
    }
}
