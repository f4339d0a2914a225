// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {StockUnits} from "../contracts/libraries/StockUnits.sol";
import {Factors} from "../contracts/types/Factors.sol";

/// @title Units of stock
/// @notice Of every amount of 128 bits and every factor of 64 bits over 64, none of them zero.
contract Units {
    /// @notice Tokens of today are the floor: tokens · D · 1e9 <= units · N < (tokens + 1) · D · 1e9. Nothing overflows.
    function check_tokensAreTheFloor(uint128 units, uint64 numerator, uint64 denominator) external pure {
        if (numerator == 0 || denominator == 0) return;
        Factors memory factors;
        (factors.splitNumerator, factors.splitDenominator) = (numerator, denominator);
        uint256 tokens = StockUnits.toTokensDown(factors, units);
        uint256 over = uint256(denominator) * 1e9;
        assert(tokens * over <= uint256(units) * numerator);
        assert(uint256(units) * numerator < (tokens + 1) * over);
    }

    /// @notice Units moved for tokens are the fewest that are worth as many: units · N >= tokens · D · 1e9 > (units - 1) · N.
    function check_unitsAreTheCeiling(uint128 tokens, uint64 numerator, uint64 denominator) external pure {
        if (numerator == 0 || denominator == 0) return;
        Factors memory factors;
        (factors.splitNumerator, factors.splitDenominator) = (numerator, denominator);
        uint256 units = StockUnits.toUnitsUp(factors, tokens);
        uint256 worth = uint256(tokens) * denominator * 1e9;
        assert(units * numerator >= worth);
        assert(units == 0 || (units - 1) * numerator < worth);
    }

    /// @notice A reservation is the ceiling: reserved · D >= claims · N > (reserved - 1) · D.
    function check_reservedIsTheCeiling(uint128 claims, uint64 numerator, uint64 denominator) external pure {
        if (numerator == 0 || denominator == 0) return;
        Factors memory factors;
        (factors.distributionNumerator, factors.distributionDenominator) = (numerator, denominator);
        uint256 reserved = StockUnits.reservedUp(factors, claims);
        uint256 exact = uint256(claims) * numerator;
        assert(reserved * denominator >= exact);
        assert(reserved == 0 || (reserved - 1) * denominator < exact);
    }

    /// @notice What is issued out of a claim that covers it comes out of the reservation, whatever others have claimed:
    /// reserved after + units <= reserved before.
    function check_whatIsCoveredIsReserved(
        uint120 others,
        uint120 claimBefore,
        uint120 claimAfter,
        uint120 units,
        uint64 numerator,
        uint64 denominator
    ) external pure {
        if (numerator == 0 || denominator == 0) return;
        Factors memory factors;
        (factors.distributionNumerator, factors.distributionDenominator) = (numerator, denominator);
        if (!StockUnits.covers(factors, claimBefore, claimAfter, units)) return;
        uint256 before = StockUnits.reservedUp(factors, uint256(others) + claimBefore);
        assert(StockUnits.reservedUp(factors, uint256(others) + claimAfter) + units <= before);
    }
}
