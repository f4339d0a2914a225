// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual} from "../contracts/libraries/Accrual.sol";
import {DayCountConvention, Terms} from "../contracts/types/NoteTypes.sol";

/// @title Interest
/// @notice Of every principal of 96 bits, every rate below 100%, every convention, and every year fraction that two days of 24
/// bits can give (see `YearFractionBounds`).
contract InterestFloor {
    uint256 private constant LONGEST = 366 * uint256(type(uint24).max);

    /// @notice Interest is the exact product rounded down: scale · interest <= principal · rate · fraction < scale · (interest + 1).
    /// Nothing overflows on the way.
    function check_interestIsTheFloor(
        DayCountConvention convention,
        uint96 principal,
        uint32 rate,
        uint40 fraction
    ) external pure {
        if (rate >= 1e8 || fraction > LONGEST) return;
        Terms memory terms = _terms(convention, rate);
        uint256 interest = Accrual.interestDown(terms, principal, fraction);
        uint256 exact = uint256(principal) * rate * fraction;
        uint256 scale = 1e8 * _denominator(convention);
        assert(scale * interest <= exact);
        assert(exact < scale * (interest + 1));
    }

    /// @notice Interest of up to 32,768 years fits the signed 112 bits in which what differs from it is carried. (Of the longest period
    /// that days of 24 bits allow, 45,965 years, at nearly 100%, it does not: then an act is refused.)
    function check_interestFitsWhatItIsCarriedIn(
        DayCountConvention convention,
        uint96 principal,
        uint32 rate,
        uint40 fraction
    ) external pure {
        if (rate >= 1e8 || fraction > 32_768 * _denominator(convention)) return;
        assert(Accrual.interestDown(_terms(convention, rate), principal, fraction) <= uint112(type(int112).max));
    }

    /// @notice A longer fraction of a year is never less interest.
    function check_longerIsNeverLess(
        DayCountConvention convention,
        uint96 principal,
        uint32 rate,
        uint40 shorter,
        uint40 longer
    ) external pure {
        if (rate >= 1e8 || shorter > longer || longer > LONGEST) return;
        Terms memory terms = _terms(convention, rate);
        assert(Accrual.interestDown(terms, principal, shorter) <= Accrual.interestDown(terms, principal, longer));
    }

    /// @notice A larger principal is never less interest; and two parts of a principal bear as much as the whole, or one unit less.
    function check_partsBearWhatTheWholeBears(
        DayCountConvention convention,
        uint96 part,
        uint96 rest,
        uint32 rate,
        uint40 fraction
    ) external pure {
        if (rate >= 1e8 || fraction > LONGEST || uint256(part) + rest > type(uint96).max) return;
        Terms memory terms = _terms(convention, rate);
        uint256 whole = Accrual.interestDown(terms, uint256(part) + rest, fraction);
        uint256 parts = Accrual.interestDown(terms, part, fraction) + Accrual.interestDown(terms, rest, fraction);
        assert(parts <= whole && whole <= parts + 1);
    }

    function _terms(DayCountConvention convention, uint32 rate) private pure returns (Terms memory terms) {
        terms.dayCount = convention;
        terms.rate = rate;
    }

    /// @dev Written anew, not taken from what is proved.
    function _denominator(DayCountConvention convention) private pure returns (uint256) {
        if (convention == DayCountConvention.ACT_ACT_ISDA) return 365 * 366;
        if (convention == DayCountConvention.ACT_365F || convention == DayCountConvention.NL_365) return 365;
        return 360;
    }
}
