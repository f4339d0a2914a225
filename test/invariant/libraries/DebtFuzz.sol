// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Accrual, Balances, Debt} from "../../../contracts/libraries/Accrual.sol";
import {ConversionMath, Purchase, Taken} from "../../../contracts/libraries/ConversionMath.sol";
import {DayCount} from "../../../contracts/libraries/DayCount.sol";
import {PaymentOrder} from "../../../contracts/libraries/PaymentOrder.sol";
import {Factors} from "../../../contracts/types/Factors.sol";
import {DayCountConvention, MakingFacts, OverdueBase, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";

/// @notice Debts of every size under terms of every kind, and what acts take of them.
contract DebtFuzz {
    using Draw for Chance;

    function testFuzz_L3_whatIsStoredGivesTheDebtBack(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        (Terms memory terms, uint24 last, uint24 day, Debt memory debt) = _drawn(chance);
        Balances memory balances = Accrual.balancesOf(terms, debt, 0);
        _requireSame(Accrual.debtOn(terms, last, balances, day), debt, 0);
    }

    function testFuzz_L3_afterAPaymentTheDebtIsWhatWasLeft(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        (Terms memory terms, uint24 last, uint24 day, Debt memory debt) = _drawn(chance);
        Taken memory taken = _paid(chance, terms, day, debt);
        uint256 totalBefore = Accrual.total(debt);
        (debt.principal, debt.interest) = (debt.principal - taken.principal, debt.interest - taken.interest);
        (debt.overdueInterest, debt.charges) = (
            debt.overdueInterest - taken.overdueInterest,
            debt.charges - taken.charges
        );

        Balances memory balances = Accrual.balancesOf(terms, debt, taken.overdueInterest);
        Debt memory after_ = Accrual.debtOn(terms, last, balances, day);
        _requireSame(after_, debt, taken.overdueInterest * Accrual.scale(terms));
        require(Accrual.total(after_) + _sum(taken) == totalBefore, "L3: the total fell by another amount");
    }

    function testFuzz_L4_aPaymentIsAppliedWholeAndInOrder(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        (, , , Debt memory debt) = _drawn(chance);
        uint256 owed = Accrual.total(debt);
        uint256 amount = chance.percent(10) ? owed : chance.amount(owed);
        Taken memory late = PaymentOrder.fromMaturity(debt, amount);
        require(_sum(late) == amount, "L4: applied more or less than was paid");
        _requireWithin(debt, late);
        require(late.overdueInterest == 0 || late.charges == debt.charges, "L4: charges come first");
        require(late.interest == 0 || late.overdueInterest == debt.overdueInterest, "L4: then overdue interest");
        require(late.principal == 0 || late.interest == debt.interest, "L4: principal comes last");

        debt.overdueInterest = 0;
        amount = chance.amount(Accrual.total(debt));
        Taken memory early = PaymentOrder.beforeMaturity(debt, amount);
        require(_sum(early) == amount, "L4: prepaid more or less than was paid");
        _requireWithin(debt, early);
        require(early.principal + early.interest == 0 || early.charges == debt.charges, "L4: charges come first");
    }

    function testFuzz_L5_sharesNeverCostMoreThanWasConverted(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        (Terms memory terms, , uint24 day, Debt memory debt) = _drawn(chance);
        (MakingFacts memory making, Factors memory factors) = _factors(chance);
        Taken memory taken = _converted(chance, terms, day, debt, 0);
        _requireWithin(debt, taken);
        Purchase memory purchase = ConversionMath.buy(terms, making, factors, taken);

        (uint256 numerator, uint256 denominator) = ConversionMath.priceOf(terms, making, factors);
        uint256 cost = Math.mulDiv(purchase.shares, numerator, denominator, Math.Rounding.Ceil);
        require(purchase.amount == _sum(taken) && cost <= purchase.amount, "L5: shares above the amount");
        require(purchase.leftover == purchase.amount - cost, "L5: another leftover");
        require(Math.mulDiv(purchase.leftover, denominator, numerator) == 0, "L5: the leftover buys a share");
    }

    /// @dev So reserved shares are enough. Before maturity two floors of the rest's interest, today's and that at maturity, may differ from
    /// those of the whole by a unit.
    function testFuzz_L6_aConversionComesOutOfItsClaim(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        (Terms memory terms, , uint24 day, Debt memory debt) = _drawn(chance);
        (debt.overdueInterest, debt.overdueExact, debt.overdueFraction, debt.charges) = (0, 0, 0, 0);
        (MakingFacts memory making, Factors memory factors) = _factors(chance);
        Balances memory before = Accrual.balancesOf(terms, debt, 0);
        Taken memory taken = _converted(chance, terms, day, debt, before.carried);
        Purchase memory purchase = ConversionMath.buy(terms, making, factors, taken);
        (debt.principal, debt.interest) = (
            debt.principal - taken.principal,
            debt.interest - taken.interest + purchase.leftover
        );
        uint256 covered = ConversionMath.covered(terms, before);
        uint256 left = ConversionMath.covered(terms, Accrual.balancesOf(terms, debt, 0));
        (uint256 numerator, uint256 denominator) = ConversionMath.priceOf(terms, making, factors);
        uint256 cost = Math.mulDiv(purchase.shares, numerator, denominator, Math.Rounding.Ceil);
        uint256 slack = day < terms.maturity && taken.principal != before.principal ? 1 : 0;
        require(left + cost <= covered + slack, "L6: the reservation does not hold what it must");
        require(cost == 0 || left <= covered, "L6: a conversion made the reservation grow");
    }

    function _drawn(
        Chance memory chance
    ) private pure returns (Terms memory terms, uint24 last, uint24 day, Debt memory debt) {
        terms.principal = uint96(1 + chance.amount(type(uint96).max - 1));
        terms.rate = uint32(chance.amount(99_999_999));
        terms.overdueRate = uint32(chance.amount(99_999_999));
        terms.overdueBase = OverdueBase(chance.below(2));
        terms.dayCount = DayCountConvention(chance.below(7));
        terms.dated = uint24(chance.below(30_000));
        terms.maturity = uint24(terms.dated + 1 + chance.amount(20_000));
        terms.priceNumerator = uint96(1 + chance.amount(1e24));
        terms.priceDenominator = uint32(1 + chance.amount(1e6));
        last = uint24(terms.maturity + chance.below(5));
        day = uint24(terms.dated + chance.amount(chance.percent(50) ? terms.maturity - terms.dated : 30_000));
        if (chance.percent(20)) day = uint24(terms.maturity - 1 + chance.below(3));

        Balances memory balances;
        balances.principal = uint96(chance.amount(terms.principal));
        balances.charges = uint96(chance.amount(1e30));
        balances.carried = int112(uint112(chance.amount(1e20)));
        uint256 overdue = DayCount.yearFraction(terms.dayCount, terms.maturity, day, terms.maturity);
        if (day > last && overdue != 0) balances.overdueCarried = int256(chance.amount(1e40));
        debt = Accrual.debtOn(terms, last, balances, day);
        if (chance.percent(40)) debt.interest -= chance.amount(debt.interest);
        if (debt.overdueFraction != 0) {
            debt.overdueExact -= chance.amount(debt.overdueExact);
            debt.overdueInterest = debt.overdueExact / Accrual.scale(terms);
        }
    }

    function _factors(Chance memory chance) private pure returns (MakingFacts memory making, Factors memory factors) {
        making = MakingFacts(0, 1, 1, uint64(1 + chance.amount(1e6)), 1, 0);
        factors = Factors(1, 1, making.distributionNumerator, 1);
        if (chance.percent(50)) factors.distributionNumerator += uint64(chance.amount(1e6));
    }

    function _paid(
        Chance memory chance,
        Terms memory terms,
        uint24 day,
        Debt memory debt
    ) private pure returns (Taken memory) {
        uint256 amount = chance.amount(Accrual.total(debt));
        if (day < terms.maturity) return PaymentOrder.beforeMaturity(debt, amount);
        return PaymentOrder.fromMaturity(debt, amount);
    }

    function _converted(
        Chance memory chance,
        Terms memory terms,
        uint24 day,
        Debt memory debt,
        int112 carried
    ) private pure returns (Taken memory) {
        uint256 principal = chance.percent(10) ? debt.principal : chance.amount(debt.principal);
        return ConversionMath.takenDown(terms, debt, carried, day, principal, chance.amount(debt.charges));
    }

    function _sum(Taken memory taken) private pure returns (uint256) {
        return taken.principal + taken.interest + taken.overdueInterest + taken.charges;
    }

    function _requireWithin(Debt memory debt, Taken memory taken) private pure {
        require(taken.principal <= debt.principal && taken.interest <= debt.interest, "more than is owed");
        require(taken.overdueInterest <= debt.overdueInterest && taken.charges <= debt.charges, "more than is owed");
    }

    function _requireSame(Debt memory found, Debt memory debt, uint256 exactTaken) private pure {
        require(found.principal == debt.principal && found.interest == debt.interest, "L3: another debt");
        require(found.overdueInterest == debt.overdueInterest && found.charges == debt.charges, "L3: another debt");
        require(found.overdueExact + exactTaken == debt.overdueExact, "L3: something exact was lost");
    }
}
