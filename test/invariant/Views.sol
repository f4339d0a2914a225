// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MakingFacts, Terms} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariant 20.
abstract contract Views is Campaign {
    function _20_noViewRevertsForANoteThatWasMade() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            _answers(id, address(notes), abi.encodeCall(notes.termsOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.recordOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.statusOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.statementOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.isPayable, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.obligorOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.openFactsOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.factOf, (id, "anything")));
            _answers(id, address(notes), abi.encodeCall(notes.acceptanceOf, (id, address(0))));
            _answers(id, address(notes), abi.encodeCall(notes.recoveryOf, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.heldFor, (id, world.buyer())));
            _answers(id, address(notes), abi.encodeCall(notes.getAllDocuments, (id)));
            _answers(id, address(notes), abi.encodeCall(notes.transferBasis, (id, address(0))));
            _answers(id, address(notes), abi.encodeCall(notes.transferBasis, (id, world.buyer())));
            _answers(id, address(lens), abi.encodeCall(lens.dueOn, (id)));
            _answers(id, address(lens), abi.encodeCall(lens.payableThrough, (id)));
            _answers(id, address(lens), abi.encodeCall(lens.standingDefaults, (id)));
            _answers(id, address(lens), abi.encodeCall(lens.isConvertible, (id)));
            _answers(id, address(lens), abi.encodeCall(lens.pricePerShare, (id)));
            uint256 all = type(uint256).max;
            _answers(id, address(lens), abi.encodeCall(lens.previewConversion, (id, all, all)));
            _answers(id, address(lens), abi.encodeCall(lens.previewConversion, (id, 0, 0)));
            _answers(id, address(lens), abi.encodeCall(lens.previewConversion, (id, 1, 1)));
            _answersOnAnyDay(id);
        }
    }

    function _answersOnAnyDay(uint256 id) private view {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        uint24 today = notes.dayOf(id);
        uint24[9] memory ladder = [
            0,
            terms.dated,
            terms.maturity - 1,
            terms.maturity,
            making.lastDayToPay + 1,
            today - 1,
            today,
            today + 1,
            type(uint24).max
        ];
        for (uint256 i; i < ladder.length; ++i) {
            _answers(id, address(notes), abi.encodeCall(notes.statementOn, (id, ladder[i])));
        }
    }

    function _answers(uint256 id, address where, bytes memory question) private view {
        (bool ok, ) = where.staticcall(question);
        require(
            ok,
            string(abi.encodePacked("20: a view reverted for note ", bytes1(uint8(48 + id)), " ", _hex(question)))
        );
    }

    function _hex(bytes memory data) private pure returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory out = new bytes(data.length * 2);
        for (uint256 i; i < data.length; ++i) {
            (out[2 * i], out[2 * i + 1]) = (digits[uint8(data[i]) >> 4], digits[uint8(data[i]) & 15]);
        }
        return string(out);
    }
}

contract Invariant20 is Views {
    constructor() Campaign(20) {}

    function invariant_20_noViewRevertsForANoteThatWasMade() external view {
        _20_noViewRevertsForANoteThatWasMade();
        _noBreach();
    }
}
