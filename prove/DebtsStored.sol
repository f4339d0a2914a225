// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual, Balances, Debt} from "../contracts/libraries/Accrual.sol";
import {DayCountConvention, OverdueBase, Terms} from "../contracts/types/NoteTypes.sol";

/// @title Debts stored
/// @notice Of every principal of 96 bits and interest of 110, rates below 100%, and year fractions below 2^17 days over 365 (three and a
/// half centuries): what an act leaves of a debt is what is then owed.
contract DebtsStored {
    /// @notice What is stored after an act gives back, on the same day, what the act has left: before maturity or after it.
    function check_whatIsStoredGivesTheDebtBack(
        uint96 principal,
        uint96 charges,
        uint112 interest,
        uint32 rate,
        uint24 dated,
        uint24 maturity,
        uint24 day
    ) external pure {
        if (rate >= 1e8 || dated >= maturity || maturity >= 2 ** 17 || interest >= 2 ** 110) return;
        Terms memory terms;
        terms.dayCount = DayCountConvention.ACT_365F;
        (terms.rate, terms.dated, terms.maturity) = (rate, dated, maturity);
        Debt memory left;
        (left.principal, left.charges, left.interest) = (principal, charges, interest);
        uint24 until = day < maturity ? day : maturity;
        left.fraction = until > dated ? until - dated : 0;
        Debt memory back = Accrual.debtOn(terms, maturity, Accrual.balancesOf(terms, left, 0), day);
        assert(back.principal == principal && back.charges == charges);
        assert(back.interest == interest);
        assert(back.overdueInterest == 0);
    }

    /// @notice The same of overdue interest, of which the act has taken some: what is left is what was there, less that.
    function check_overdueInterestTakenIsGone(
        uint96 principal,
        uint112 interest,
        uint32 overdueRate,
        bool onSumDue,
        uint16 overdueDays,
        uint160 exact,
        uint112 taken
    ) external pure {
        if (overdueRate >= 1e8 || overdueRate == 0 || overdueDays == 0 || interest >= 2 ** 110) return;
        uint256 scale = 1e8 * 365;
        if (uint256(taken) * scale > exact) return;
        Terms memory terms;
        terms.dayCount = DayCountConvention.ACT_365F;
        terms.overdueBase = onSumDue ? OverdueBase.SumDue : OverdueBase.Principal;
        (terms.overdueRate, terms.dated, terms.maturity) = (overdueRate, 1, 2);
        Debt memory left;
        (left.principal, left.interest, left.fraction) = (principal, interest, 1);
        (left.overdueFraction, left.overdueExact) = (overdueDays, exact);
        Balances memory balances = Accrual.balancesOf(terms, left, taken);
        Debt memory back = Accrual.debtOn(terms, 2, balances, 2 + uint24(overdueDays));
        assert(back.interest == interest);
        assert(back.overdueExact == uint256(exact) - uint256(taken) * scale);
        assert(back.overdueInterest == uint256(exact) / scale - taken);
    }
}
