// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Accrual} from "../contracts/libraries/Accrual.sol";
import {ConversionMath} from "../contracts/libraries/ConversionMath.sol";
import {Factors} from "../contracts/types/Factors.sol";
import {DayCountConvention, MakingFacts, Terms} from "../contracts/types/NoteTypes.sol";

/// @title Products counted without a check
/// @notice Of every price of 96 bits over 32, every factor of 64 bits over 64, every rate of 32 bits and every convention: each product is
/// the one that checked arithmetic gives, which here would panic if it passed 256 bits. A factor does not depend on the amount it is applied
/// to, so one unit or one share stands for all.
contract UncheckedProducts {
    uint256 private constant UNITS_PER_SHARE = 1e27;
    uint256 private constant LONGEST = 366 * uint256(type(uint24).max);

    /// @notice `Accrual.scale` is 1e8 times the denominator of the convention.
    function check_scale(DayCountConvention convention) external pure {
        Terms memory terms;
        terms.dayCount = convention;
        assert(Accrual.scale(terms) == 1e8 * _denominator(convention));
    }

    /// @notice `Accrual.interestDown` of every principal of 96 bits, and every fraction that two days of 24 bits can give: principal · rate
    /// · fraction has 161 bits at most. The rate may be any of 32 bits.
    function check_interestDown(
        DayCountConvention convention,
        uint96 principal,
        uint32 rate,
        uint40 fraction
    ) external pure {
        if (fraction > LONGEST) return;
        Terms memory terms;
        (terms.dayCount, terms.rate) = (convention, rate);
        uint256 exact = uint256(principal) * rate * fraction;
        assert(exact >> 161 == 0);
        assert(Accrual.interestDown(terms, principal, fraction) == exact / (1e8 * _denominator(convention)));
    }

    /// @notice `ConversionMath.priceOf`: 224 bits at most over 160.
    function check_priceOf(Terms memory terms, MakingFacts memory making, Factors memory factors) external pure {
        (uint256 numerator, uint256 denominator) = ConversionMath.priceOf(terms, making, factors);
        assert(
            numerator == uint256(terms.priceNumerator) * making.distributionNumerator * factors.distributionDenominator
        );
        assert(
            denominator ==
                uint256(terms.priceDenominator) * making.distributionDenominator * factors.distributionNumerator
        );
        assert(numerator >> 224 == 0 && denominator >> 160 == 0);
    }

    /// @notice `ConversionMath.unitsUp`: 154 bits at most over 64.
    function check_unitsUp(MakingFacts memory making) external pure {
        if (making.splitNumerator == 0) return;
        uint256 units = UNITS_PER_SHARE * making.splitDenominator;
        assert(units >> 154 == 0);
        assert(ConversionMath.unitsUp(making, 1) == Math.mulDiv(1, units, making.splitNumerator, Math.Rounding.Ceil));
    }

    /// @notice `ConversionMath.claimUp`: 250 bits at most over 224.
    function check_claimUp(Terms memory terms, MakingFacts memory making) external pure {
        uint256 price = uint256(terms.priceNumerator) * making.splitNumerator * making.distributionNumerator;
        if (price == 0) return;
        uint256 units = UNITS_PER_SHARE * terms.priceDenominator * making.splitDenominator;
        units *= making.distributionDenominator;
        assert(units >> 250 == 0 && price >> 224 == 0);
        assert(ConversionMath.claimUp(terms, making, 1) == Math.mulDiv(1, units, price, Math.Rounding.Ceil));
    }

    /// @notice `ConversionMath.fractionOfClaim`: 218 bits at most over 128. What is multiplied: the amount is the price of one share.
    function check_fractionOfClaim(MakingFacts memory making, Factors memory factors) external pure {
        if (making.splitNumerator == 0 || factors.distributionDenominator == 0) return;
        Terms memory terms;
        (terms.priceNumerator, terms.priceDenominator) = (1, 1);
        (making.distributionNumerator, making.distributionDenominator, factors.distributionNumerator) = (1, 1, 1);
        uint256 units = UNITS_PER_SHARE * making.splitDenominator * factors.distributionDenominator;
        assert(units >> 218 == 0);
        uint256 all = type(uint256).max;
        uint256 fraction = ConversionMath.fractionOfClaim(terms, making, factors, factors.distributionDenominator, all);
        assert(all - fraction == units / making.splitNumerator);
    }

    /// @notice The same: what it is divided by. One unit buys as many shares as the distribution factor.
    function check_fractionOfClaimOver(MakingFacts memory making, Factors memory factors) external pure {
        if (making.splitNumerator == 0 || factors.distributionNumerator == 0) return;
        Terms memory terms;
        (terms.priceNumerator, terms.priceDenominator) = (1, 1);
        (making.distributionNumerator, making.distributionDenominator, factors.distributionDenominator) = (1, 1, 1);
        uint256 worth = UNITS_PER_SHARE * making.splitDenominator * factors.distributionNumerator;
        uint256 over = uint256(making.splitNumerator) * factors.distributionNumerator;
        assert(over >> 128 == 0);
        uint256 all = type(uint256).max;
        assert(all - ConversionMath.fractionOfClaim(terms, making, factors, 1, all) == worth / over);
    }

    /// @dev Written anew, not taken from what is proved.
    function _denominator(DayCountConvention convention) private pure returns (uint256) {
        if (convention == DayCountConvention.ACT_ACT_ISDA) return 365 * 366;
        if (convention == DayCountConvention.ACT_365F || convention == DayCountConvention.NL_365) return 365;
        return 360;
    }
}
