// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCount} from "../libraries/DayCount.sol";
import {DayCountConvention} from "../types/NoteTypes.sol";

/// @title DayCountHarness
/// @notice Opens `DayCount` to tests.
contract DayCountHarness {
    function yearFraction(
        DayCountConvention convention,
        uint24 start,
        uint24 end,
        uint24 maturity
    ) external pure returns (uint256 numerator) {
        return DayCount.yearFraction(convention, start, end, maturity);
    }

    function denominator(DayCountConvention convention) external pure returns (uint256) {
        return DayCount.denominator(convention);
    }

    /// @notice What one numerator costs, the call itself left out.
    function gasOf(
        DayCountConvention convention,
        uint24 start,
        uint24 end,
        uint24 maturity
    ) external view returns (uint256 numerator, uint256 gas) {
        uint256 before = gasleft();
        numerator = DayCount.yearFraction(convention, start, end, maturity);
        gas = before - gasleft();
    }
}
