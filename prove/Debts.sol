// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual, Balances, Debt} from "../contracts/libraries/Accrual.sol";
import {DayCountConvention, OverdueBase, Terms} from "../contracts/types/NoteTypes.sol";

/// @notice What the figures of a debt follow from, drawn by the prover.
/// @param onSumDue Whether overdue interest runs on principal and interest.
struct Drawn {
    uint96 principal;
    int112 carried;
    uint96 charges;
    int248 overdueCarried;
    uint32 rate;
    uint32 overdueRate;
    bool onSumDue;
    uint24 dated;
    uint24 maturity;
    uint24 lastDayToPay;
    uint24 day;
}

/// @title Debts
/// @notice Of every note that can be made under ACT/365F (principal of 96 bits, rates below 100%, maturity after the day it is dated, the
/// last day to pay not before maturity), and every day of 24 bits.
contract Debts {
    /// @notice What is owed can always be told: no overflow and no refusal, whatever is carried in 112 bits, and in 248 of overdue interest.
    function check_whatIsOwedCanAlwaysBeTold(Drawn calldata drawn) external view {
        if (!_sound(drawn)) return;
        try this.debtOn(drawn) returns (Debt memory debt) {
            assert(debt.principal == drawn.principal && debt.charges == drawn.charges);
        } catch {
            assert(false);
        }
    }

    /// @notice Overdue interest is nothing through the last day to pay; after it, the exact sum rounded down:
    /// scale · overdue <= base · overdue rate · days + carried < scale · (overdue + 1).
    function check_overdueInterestIsTheFloor(Drawn calldata drawn) external pure {
        if (!_sound(drawn) || drawn.overdueCarried < 0) return;
        Debt memory debt = _debtOn(drawn);
        if (drawn.day <= drawn.lastDayToPay || drawn.overdueRate == 0) {
            assert(debt.overdueInterest == 0);
            return;
        }
        uint256 base = drawn.onSumDue ? debt.principal + debt.interest : debt.principal;
        uint256 exact = base * drawn.overdueRate * (drawn.day - drawn.maturity) + uint248(drawn.overdueCarried);
        uint256 scale = 1e8 * 365;
        assert(scale * debt.overdueInterest <= exact);
        assert(exact < scale * (debt.overdueInterest + 1));
    }

    /// @notice With nothing carried, neither interest nor overdue interest falls from a day to the next.
    function check_whatIsOwedNeverFallsByTime(Drawn memory drawn) external pure {
        if (!_sound(drawn) || drawn.day == type(uint24).max) return;
        (drawn.carried, drawn.overdueCarried) = (0, 0);
        Debt memory today = _debtOn(drawn);
        drawn.day += 1;
        Debt memory tomorrow = _debtOn(drawn);
        assert(today.interest <= tomorrow.interest);
        assert(today.overdueInterest <= tomorrow.overdueInterest);
    }

    /// @dev Only so that a refusal can be seen.
    function debtOn(Drawn memory drawn) external pure returns (Debt memory) {
        return _debtOn(drawn);
    }

    function _debtOn(Drawn memory drawn) private pure returns (Debt memory) {
        Balances memory balances = Balances(
            drawn.principal,
            drawn.carried,
            drawn.charges,
            int256(drawn.overdueCarried)
        );
        return Accrual.debtOn(_terms(drawn), drawn.lastDayToPay, balances, drawn.day);
    }

    function _terms(Drawn memory drawn) private pure returns (Terms memory terms) {
        terms.dayCount = DayCountConvention.ACT_365F;
        terms.overdueBase = drawn.onSumDue ? OverdueBase.SumDue : OverdueBase.Principal;
        (terms.rate, terms.overdueRate) = (drawn.rate, drawn.overdueRate);
        (terms.dated, terms.maturity) = (drawn.dated, drawn.maturity);
    }

    function _sound(Drawn memory drawn) private pure returns (bool) {
        bool rates = drawn.rate < 1e8 && drawn.overdueRate < 1e8;
        return rates && drawn.dated < drawn.maturity && drawn.maturity <= drawn.lastDayToPay;
    }
}
