// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DayCountConvention, OverdueBase, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "./Chance.sol";
import {World} from "./World.sol";

/// @notice Terms to make notes of: six that differ in every clause, and any number drawn.
library TermsBook {
    using Draw for Chance;

    uint256 internal constant WRITTEN = 6;

    /// @dev The sample, then: prepayment allowed and a price of no finite decimal; a few units at nearly 100%, due on a last day of
    /// February that is a Sunday; nothing but a debt; a large one with no free transfer; one made after its maturity.
    function written(World world, uint256 number) internal view returns (Terms memory terms) {
        terms = _common(world);
        if (number == 1) {
            (terms.calendar, terms.extendDeadlines, terms.prepaymentAllowed) = (address(world.utc()), false, true);
            (terms.principal, terms.rate, terms.dayCount) = (1e12, 5_125_000, DayCountConvention.ACT_360);
            (terms.overdueRate, terms.overdueBase) = (24_000_000, OverdueBase.Principal);
            (terms.maturity, terms.convertibleAfter, terms.convertibleUntil) = (12_617, 12_417, 12_917);
            (terms.priceNumerator, terms.priceDenominator) = (100_000, 3);
        } else if (number == 2) {
            (terms.dated, terms.maturity, terms.convertibleAfter) = (12_295, 12_477, 12_430);
            (terms.principal, terms.rate, terms.overdueRate) = (997, 99_999_999, 99_999_999);
            (terms.priceNumerator, terms.priceDenominator) = (7, 2);
            terms.dayCount = DayCountConvention.THIRTY_E_360_ISDA;
        } else if (number == 3) {
            (terms.stock, terms.registry, terms.attestor) = (address(0), address(0), address(0));
            (terms.maturity, terms.overdueRate, terms.dayCount) = (12_507, 0, DayCountConvention.ACT_ACT_ISDA);
        } else if (number == 4) {
            (terms.principal, terms.rate, terms.maturity) = (1 << 90, 12_345_678, 12_783);
            (terms.priceNumerator, terms.priceDenominator) = (1e21 + 7, 3);
            (terms.dayCount, terms.affiliatesFree) = (DayCountConvention.THIRTY_360_BB, false);
            (terms.overdueBase, terms.convertibleAfter) = (OverdueBase.Principal, 12_500);
        } else if (number == 5) {
            (terms.dated, terms.maturity, terms.convertibleAfter) = (11_702, 12_401, 12_000);
            (terms.rate, terms.overdueRate, terms.dayCount) = (0, 4_000_000, DayCountConvention.NL_365);
            terms.calendar = address(world.utc());
        }
    }

    /// @dev Any, dated at most a year back and running for at most two, of at most ten million shares.
    function drawn(World world, Chance memory chance, uint24 today) internal view returns (Terms memory terms) {
        terms = _common(world);
        if (chance.percent(30)) terms.calendar = address(world.utc());
        if (chance.percent(20)) terms.registry = address(0);
        if (chance.percent(20)) terms.attestor = address(0);
        terms.principal = uint96(1 + chance.amount(1e15));
        terms.rate = uint32(chance.amount(99_999_999));
        terms.overdueRate = chance.percent(25) ? 0 : uint32(chance.amount(99_999_999));
        terms.overdueBase = OverdueBase(chance.below(2));
        terms.dayCount = DayCountConvention(chance.below(7));
        terms.prepaymentAllowed = chance.percent(30);
        terms.extendDeadlines = chance.percent(70);
        terms.affiliatesFree = chance.percent(70);
        terms.dated = uint24(today - chance.amount(365));
        terms.maturity = uint24(terms.dated + 1 + chance.amount(730));
        terms.graceDays = uint16(chance.below(30));
        terms.dismissalDays = uint16(chance.below(100));
        terms.judgmentDays = uint16(chance.below(100));
        if (chance.percent(15)) {
            terms.stock = address(0);
            return terms;
        }
        terms.convertibleAfter = uint24(terms.dated + chance.amount(200));
        if (chance.percent(30)) terms.convertibleUntil = uint24(terms.convertibleAfter + 1 + chance.amount(900));
        terms.priceDenominator = uint32(1 + chance.amount(1_000));
        uint256 least = (uint256(terms.principal) * terms.priceDenominator) / 1e7 + 1;
        terms.priceNumerator = uint96(least + chance.amount(least * 1_000));
    }

    function _common(World world) private view returns (Terms memory terms) {
        terms.borrower = world.maker();
        terms.attestor = world.attestor();
        terms.currency = address(world.dollar());
        terms.calendar = address(world.newYork());
        terms.registry = address(world.registry());
        terms.stock = address(world.stock());
        terms.principal = 203_323_700_000;
        terms.rate = 7_750_000;
        terms.overdueRate = 9_000_000;
        terms.overdueBase = OverdueBase.SumDue;
        terms.dayCount = DayCountConvention.ACT_365F;
        (terms.extendDeadlines, terms.affiliatesFree) = (true, true);
        (terms.dated, terms.maturity, terms.convertibleAfter) = (12_417, 13_514, 13_027);
        (terms.graceDays, terms.dismissalDays, terms.judgmentDays) = (10, 90, 90);
        (terms.priceNumerator, terms.priceDenominator) = (50_000, 1);
    }
}
