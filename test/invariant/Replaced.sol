// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ending, MakingFacts, Record} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";
import {Use} from "./support/Store.sol";

/// @notice Invariant 29.
abstract contract Held is Campaign {
    function _29_whatIsHeldIsWhatWasPaidAndNotWithdrawn() internal view {
        address[] memory everyone = world.everyone();
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            for (uint256 i; i < everyone.length; ++i) {
                (address box, address owner) = notes.heldFor(id, everyone[i]);
                require(world.dollar().balanceOf(box) == store.held(id, everyone[i]), "29: another amount is held");
                require(owner == store.ownerOfHeld(id, everyone[i]), "29: it is another's");
            }
        }
    }
}

/// @notice Invariants 30 and 31.
abstract contract Replacement is Campaign {
    function _30_aReplacedNoteAndItsReplacementNameEachOther() internal view {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            Record memory record = notes.recordOf(id);
            (, MakingFacts memory making) = notes.termsOf(id);
            require(
                (record.ending == Ending.Replaced) == (record.replacedBy != 0),
                "30: replaced by none, or not ended"
            );
            if (record.replacedBy != 0) {
                (, MakingFacts memory next) = notes.termsOf(record.replacedBy);
                require(record.replacedBy > id && next.replaces == id, "30: its replacement names another");
                require(notes.statementOf(id).total == 0, "30: something is owed under a replaced note");
            }
            if (making.replaces != 0) {
                require(notes.recordOf(making.replaces).replacedBy == id, "30: what it replaces names another");
            }
        }
    }

    function _31_everyNonceThatWentWithAnActIsUsed() internal view {
        Use[] memory uses = store.uses();
        for (uint256 i; i < uses.length; ++i) {
            require(notes.isNonceUsed(uses[i].signer, uses[i].nonce), "31: a nonce could be used again");
        }
    }
}

contract Invariant29 is Held {
    constructor() Campaign(29) {}

    function invariant_29_whatIsHeldIsWhatWasPaidAndNotWithdrawn() external view {
        _29_whatIsHeldIsWhatWasPaidAndNotWithdrawn();
        _noBreach();
    }
}

contract Invariant30 is Replacement {
    constructor() Campaign(30) {}

    function invariant_30_31_replacementsAgreeAndNoncesAreUsedOnce() external view {
        _30_aReplacedNoteAndItsReplacementNameEachOther();
        _31_everyNonceThatWentWithAnActIsUsed();
        _noBreach();
    }
}
