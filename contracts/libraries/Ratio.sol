// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Ratio
/// @notice Exact products of positive rationals, kept in lowest terms.
library Ratio {
    /// @notice A product whose lowest terms do not both fit 64 bits.
    error RatioTooLarge(uint256 numerator, uint256 denominator, uint256 maximum);

    /// @notice a/b · c/d in lowest terms.
    /// @dev Example: 3/2 · 4/3 = 2/1. All four are positive. The product of two 64-bit numbers fits 128, so nothing is lost before reduction.
    function product(uint64 a, uint64 b, uint64 c, uint64 d) internal pure returns (uint64, uint64) {
        uint256 numerator = uint256(a) * c;
        uint256 denominator = uint256(b) * d;
        uint256 divisor = greatestCommonDivisor(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
        if (numerator > type(uint64).max || denominator > type(uint64).max) {
            revert RatioTooLarge(numerator, denominator, type(uint64).max);
        }
        return (uint64(numerator), uint64(denominator));
    }

    /// @notice Euclid's. Positive for positive arguments.
    function greatestCommonDivisor(uint256 a, uint256 b) internal pure returns (uint256) {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
