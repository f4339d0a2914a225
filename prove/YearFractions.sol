// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCount} from "../contracts/libraries/DayCount.sol";
import {DayCountConvention} from "../contracts/types/NoteTypes.sol";

/// @title Year fractions, over time
/// @notice Of any start, end and maturity that 24 bits hold. A step of one day is all steps: what never falls from a day to
/// the next never falls.
contract YearFractions {
    /// @notice ACT/365F: the fraction to a day later is not smaller.
    function check_neverFallsACT_365F(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.ACT_365F, start, end, maturity);
    }

    /// @notice ACT/360: the same.
    function check_neverFallsACT_360(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.ACT_360, start, end, maturity);
    }

    /// @notice ACT/ACT ISDA: the same.
    function check_neverFallsACT_ACT_ISDA(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.ACT_ACT_ISDA, start, end, maturity);
    }

    /// @notice NL/365: the same.
    function check_neverFallsNL_365(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.NL_365, start, end, maturity);
    }

    /// @notice 30/360 Bond Basis: the same.
    function check_neverFallsTHIRTY_360_BB(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.THIRTY_360_BB, start, end, maturity);
    }

    /// @notice 30E/360: the same.
    function check_neverFallsTHIRTY_E_360(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.THIRTY_E_360, start, end, maturity);
    }

    /// @notice 30E/360 ISDA: the same, though the maturity date in February is not rounded up to 30.
    function check_neverFallsTHIRTY_E_360_ISDA(uint24 start, uint24 end, uint24 maturity) external pure {
        _neverFalls(DayCountConvention.THIRTY_E_360_ISDA, start, end, maturity);
    }

    function _neverFalls(DayCountConvention convention, uint24 start, uint24 end, uint24 maturity) private pure {
        if (end == type(uint24).max) return;
        uint256 before = DayCount.yearFraction(convention, start, end, maturity);
        assert(before <= DayCount.yearFraction(convention, start, end + 1, maturity));
    }
}
