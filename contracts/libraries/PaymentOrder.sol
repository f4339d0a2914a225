// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Debt} from "./Accrual.sol";
import {Taken} from "./ConversionMath.sol";

/// @title PaymentOrder
/// @notice What a payment is applied to, in order. Clauses: Payment, Prepayment.
library PaymentOrder {
    /// @dev From maturity on: charges, overdue interest, interest, principal.
    function fromMaturity(Debt memory debt, uint256 amount) internal pure returns (Taken memory taken) {
        taken.charges = Math.min(amount, debt.charges);
        amount -= taken.charges;
        taken.overdueInterest = Math.min(amount, debt.overdueInterest);
        amount -= taken.overdueInterest;
        taken.interest = Math.min(amount, debt.interest);
        taken.principal = amount - taken.interest;
    }

    /// @dev Before maturity: charges, then principal and interest pro rata,
    /// principal = floor(amount · P / (P + I)), the rest interest.
    ///
    /// 114,850.734252 (half) of 203,323.70 and 26,377.768504: floor(114_850_734_252 · 203_323_700_000 / 229_701_468_504)
    /// = 101_661_850_000, that is 101,661.85 of principal and 13,188.884252 of interest.
    function beforeMaturity(Debt memory debt, uint256 amount) internal pure returns (Taken memory taken) {
        taken.charges = Math.min(amount, debt.charges);
        amount -= taken.charges;
        if (amount != 0) {
            taken.principal = (amount * debt.principal) / (debt.principal + debt.interest);
            taken.interest = amount - taken.principal;
        }
    }
}
