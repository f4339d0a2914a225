// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Factors} from "../types/Factors.sol";
import {MakingFacts, Terms} from "../types/NoteTypes.sol";
import {Accrual, Balances, Debt} from "./Accrual.sol";

/// @notice What of a debt a conversion takes, in currency units.
struct Taken {
    uint256 principal;
    uint256 interest;
    uint256 overdueInterest;
    uint256 charges;
}

/// @notice What an amount buys.
/// @param amount All that is taken, in currency units.
/// @param shares Whole shares, as shares stood when the note was made.
/// @param costOfOne Price of one such share, rounded up to the unit.
/// @param leftover What the price of the shares, rounded up to the unit, leaves of the amount.
struct Purchase {
    uint256 amount;
    uint256 shares;
    uint256 costOfOne;
    uint256 leftover;
}

/// @title ConversionMath
/// @notice Which amount a conversion takes, how many shares it buys, what is left over. Clause: Conversion.
///
/// Shares are counted *as shares stood when the note was made*; the price falls with each distribution since:
///
///     price = price per share · (distribution then / distribution now)
library ConversionMath {
    /// @dev Original units of stock in one share before any split.
    uint256 internal constant UNITS_PER_SHARE = 1e27;

    /// @dev What goes with `principal` of a debt. Before maturity interest follows its principal:
    /// floor(principal · rate · fraction), and pro rata of what is carried; the unit that two floors may lose stays with the
    /// rest. From maturity on, pro rata of interest. Overdue interest is always pro rata. All of the principal takes all.
    ///
    /// 100,000 of 203,323.70 on 2005-09-02: 100_000_000_000 · 7_750_000 · 611 / (1e8 · 365) = 12_973_287_671.2… → 12,973.287671.
    function takenDown(
        Terms memory terms,
        Debt memory debt,
        int112 carried,
        uint24 day,
        uint256 principal,
        uint256 charges
    ) internal pure returns (Taken memory taken) {
        taken.principal = principal;
        taken.charges = charges;
        if (principal == debt.principal) {
            taken.interest = debt.interest;
            taken.overdueInterest = debt.overdueInterest;
            return taken;
        }
        taken.overdueInterest = (debt.overdueInterest * principal) / debt.principal;
        if (day >= terms.maturity) {
            taken.interest = (debt.interest * principal) / debt.principal;
        } else {
            uint256 leftover = carried > 0 ? uint112(carried) : 0;
            uint256 own =
                Accrual.interestDown(terms, principal, debt.fraction) + (leftover * principal) / debt.principal;
            taken.interest = Math.min(own, debt.interest);
        }
    }

    /// @dev What is taken, spent on whole shares.
    function buy(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors,
        Taken memory taken
    ) internal pure returns (Purchase memory purchase) {
        purchase.amount = taken.principal + taken.interest + taken.overdueInterest + taken.charges;
        purchase.shares = sharesDown(terms, making, factors, purchase.amount);
        purchase.costOfOne = costUp(terms, making, factors, 1);
        purchase.leftover = purchase.amount - costUp(terms, making, factors, purchase.shares);
    }

    /// @dev floor(amount / price).
    ///
    /// 112,973.287671 at .05: 112_973_287_671 / 50_000 = 2_259_465.75… → 2,259,465 shares.
    function sharesDown(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors,
        uint256 amount
    ) internal pure returns (uint256) {
        (uint256 numerator, uint256 denominator) = priceOf(terms, making, factors);
        return Math.mulDiv(amount, denominator, numerator);
    }

    /// @dev ceil(shares · price), in currency units. 2,259,465 shares at .05: 112,973.25.
    function costUp(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors,
        uint256 shares
    ) internal pure returns (uint256) {
        (uint256 numerator, uint256 denominator) = priceOf(terms, making, factors);
        return Math.mulDiv(shares, numerator, denominator, Math.Rounding.Ceil);
    }

    /// @dev Price of one share as shares stood when the note was made, in currency units, not reduced.
    function priceOf(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors
    ) internal pure returns (uint256 numerator, uint256 denominator) {
        // 96 bits of a price at most, 64 of each factor: 224
        unchecked {
            numerator = uint256(terms.priceNumerator) * making.distributionNumerator * factors.distributionDenominator;
            denominator =
                uint256(terms.priceDenominator) *
                making.distributionDenominator *
                factors.distributionNumerator;
        }
    }

    /// @dev Price of one share of today, in lowest terms: price per share / (split factor · distribution factor since). After a 3:2 split, .05
    /// at six decimals is 50,000 / 1.5 = 100,000/3 units.
    function priceToday(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors
    ) internal pure returns (uint256 numerator, uint256 denominator) {
        (uint256 atMaking, uint256 over) = priceOf(terms, making, factors);
        uint256 splitNow = uint256(factors.splitNumerator) * making.splitDenominator;
        uint256 splitThen = uint256(factors.splitDenominator) * making.splitNumerator;
        (atMaking, over) = _reduced(atMaking, over);
        (splitNow, splitThen) = _reduced(splitNow, splitThen);
        (atMaking, splitNow) = _reduced(atMaking, splitNow);
        (splitThen, over) = _reduced(splitThen, over);
        return (atMaking * splitThen, over * splitNow);
    }

    /// @dev ceil of shares as they stood when the note was made, in original units of the stock.
    function unitsUp(MakingFacts memory making, uint256 shares) internal pure returns (uint256) {
        // 90 bits of units, 64 of a factor: 154 at most
        unchecked {
            return
                Math.mulDiv(
                    shares,
                    UNITS_PER_SHARE * making.splitDenominator,
                    making.splitNumerator,
                    Math.Rounding.Ceil
                );
        }
    }

    /// @dev Tokens of today, 18 decimals, that original units come to: floor(units · split factor / 1e9).
    function tokensDown(Factors memory factors, uint256 units) internal pure returns (uint256) {
        return Math.mulDiv(units, factors.splitNumerator, uint256(factors.splitDenominator) * 1e9);
    }

    /// @dev Principal and interest at maturity of what is still owed: what a reservation covers.
    function covered(Terms memory terms, Balances memory balances) internal pure returns (uint256) {
        uint256 accrued = Accrual.interestDown(terms, balances.principal, Accrual.fractionAtMaturity(terms));
        return uint256(int256(uint256(balances.principal) + accrued) + balances.carried);
    }

    /// @dev ceil(amount / price per share), in original units before any split and any distribution.
    function claimUp(Terms memory terms, MakingFacts memory making, uint256 amount) internal pure returns (uint256) {
        // 90 bits of units, 32 of a price, 64 of each factor: 250 at most
        unchecked {
            return
                Math.mulDiv(
                    amount,
                    UNITS_PER_SHARE * terms.priceDenominator * making.splitDenominator * making.distributionDenominator,
                    uint256(terms.priceNumerator) * making.splitNumerator * making.distributionNumerator,
                    Math.Rounding.Ceil
                );
        }
    }

    /// @dev The part of a claim beyond whole shares at today's distribution factor: it can never be converted.
    function fractionOfClaim(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors,
        uint256 amount,
        uint256 claim
    ) internal pure returns (uint256) {
        uint256 whole = sharesDown(terms, making, factors, amount);
        uint256 wholeClaim;
        // 90 bits of units, 64 of each factor: 218 at most
        unchecked {
            wholeClaim = Math.mulDiv(
                whole,
                UNITS_PER_SHARE * making.splitDenominator * factors.distributionDenominator,
                uint256(making.splitNumerator) * factors.distributionNumerator
            );
        }
        return claim - wholeClaim;
    }

    function _reduced(uint256 a, uint256 b) private pure returns (uint256, uint256) {
        (uint256 x, uint256 y) = (a, b);
        while (y != 0) (x, y) = (y, x % y);
        return (a / x, b / x);
    }
}
