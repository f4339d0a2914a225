// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NotePart} from "../NotePart.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {INoteNovation} from "../interfaces/INoteNovation.sol";
import {Balances} from "../libraries/Accrual.sol";
import {NoteState, TypedData} from "../libraries/TypedData.sol";
import {Factors} from "../types/Factors.sol";
import {Consents, Ending, Note, Signature, Terms} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Issuance} from "./Issuance.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Reservation} from "./Reservation.sol";

/// @title Novation
/// @notice Clause: a new note cancels and replaces an old one, at once, by consent of its holder, its obligor and the new maker, each
/// to the old note as it stands and to the new terms. So are terms amended.
contract Novation is NotePart, INoteNovation {
    using NoteStore for Note;

    /// @inheritdoc INoteNovation
    function novate(
        uint256 id,
        Terms calldata replacement,
        Factors calldata stock,
        Consents calldata consents
    ) external onlyPassed nonReentrant returns (uint256 replacementId) {
        Note storage note = _notes[id];
        Loaded memory loaded = note.load(id, _ownerOf(id));
        _verifyAll(id, TypedData.stateOf(note, loaded), replacement, stock, consents);
        note.objectByActing(id, loaded.holder);

        replacementId = ++_lastId;
        _cancel(note, loaded, uint64(replacementId));
        emit INoteEvents.NoteReplaced(id, replacementId, loaded.holder);
        Issuance.requireSeen(
            Issuance.issue(_notes[replacementId], replacementId, replacement, loaded.holder, uint64(id)),
            stock
        );
        _burn(id);
        _mint(loaded.holder, replacementId);
    }

    function _cancel(Note storage note, Loaded memory loaded, uint64 replacedBy) private {
        Balances memory before = note.balancesOf(loaded);
        Discharge.end(note, loaded, Ending.Replaced);
        note.replacedBy = replacedBy;
        Balances memory nothing;
        Reservation.letGo(loaded, before, nothing);
    }

    /// @dev One who is two of the three signs once.
    function _verifyAll(
        uint256 id,
        NoteState memory state,
        Terms calldata replacement,
        Factors calldata stock,
        Consents calldata consents
    ) private {
        bytes32[3] memory hashes = [TypedData.hash(state), TypedData.hash(replacement), TypedData.hash(stock)];
        _verifyOne(id, hashes, state.holder, consents.holder);
        _verifyOne(id, hashes, state.obligor, consents.obligor);
        if (replacement.borrower != state.obligor) _verifyOne(id, hashes, replacement.borrower, consents.maker);
    }

    function _verifyOne(uint256 id, bytes32[3] memory hashes, address party, Signature calldata signature) private {
        if (msg.sender == party && signature.signature.length == 0) return;
        bytes32 message = TypedData.novation(id, hashes[0], hashes[1], hashes[2], party, signature);
        _verify(party, message, signature);
    }
}
