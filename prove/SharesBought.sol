// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ConversionMath, Purchase, Taken} from "../contracts/libraries/ConversionMath.sol";
import {Factors} from "../contracts/types/Factors.sol";
import {MakingFacts, Terms} from "../contracts/types/NoteTypes.sol";

/// @notice Price per share and distribution factors, drawn by the prover.
struct Price {
    uint96 numerator;
    uint32 denominator;
    uint40 thenNumerator;
    uint40 thenDenominator;
    uint40 nowNumerator;
    uint40 nowDenominator;
}

/// @title Shares bought
/// @notice Of every amount below 2^112, every price of 96 bits over 32, and distribution factors of 40 bits over 40, at making and now.
/// With those no product passes 256 bits. Of factors of 64 bits, see `UncheckedProducts` and the lemmas on `mulDiv`.
contract SharesBought {
    /// @notice What is issued costs no more than what is converted, and one share more would cost more, in exact integers:
    /// shares · price <= amount < (shares + 1) · price.
    function check_notAShareTooManyNorTooFew(uint112 amount, Price calldata price) external pure {
        if (!_positive(price)) return;
        (Terms memory terms, MakingFacts memory making, Factors memory factors) = _of(price);
        uint256 shares = ConversionMath.sharesDown(terms, making, factors, amount);
        (uint256 numerator, uint256 denominator) = _exact(price);
        assert(shares * numerator <= amount * denominator);
        assert(amount * denominator < (shares + 1) * numerator);
    }

    /// @notice A purchase takes the price of its shares, rounded up to the unit, and leaves the rest, which buys no share:
    /// (cost - 1) < shares · price <= cost, cost + leftover = amount, leftover < price.
    function check_whatIsLeftBuysNoShare(uint104 principal, uint104 interest, Price calldata price) external pure {
        if (!_positive(price)) return;
        (Terms memory terms, MakingFacts memory making, Factors memory factors) = _of(price);
        Taken memory taken = Taken(principal, interest, 0, 0);
        Purchase memory purchase = ConversionMath.buy(terms, making, factors, taken);
        (uint256 numerator, uint256 denominator) = _exact(price);
        uint256 cost = purchase.amount - purchase.leftover;
        assert(purchase.amount == uint256(principal) + interest);
        assert(purchase.shares * numerator <= cost * denominator);
        assert(cost == 0 || (cost - 1) * denominator < purchase.shares * numerator);
        assert(purchase.leftover * denominator < numerator);
    }

    /// @dev Written anew, not taken from what is proved.
    function _exact(Price calldata price) private pure returns (uint256, uint256) {
        return (
            uint256(price.numerator) * price.thenNumerator * price.nowDenominator,
            uint256(price.denominator) * price.thenDenominator * price.nowNumerator
        );
    }

    function _of(
        Price calldata price
    ) private pure returns (Terms memory terms, MakingFacts memory making, Factors memory factors) {
        (terms.priceNumerator, terms.priceDenominator) = (price.numerator, price.denominator);
        (making.distributionNumerator, making.distributionDenominator) = (price.thenNumerator, price.thenDenominator);
        (factors.distributionNumerator, factors.distributionDenominator) = (price.nowNumerator, price.nowDenominator);
    }

    function _positive(Price calldata price) private pure returns (bool) {
        bool priced = price.numerator != 0 && price.denominator != 0;
        bool then_ = price.thenNumerator != 0 && price.thenDenominator != 0;
        return priced && then_ && price.nowNumerator != 0 && price.nowDenominator != 0;
    }
}
