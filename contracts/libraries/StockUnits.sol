// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Factors} from "../types/Factors.sol";

/// @title StockUnits
/// @notice Conversions between tokens of today, original units (1e-27 of a share before any split) and claims.
/// @dev Stored amounts fit 128 bits, so a product with a factor fits 192 and nothing here overflows. Worked examples after splits 3:2.
library StockUnits {
    uint256 private constant UNITS_PER_TOKEN = 1e9;

    /// @notice tokens = floor(units · N / (D · 1e9)).
    /// @dev 1_000_000_000 units, one token before, are floor(1e9 · 3 / 2e9) = 1.
    function toTokensDown(Factors memory factors, uint256 units) internal pure returns (uint256) {
        return tokensDown(units, factors.splitNumerator, factors.splitDenominator);
    }

    /// @notice The same of a split factor alone.
    function tokensDown(uint256 units, uint256 numerator, uint256 denominator) internal pure returns (uint256) {
        return (units * numerator) / (denominator * UNITS_PER_TOKEN);
    }

    /// @notice units = ceil(tokens · D · 1e9 / N).
    /// @dev 1 token is ceil(2e9 / 3) = 666_666_667 units. The one argument that may be anything: a product past 256 bits saturates, and
    /// over 64 bits leaves a quotient past 128, which no balance and no cap holds.
    function toUnitsUp(Factors memory factors, uint256 tokens) internal pure returns (uint256) {
        return
            Math.ceilDiv(
                Math.saturatingMul(tokens, factors.splitDenominator * UNITS_PER_TOKEN),
                factors.splitNumerator
            );
    }

    /// @notice reserved = ceil(claims · N / D), in original units.
    /// @dev After a distribution of 5:4, claims of 101 reserve ceil(126.25) = 127.
    function reservedUp(Factors memory factors, uint256 claims) internal pure returns (uint256) {
        return Math.ceilDiv(claims * factors.distributionNumerator, factors.distributionDenominator);
    }

    /// @notice Whether units are no more than a claim gives up: units · D ≤ (before − after) · N.
    /// @dev If so, issued and reserved shares do not grow by them, whatever else is claimed: ⌈x⌉ − ⌈x − y⌉ ≥ ⌊y⌋. After a distribution of
    /// 5:4 a claim smaller by 101 covers 126.
    function covers(
        Factors memory factors,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 units
    ) internal pure returns (bool) {
        if (claimAfter > claimBefore) return false;
        return units * factors.distributionDenominator <= (claimBefore - claimAfter) * factors.distributionNumerator;
    }
}
