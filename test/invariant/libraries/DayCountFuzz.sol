// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCount} from "../../../contracts/libraries/DayCount.sol";
import {DayCountConvention} from "../../../contracts/types/NoteTypes.sol";

contract DayCountFuzz {
    /// @dev Years 1970 to 2189.
    uint24 private constant LAST = 80_000;

    function testFuzz_L1_aLongerPeriodIsNoSmallerFraction(
        uint8 kind,
        uint24 start,
        uint24 end,
        uint24 maturity
    ) external pure {
        DayCountConvention convention = DayCountConvention(kind % 7);
        (start, end, maturity) = (start % LAST, end % LAST, maturity % LAST);
        uint256 shorter = DayCount.yearFraction(convention, start, end, maturity);
        uint256 longer = DayCount.yearFraction(convention, start, end + 1, maturity);
        require(longer >= shorter, "L1: a day later, a smaller fraction");
        require(end > start || shorter == 0, "L1: a period that has not begun");
    }

    /// @dev The last of February meets what the fuzzer seldom finds.
    function testFuzz_L1_aroundTheLastOfFebruary(uint8 kind, uint8 year, uint8 before, bool atMaturity) external pure {
        DayCountConvention convention = DayCountConvention(kind % 7);
        uint24 march = uint24(uint256(365) * (year % 130) + (uint256(year % 130) + 1) / 4 + 59);
        uint24 maturity = atMaturity ? march - 1 : march + 200;
        for (uint24 end = march - 3; end < march + 3; ++end) {
            uint256 shorter = DayCount.yearFraction(convention, march - (before % 60), end, maturity);
            uint256 longer = DayCount.yearFraction(convention, march - (before % 60), end + 1, maturity);
            require(longer >= shorter, "L1: a day later, a smaller fraction");
        }
    }

    function testFuzz_L2_partsOfAPeriodMakeTheWhole(uint8 kind, uint24 a, uint24 b, uint24 c) external pure {
        DayCountConvention convention = DayCountConvention(kind % 7);
        if (convention == DayCountConvention.THIRTY_360_BB) return;
        (a, b, c) = _sorted(a % LAST, b % LAST, c % LAST);
        uint24 never = type(uint24).max;
        uint256 parts = DayCount.yearFraction(convention, a, b, never) + DayCount.yearFraction(convention, b, c, never);
        require(parts == DayCount.yearFraction(convention, a, c, never), "L2: the parts are not the whole");
    }

    function _sorted(uint24 a, uint24 b, uint24 c) private pure returns (uint24, uint24, uint24) {
        if (a > b) (a, b) = (b, a);
        if (b > c) (b, c) = (c, b);
        if (a > b) (a, b) = (b, a);
        return (a, b, c);
    }
}
