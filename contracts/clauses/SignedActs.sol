// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NotePart} from "../NotePart.sol";
import {INoteSignatures} from "../interfaces/INoteSignatures.sol";
import {Signature} from "../types/NoteTypes.sol";
import {Assignment} from "./Assignment.sol";
import {Signatures} from "./Signatures.sol";
import {Transfer as TransferClause} from "./Transfer.sol";

/// @title SignedActs
/// @notice Acts of a party on a note by its signature in place of its call. Those that make notes are in `Making`.
contract SignedActs is NotePart, INoteSignatures {
    /// @inheritdoc INoteSignatures
    function consentBySignature(
        uint256 id,
        address to,
        uint24 until,
        Signature calldata byBorrower
    ) external onlyPassed {
        TransferClause.consentBySignature(
            _notes[id],
            _nonces,
            _domainSeparatorV4(),
            id,
            _ownerOf(id),
            to,
            until,
            byBorrower
        );
    }

    /// @inheritdoc INoteSignatures
    function transferBySignature(
        uint256 id,
        address to,
        uint24 until,
        Signature calldata byBorrower,
        Signature calldata byHolder
    ) external onlyPassed {
        address holder = _ownerOf(id);
        TransferClause.transferBySignature(
            _notes[id],
            _nonces,
            _domainSeparatorV4(),
            id,
            holder,
            _isAuthorized(holder, msg.sender, id),
            to,
            until,
            byBorrower,
            byHolder
        );
        _transfer(holder, to, id);
    }

    /// @inheritdoc INoteSignatures
    function acceptBySignature(uint256 id, address assignee, Signature calldata byAssignee) external onlyPassed {
        Assignment.acceptBySignature(_notes[id], _nonces, _domainSeparatorV4(), id, _ownerOf(id), assignee, byAssignee);
    }

    /// @inheritdoc INoteSignatures
    function assignBySignature(
        uint256 id,
        address to,
        Signature calldata byBorrower,
        Signature calldata byAssignee
    ) external onlyPassed {
        Assignment.assignBySignature(
            _notes[id],
            _nonces,
            _domainSeparatorV4(),
            id,
            _ownerOf(id),
            to,
            byBorrower,
            byAssignee
        );
    }

    /// @inheritdoc INoteSignatures
    function cancelSignature(uint256 nonce) external onlyPassed {
        Signatures.cancel(_nonces, nonce);
    }
}
