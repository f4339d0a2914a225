// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Facts} from "../../../contracts/libraries/Facts.sol";
import {Fact, FactKind, Reporter} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";

contract FactsFuzz {
    using Draw for Chance;
    using Facts for Fact[];

    function testFuzz_L9_theOrderOfFactsDecidesNothing(uint256 seed) external pure {
        Chance memory chance = Chance(seed);
        Fact[] memory facts = new Fact[](chance.between(1, 16));
        for (uint256 i; i < facts.length; ++i) {
            uint24 occurred = uint24(chance.below(100));
            uint24 begins = uint24(occurred + chance.below(30));
            uint24 cured = chance.percent(40) ? uint24(occurred + chance.below(40)) : 0;
            uint24 ordinal = uint24(i + 1);
            facts[i] = Fact(FactKind.Judgment, Reporter.Borrower, occurred, begins, cured, chance.percent(20), ordinal);
        }
        uint24 day = uint24(chance.below(140));
        uint24 through = uint24(chance.below(18));
        uint24 since = facts.standingSince(day);
        bool called = facts.called(day, through);
        for (uint256 i = facts.length; i > 1; --i) {
            uint256 j = chance.below(i);
            (facts[i - 1], facts[j]) = (facts[j], facts[i - 1]);
        }
        require(facts.standingSince(day) == since, "L9: default begins on another day");
        require(facts.called(day, through) == called, "L9: called or not");
    }
}
