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

    /// @notice Numerators of many periods.
    /// @param periods First day, last day and maturity of each.
    function yearFractions(
        DayCountConvention convention,
        uint24[3][] calldata periods
    ) external pure returns (uint256[] memory numerators) {
        numerators = new uint256[](periods.length);
        for (uint256 i; i < periods.length; ++i) {
            numerators[i] = DayCount.yearFraction(convention, periods[i][0], periods[i][1], periods[i][2]);
        }
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
