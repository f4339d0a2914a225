// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {OverdueBase, Statement, Terms} from "../types/NoteTypes.sol";
import {DayCount} from "./DayCount.sol";

/// @notice What is stored of a debt, in currency units.
/// @param principal Principal outstanding.
/// @param carried What interest differs by from the formula on present principal.
/// @param charges Charges admitted and not yet paid or converted.
/// @param overdueCarried What overdue interest differs by from the formula on the present base, over `Accrual.scale`.
struct Balances {
    uint96 principal;
    int112 carried;
    uint96 charges;
    int256 overdueCarried;
}

/// @notice A debt on one day, as acts work on it.
/// @param fraction Year fraction from `dated` to the day or maturity, numerator.
/// @param overdueFraction Year fraction from maturity to the day, numerator; zero through the last day to pay.
/// @param overdueExact Overdue interest before its floor, over `Accrual.scale`.
struct Debt {
    uint256 principal;
    uint256 interest;
    uint256 overdueInterest;
    uint256 charges;
    uint256 fraction;
    uint256 overdueFraction;
    uint256 overdueExact;
}

/// @title Accrual
/// @notice Interest and overdue interest as pure functions of the terms, the day and what is stored. Clause: Interest.
library Accrual {
    using SafeCast for uint256;
    using SafeCast for int256;

    /// @dev A rate of 100% a year.
    uint256 internal constant UNIT_RATE = 1e8;

    /// @dev Common denominator of every product of a rate and a year fraction under the terms.
    function scale(Terms memory terms) internal pure returns (uint256) {
        // 27 bits and 18
        unchecked {
            return UNIT_RATE * DayCount.denominator(terms.dayCount);
        }
    }

    /// @dev floor(principal · rate · fraction), the fraction's numerator being over the convention's denominator.
    ///
    /// 203,323.70 at 7.75% for 611/365 of a year, six decimals:
    /// 203_323_700_000 · 7_750_000 · 611 / (1e8 · 365) = 26_377_768_504.79… → 26_377_768_504, that is 26,377.768504.
    function interestDown(Terms memory terms, uint256 principal, uint256 fraction) internal pure returns (uint256) {
        // 96 bits of principal, 32 of a rate, 33 of a fraction: 161 at most
        unchecked {
            return (principal * terms.rate * fraction) / scale(terms);
        }
    }

    /// @dev Year fraction from `dated` to maturity, numerator.
    function fractionAtMaturity(Terms memory terms) internal pure returns (uint256) {
        return DayCount.yearFraction(terms.dayCount, terms.dated, terms.maturity, terms.maturity);
    }

    /// @dev The debt on a day if nothing but time passes until then.
    ///
    /// interest = floor(principal · rate · fraction) + carried
    /// overdue  = floor(base · overdue rate · overdue fraction + carried overdue), nothing through the last day to pay
    ///
    /// 250,682.803191 due on 2007-01-01, at 9% on 2007-01-11:
    /// 250_682_803_191 · 9_000_000 · 10 / (1e8 · 365) = 618_121_980.47… → 618.121980, in all 251,300.925171.
    function debtOn(
        Terms memory terms,
        uint24 lastDayToPay,
        Balances memory balances,
        uint24 day
    ) internal pure returns (Debt memory debt) {
        uint24 accruesTo = day < terms.maturity ? day : terms.maturity;
        debt.principal = balances.principal;
        debt.charges = balances.charges;
        debt.fraction = DayCount.yearFraction(terms.dayCount, terms.dated, accruesTo, terms.maturity);
        int256 accrued = interestDown(terms, debt.principal, debt.fraction).toInt256();
        debt.interest = _orZero(accrued + balances.carried);

        if (day > lastDayToPay && terms.overdueRate != 0) {
            debt.overdueFraction = DayCount.yearFraction(terms.dayCount, terms.maturity, day, terms.maturity);
            int256 exact = (_base(terms, debt) * terms.overdueRate * debt.overdueFraction).toInt256();
            debt.overdueExact = _orZero(exact + balances.overdueCarried);
            debt.overdueInterest = debt.overdueExact / scale(terms);
        }
    }

    /// @dev What to store so that the debt stays as an act has left it. The inverse of `debtOn` on the same day.
    /// @param overdueTaken Overdue interest the act has taken off.
    function balancesOf(
        Terms memory terms,
        Debt memory debt,
        uint256 overdueTaken
    ) internal pure returns (Balances memory balances) {
        balances.principal = debt.principal.toUint96();
        balances.charges = debt.charges.toUint96();
        int256 accrued = interestDown(terms, debt.principal, debt.fraction).toInt256();
        balances.carried = (debt.interest.toInt256() - accrued).toInt112();
        if (debt.overdueFraction != 0) {
            uint256 exact = debt.overdueExact - overdueTaken * scale(terms);
            uint256 runsOn = _base(terms, debt) * terms.overdueRate * debt.overdueFraction;
            balances.overdueCarried = exact.toInt256() - runsOn.toInt256();
        }
    }

    function total(Debt memory debt) internal pure returns (uint256) {
        return debt.principal + debt.interest + debt.overdueInterest + debt.charges;
    }

    function statementOf(Debt memory debt) internal pure returns (Statement memory) {
        return
            Statement({
                principal: debt.principal,
                interest: debt.interest,
                overdueInterest: debt.overdueInterest,
                charges: debt.charges,
                total: total(debt)
            });
    }

    /// @dev Negative only for a day gone by, before the act that set what is carried: then nothing had been owed.
    function _orZero(int256 amount) private pure returns (uint256) {
        return amount > 0 ? uint256(amount) : 0;
    }

    function _base(Terms memory terms, Debt memory debt) private pure returns (uint256) {
        return terms.overdueBase == OverdueBase.SumDue ? debt.principal + debt.interest : debt.principal;
    }
}
