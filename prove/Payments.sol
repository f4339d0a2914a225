// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Debt} from "../contracts/libraries/Accrual.sol";
import {Taken} from "../contracts/libraries/ConversionMath.sol";
import {PaymentOrder} from "../contracts/libraries/PaymentOrder.sol";

/// @title Payments
/// @notice Of every principal and charges of 96 bits, interest and overdue interest of 112, and every payment that is not more than is owed.
contract Payments {
    /// @notice From maturity on, a payment is applied whole, to no part more than is owed of it, and to a later part only when the earlier is paid in full.
    function check_fromMaturityAppliedWholeAndInOrder(
        uint96 principal,
        uint112 interest,
        uint112 overdueInterest,
        uint96 charges,
        uint128 amount
    ) external pure {
        Debt memory debt;
        (debt.principal, debt.interest, debt.overdueInterest, debt.charges) = (
            principal,
            interest,
            overdueInterest,
            charges
        );
        if (amount > debt.principal + debt.interest + debt.overdueInterest + debt.charges) return;
        Taken memory taken = PaymentOrder.fromMaturity(debt, amount);
        assert(taken.principal + taken.interest + taken.overdueInterest + taken.charges == amount);
        assert(taken.principal <= principal);
        assert(taken.interest <= interest);
        assert(taken.overdueInterest <= overdueInterest);
        assert(taken.charges <= charges);
        assert(taken.overdueInterest == 0 || taken.charges == charges);
        assert(taken.interest == 0 || taken.overdueInterest == overdueInterest);
        assert(taken.principal == 0 || taken.interest == interest);
    }

    /// @notice Before maturity, a payment is applied whole, to charges first, and of the rest principal is the floor of its part:
    /// taken · (P + I) <= rest · P < (taken + 1) · (P + I).
    function check_beforeMaturityAppliedWholeAndProRata(
        uint96 principal,
        uint112 interest,
        uint96 charges,
        uint128 amount
    ) external pure {
        Debt memory debt;
        (debt.principal, debt.interest, debt.charges) = (principal, interest, charges);
        uint256 both = debt.principal + debt.interest;
        if (amount > both + debt.charges) return;
        Taken memory taken = PaymentOrder.beforeMaturity(debt, amount);
        assert(taken.principal + taken.interest + taken.charges == amount);
        assert(taken.overdueInterest == 0);
        assert(taken.charges == (amount < charges ? amount : charges));
        uint256 rest = amount - taken.charges;
        if (rest == 0) return;
        assert(taken.principal * both <= rest * principal);
        assert(rest * principal < (taken.principal + 1) * both);
        assert(taken.interest <= interest);
    }
}
