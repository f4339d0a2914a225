// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Record, Terms} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariants 14, 25 and 26.
abstract contract Token is Campaign {
    function _14_noPartyHoldsAndNoHolderOwes() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            Record memory record = notes.recordOf(id);
            (Terms memory terms, ) = notes.termsOf(id);
            require(record.holder != terms.borrower && record.holder != record.obligor, "14: who owes holds");
            require(terms.attestor == address(0) || record.holder != terms.attestor, "14: the attestor holds");
            require(store.movedTo(id, record.holder) == address(0), "14: an address it was recovered from holds");
            require(
                record.obligor != address(0) && record.obligor != terms.attestor,
                "14: nobody, or the attestor, owes"
            );
        }
    }

    function _25_theTokenHasAnOwnerExactlyWhileTheNoteIsLive() internal view {
        address[] memory everyone = world.everyone();
        uint256 live;
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            (bool owned, bytes memory owner) = address(token).staticcall(abi.encodeCall(token.ownerOf, (id)));
            require(owned == _isLive(id), "25: owned and ended, or live and nobody's");
            address holder = notes.recordOf(id).holder;
            require(owned ? abi.decode(owner, (address)) == holder : holder == address(0), "25: another holder");
            if (owned) ++live;
        }
        uint256 held;
        for (uint256 i; i < everyone.length; ++i) held += token.balanceOf(everyone[i]);
        require(held == live, "25: tokens held are not the notes alive");
    }

    function _26_anEndedNoteNeverChanges() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            bytes32 ended = store.endedAs(id);
            require(_isLive(id) == (ended == bytes32(0)), "26: it came to life, or ended unseen");
            if (ended == bytes32(0)) continue;
            bytes32 shown = keccak256(abi.encode(notes.recordOf(id), notes.statementOf(id), notes.statusOf(id)));
            require(shown == ended, "26: an ended note changed");
        }
    }
}

contract Invariant14 is Token {
    constructor() Campaign(14) {}

    function invariant_14_noPartyHoldsAndNoHolderOwes() external view {
        _14_noPartyHoldsAndNoHolderOwes();
        _noBreach();
    }
}

contract Invariant25 is Token {
    constructor() Campaign(25) {}

    function invariant_25_theTokenHasAnOwnerExactlyWhileTheNoteIsLive() external view {
        _25_theTokenHasAnOwnerExactlyWhileTheNoteIsLive();
        _noBreach();
    }
}

contract Invariant26 is Token {
    constructor() Campaign(26) {}

    function invariant_26_anEndedNoteNeverChanges() external view {
        _26_anEndedNoteNeverChanges();
        _noBreach();
    }
}
