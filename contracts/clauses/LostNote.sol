// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {NotePart} from "../NotePart.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {INoteRecovery} from "../interfaces/INoteRecovery.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Note, Recovery} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Transfer as TransferClause} from "./Transfer.sol";

/// @title LostNote
/// @notice Clause: a note whose holder has lost its key moves to a new address, if the attestor declares it lost, the borrower consents
/// to the address, and the holder does nothing for 30 days. No one of them can do it alone.
contract LostNote is NotePart, INoteRecovery {
    using NoteStore for Note;

    uint24 private constant _DAYS_TO_OBJECT = 30;
    uint24 private constant _DAYS_BETWEEN_DECLARATIONS = 365;

    /// @inheritdoc INoteRecovery
    function declareLost(uint256 id, string calldata evidence) external onlyPassed {
        Note storage note = _notes[id];
        Loaded memory loaded = note.load(id, _ownerOf(id));
        address attestor = loaded.terms.attestor;
        if (attestor == address(0) || msg.sender != attestor) revert INoteErrors.NotAttestor(msg.sender, attestor);
        Recovery storage recovery = note.recovery;
        uint24 last = recovery.lastDeclaredOn;
        if (last != 0 && loaded.today <= last + _DAYS_BETWEEN_DECLARATIONS) {
            revert INoteErrors.DeclaredWithinYear(loaded.today, last);
        }

        (recovery.declaredOn, recovery.lastDeclaredOn, recovery.holder) = (loaded.today, loaded.today, loaded.holder);
        (note.recovering, note.lost) = (true, true);
        emit INoteEvents.NoteDeclaredLost(id, loaded.holder, msg.sender, loaded.today, evidence);
    }

    /// @inheritdoc INoteRecovery
    function consentToRecovery(uint256 id, address to) external onlyPassed {
        Note storage note = _notes[id];
        Loaded memory loaded = _load(note, id);
        note.requireBorrower(loaded.terms);
        Recovery storage recovery = note.recovery;
        if (recovery.to == to) revert INoteErrors.RecoveryAlreadyConsented(to);
        address lost = recovery.declaredOn == 0 ? _ownerOf(id) : recovery.holder;
        if (to == lost || TransferClause.isParty(note, TermsCodec.readParties(id), to)) {
            revert INoteErrors.PartyCannotHold(to);
        }

        (recovery.to, recovery.consentedOn) = (to, loaded.today);
        note.recovering = true;
        emit INoteEvents.RecoveryConsented(id, msg.sender, to, loaded.today);
    }

    /// @inheritdoc INoteRecovery
    function revokeRecoveryConsent(uint256 id) external onlyPassed {
        Note storage note = _notes[id];
        Loaded memory loaded = _load(note, id);
        note.requireBorrower(loaded.terms);
        if (note.recovery.to == address(0)) revert INoteErrors.RecoveryNotConsented(id);
        note.withdrawRecoveryConsent(id, msg.sender);
    }

    /// @inheritdoc INoteRecovery
    function object(uint256 id) external onlyPassed {
        Note storage note = _notes[id];
        address holder = _ownerOf(id);
        TermsCodec.requireKnown(id);
        bool over = holder == address(0) && !note.lost;
        if (!note.recovering || over) revert INoteErrors.NoRecovery(id);
        address objector = holder == address(0) ? note.recovery.holder : holder;
        if (msg.sender != objector) revert INoteErrors.NotHolder(msg.sender, objector);
        note.objectByActing(id, objector);
    }

    /// @inheritdoc INoteRecovery
    function recover(uint256 id) external onlyPassed nonReentrant {
        Note storage note = _notes[id];
        Loaded memory loaded = _load(note, id);
        Recovery memory recovery = note.recovery;
        if (recovery.declaredOn == 0) revert INoteErrors.NotDeclaredLost(id);
        address to = recovery.to;
        if (to == address(0)) revert INoteErrors.RecoveryNotConsented(id);
        uint24 through = uint24(Math.max(recovery.declaredOn, recovery.consentedOn)) + _DAYS_TO_OBJECT;
        if (loaded.today <= through) revert INoteErrors.RecoveryPremature(loaded.today, through);
        if (TransferClause.isParty(note, TermsCodec.readParties(id), to)) revert INoteErrors.PartyCannotHold(to);

        note.endRecovery();
        note.recovered = true;
        note.movedTo[recovery.holder] = to;
        emit INoteEvents.NoteRecovered(id, recovery.holder, to);
        if (_ownerOf(id) == address(0)) return;
        TransferClause.endWithHolder(note);
        // past the rule that transfers obey: this is the way around it
        ERC721._update(to, id, address(0));
    }

    /// @dev A note declared lost and paid meanwhile is recovered for the money kept.
    function _load(Note storage note, uint256 id) private view returns (Loaded memory loaded) {
        loaded = NoteStore.loadTerms(id, address(0));
        if (!note.lost) note.requireLive(id);
        loaded.today = NoteStore.todayOf(loaded.terms.calendar);
    }
}
