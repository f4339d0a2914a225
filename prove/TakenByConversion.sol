// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Debt} from "../contracts/libraries/Accrual.sol";
import {ConversionMath, Taken} from "../contracts/libraries/ConversionMath.sol";
import {DayCountConvention, Terms} from "../contracts/types/NoteTypes.sol";

/// @title What a conversion takes
/// @notice Of every principal of 96 bits, interest and overdue interest of 112, every part of the principal, every day of 24 bits, every
/// rate below 100%, and whatever is carried.
contract TakenByConversion {
    /// @notice A conversion never takes more of a part of the debt than is owed of it.
    function check_neverMoreThanIsOwed(
        uint96 principal,
        uint96 part,
        uint112 interest,
        uint112 overdueInterest,
        int112 carried,
        uint24 day,
        uint24 maturity,
        uint32 rate,
        uint32 fraction
    ) external pure {
        if (part > principal || rate >= 1e8) return;
        (Terms memory terms, Debt memory debt) = _owed(principal, interest, overdueInterest, maturity, rate, fraction);
        Taken memory taken = ConversionMath.takenDown(terms, debt, carried, day, part, 0);
        assert(taken.principal == part && taken.charges == 0);
        assert(taken.interest <= interest);
        assert(taken.overdueInterest <= overdueInterest);
    }

    /// @notice From maturity on, interest and overdue interest are taken pro rata, rounded down: taken · P <= I · p < (taken + 1) · P.
    function check_fromMaturityProRata(
        uint96 principal,
        uint96 part,
        uint112 interest,
        uint112 overdueInterest,
        int112 carried,
        uint24 day,
        uint24 maturity
    ) external pure {
        if (part > principal || principal == 0 || day < maturity) return;
        (Terms memory terms, Debt memory debt) = _owed(principal, interest, overdueInterest, maturity, 0, 0);
        Taken memory taken = ConversionMath.takenDown(terms, debt, carried, day, part, 0);
        assert(taken.interest * principal <= uint256(interest) * part);
        assert(uint256(interest) * part < (taken.interest + 1) * principal);
        assert(taken.overdueInterest * principal <= uint256(overdueInterest) * part);
        assert(uint256(overdueInterest) * part < (taken.overdueInterest + 1) * principal);
    }

    /// @notice All of the principal takes all of the interest.
    function check_allTakesAll(
        uint96 principal,
        uint112 interest,
        uint112 overdueInterest,
        int112 carried,
        uint24 day,
        uint24 maturity
    ) external pure {
        (Terms memory terms, Debt memory debt) = _owed(principal, interest, overdueInterest, maturity, 0, 0);
        Taken memory taken = ConversionMath.takenDown(terms, debt, carried, day, principal, 0);
        assert(taken.principal == principal && taken.interest == interest && taken.overdueInterest == overdueInterest);
    }

    function _owed(
        uint256 principal,
        uint256 interest,
        uint256 overdueInterest,
        uint24 maturity,
        uint32 rate,
        uint256 fraction
    ) private pure returns (Terms memory terms, Debt memory debt) {
        terms.dayCount = DayCountConvention.ACT_365F;
        (terms.maturity, terms.rate) = (maturity, rate);
        (debt.principal, debt.interest, debt.overdueInterest) = (principal, interest, overdueInterest);
        debt.fraction = fraction;
    }
}
