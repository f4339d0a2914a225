// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FactKind, Fact, Terms} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";
import {Chance, Draw} from "./support/Chance.sol";
import {CHEATS} from "./support/Cheats.sol";
import {TermsBook} from "./support/TermsBook.sol";

/// @notice Two notes of the same terms, the same words said about both on the same days, in another order about the second.
contract FactOrder is Campaign(24) {
    using Draw for Chance;

    uint256 private constant DAYS = 4;

    /// @dev A report, or if `cures`, a cure of it.
    struct Word {
        bytes32 name;
        FactKind kind;
        uint24 occurred;
        bool byAttestor;
        bool cures;
    }

    function testFuzz_24_theOrderOfReportsOnADayDecidesNothing(uint256 seed) external {
        Chance memory chance = Chance(seed);
        (uint256 one, uint256 other) = (_make(), _make());
        uint256 names;
        uint256 moment = 1_072_890_000;
        for (uint256 i; i < DAYS; ++i) {
            Word[] memory words = _words(chance, one, names, i);
            names += words.length;
            _sayAll(one, words);
            _shuffle(chance, words);
            _sayAll(other, words);
            _requireSame(one, other);
            moment += 1 days * (1 + chance.below(60));
            CHEATS.warp(moment);
            _requireSame(one, other);
        }
        for (uint256 i; i < 4; ++i) {
            moment += 30 days;
            CHEATS.warp(moment);
            _requireSame(one, other);
        }
    }

    function _make() private returns (uint256) {
        Terms memory terms = TermsBook.written(world, 0);
        (terms.dated, terms.stock) = (12_300, address(0));
        address lender = world.lender();
        CHEATS.prank(terms.borrower);
        return notes.make(terms, lender);
    }

    /// @dev New facts, and cures of those of earlier days: what is said on one day is of different facts, or of one fact twice.
    function _words(
        Chance memory chance,
        uint256 id,
        uint256 names,
        uint256 day
    ) private view returns (Word[] memory words) {
        uint24 today = notes.dayOf(id);
        words = new Word[](2 + chance.below(4));
        for (uint256 i; i < words.length; ++i) {
            Word memory word = words[i];
            word.cures = day != 0 && chance.percent(50);
            word.byAttestor = chance.percent(50);
            word.kind = FactKind(chance.below(6));
            word.name = bytes32(bytes2(uint16(0x6100 + (word.cures ? chance.below(names) : names + i))));
            uint24 from = word.cures ? notes.factOf(id, word.name).occurred : 12_300;
            word.occurred = uint24(today - chance.amount(today - (from == 0 ? 12_300 : from)));
        }
    }

    function _sayAll(uint256 id, Word[] memory words) private {
        for (uint256 i; i < words.length; ++i) {
            Word memory word = words[i];
            if (word.cures) {
                CHEATS.prank(word.byAttestor ? world.attestor() : world.lender());
                try notes.cure(id, word.name, word.occurred, "") {} catch {}
            } else {
                CHEATS.prank(word.byAttestor ? world.attestor() : world.maker());
                notes.report(id, word.name, word.kind, word.occurred, "");
            }
        }
    }

    function _shuffle(Chance memory chance, Word[] memory words) private pure {
        for (uint256 i = words.length; i > 1; --i) {
            uint256 j = chance.below(i);
            (words[i - 1], words[j]) = (words[j], words[i - 1]);
        }
    }

    function _requireSame(uint256 one, uint256 other) private view {
        require(notes.statusOf(one) == notes.statusOf(other), "24: another status");
        require(lens.dueOn(one) == lens.dueOn(other), "24: due on another day");
        require(lens.standingDefaults(one).length == lens.standingDefaults(other).length, "24: other defaults stand");
        require(!notes.isPayable(one) && !notes.isPayable(other), "24: facts alone made it payable");
    }
}
