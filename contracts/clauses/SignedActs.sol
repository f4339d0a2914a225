// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NotePart} from "../NotePart.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteSignatures} from "../interfaces/INoteSignatures.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {NoteState, TypedData} from "../libraries/TypedData.sol";
import {Note, Signature} from "../types/NoteTypes.sol";
import {Assignment} from "./Assignment.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Signatures} from "./Signatures.sol";
import {Transfer as TransferClause} from "./Transfer.sol";

/// @title SignedActs
/// @notice Acts of a party on a note by its signature in place of its call. Those that make notes are in `Making`.
contract SignedActs is NotePart, INoteSignatures {
    using NoteStore for Note;

    /// @inheritdoc INoteSignatures
    function consentBySignature(
        uint256 id,
        address to,
        uint24 until,
        Signature calldata byBorrower
    ) external onlyPassed {
        Loaded memory loaded = _notes[id].load(id, _ownerOf(id));
        NoteState memory state = TypedData.stateOf(_notes[id], loaded);
        _consent(loaded, state, to, until, byBorrower);
    }

    /// @inheritdoc INoteSignatures
    function transferBySignature(
        uint256 id,
        address to,
        uint24 until,
        Signature calldata byBorrower,
        Signature calldata byHolder
    ) external onlyPassed {
        Loaded memory loaded = _notes[id].load(id, _ownerOf(id));
        NoteState memory state = TypedData.stateOf(_notes[id], loaded);
        bool callerMay = _isAuthorized(loaded.holder, msg.sender, id);
        if (!callerMay || byHolder.signature.length != 0) {
            _verify(loaded.holder, TypedData.transfer(id, to, state, byHolder), byHolder);
        }
        if (byBorrower.signature.length != 0) _consent(loaded, state, to, until, byBorrower);
        _transfer(loaded.holder, to, id);
    }

    /// @inheritdoc INoteSignatures
    function acceptBySignature(uint256 id, address assignee, Signature calldata byAssignee) external onlyPassed {
        Loaded memory loaded = _notes[id].load(id, _ownerOf(id));
        NoteState memory state = TypedData.stateOf(_notes[id], loaded);
        _accept(loaded, state, assignee, byAssignee);
    }

    /// @inheritdoc INoteSignatures
    function assignBySignature(
        uint256 id,
        address to,
        Signature calldata byBorrower,
        Signature calldata byAssignee
    ) external onlyPassed {
        Loaded memory loaded = _notes[id].load(id, _ownerOf(id));
        NoteState memory state = TypedData.stateOf(_notes[id], loaded);
        _verify(state.obligor, TypedData.assignment(id, to, state, byBorrower), byBorrower);
        if (byAssignee.signature.length != 0) _accept(loaded, state, to, byAssignee);
        // kept until the register drops the assignee, the signature would else be one on a default
        if (!Assignment.isAffiliateOfMaker(loaded.terms, to)) {
            revert INoteErrors.NotAffiliate(to, loaded.terms.borrower);
        }
        if (to == state.obligor) revert INoteErrors.SameObligor(to);
        Assignment.assignToAffiliate(_notes[id], loaded, state.obligor, to);
    }

    /// @inheritdoc INoteSignatures
    function cancelSignature(uint256 nonce) external onlyPassed {
        Signatures.cancel(_nonces, nonce);
    }

    function _consent(
        Loaded memory loaded,
        NoteState memory state,
        address to,
        uint24 until,
        Signature calldata byBorrower
    ) private {
        _verify(state.obligor, TypedData.consent(loaded.id, to, until, state, byBorrower), byBorrower);
        TransferClause.record(
            _notes[loaded.id],
            loaded.id,
            TermsCodec.readParties(loaded.id),
            loaded.today,
            state.obligor,
            to,
            until
        );
    }

    function _accept(
        Loaded memory loaded,
        NoteState memory state,
        address assignee,
        Signature calldata byAssignee
    ) private {
        _verify(assignee, TypedData.acceptance(loaded.id, assignee, state, byAssignee), byAssignee);
        Assignment.recordAcceptance(_notes[loaded.id], loaded, assignee);
    }
}
