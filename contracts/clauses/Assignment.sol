// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Facts} from "../libraries/Facts.sol";
import {NoteState, TypedData} from "../libraries/TypedData.sol";
import {Fact, FactKind, Note, Reporter, Signature, Terms} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Signatures} from "./Signatures.sol";

/// @title Assignment
/// @notice Clause: the borrower may assign to an affiliate of the maker that accepts; an assignment to anyone else is
/// default (iv). The maker stays bound either way.
library Assignment {
    using NoteStore for Note;
    using Facts for Fact;

    /// @dev By whoever would become obligor.
    function accept(Note storage note, uint256 id, address holder) external {
        _accept(note, note.load(id, holder), msg.sender);
    }

    /// @dev By whoever would become obligor, signing.
    function acceptBySignature(
        Note storage note,
        mapping(address => BitMaps.BitMap) storage nonces,
        bytes32 domain,
        uint256 id,
        address holder,
        address assignee,
        Signature calldata signature
    ) internal {
        Loaded memory loaded = note.load(id, holder);
        _verifyAcceptance(note, nonces, domain, loaded, assignee, signature);
        _accept(note, loaded, assignee);
    }

    /// @dev By whoever has accepted.
    function withdraw(Note storage note, uint256 id, address holder) external {
        note.load(id, holder);
        if (note.acceptances[msg.sender] == bytes32(0)) revert INoteErrors.NoAcceptance(msg.sender);
        if (msg.sender == holder) note.objectByActing(id, holder);
        delete note.acceptances[msg.sender];
        emit INoteEvents.AcceptanceWithdrawn(id, msg.sender);
    }

    /// @dev By the borrower.
    function assign(Note storage note, uint256 id, address holder, address to) external {
        Loaded memory loaded = note.load(id, holder);
        note.requireBorrower(loaded.terms, msg.sender);
        _assign(note, loaded, msg.sender, to);
    }

    /// @dev By the borrower, signing, to an affiliate; with the assignee's acceptance, unless that is on record. Kept until the register drops the
    /// assignee, the signature would else be one on a default.
    function assignBySignature(
        Note storage note,
        mapping(address => BitMaps.BitMap) storage nonces,
        bytes32 domain,
        uint256 id,
        address holder,
        address to,
        Signature calldata byBorrower,
        Signature calldata byAssignee
    ) internal {
        Loaded memory loaded = note.load(id, holder);
        NoteState memory state = TypedData.stateOf(note, loaded);
        bytes32 message = TypedData.assignment(id, to, state, byBorrower);
        Signatures.verify(nonces, domain, state.obligor, message, byBorrower);
        if (byAssignee.signature.length != 0) {
            _verifyAcceptance(note, nonces, domain, loaded, to, byAssignee);
            _accept(note, loaded, to);
        }
        if (!_isAffiliateOfMaker(loaded.terms, to)) revert INoteErrors.NotAffiliate(to, loaded.terms.borrower);
        _assign(note, loaded, state.obligor, to);
    }

    function acceptanceOf(Note storage note, uint256 id, address assignee) external view returns (bool) {
        Loaded memory loaded = NoteStore.loadTerms(id, address(0));
        return note.acceptances[assignee] == _debtHash(note, note.obligorOf(loaded.terms));
    }

    /// @dev A holder cannot owe, but to accept shows that it has its key.
    function _accept(Note storage note, Loaded memory loaded, address assignee) private {
        if (assignee == loaded.holder) note.objectByActing(loaded.id, assignee);
        bytes32 debt = _debtHash(note, note.obligorOf(loaded.terms));
        note.acceptances[assignee] = debt;
        emit INoteEvents.AssignmentAccepted(loaded.id, assignee, debt);
    }

    function _verifyAcceptance(
        Note storage note,
        mapping(address => BitMaps.BitMap) storage nonces,
        bytes32 domain,
        Loaded memory loaded,
        address assignee,
        Signature calldata signature
    ) private {
        bytes32 message = TypedData.acceptance(loaded.id, assignee, TypedData.stateOf(note, loaded), signature);
        Signatures.verify(nonces, domain, assignee, message, signature);
    }

    function _assign(Note storage note, Loaded memory loaded, address by, address to) private {
        if (to == by) revert INoteErrors.SameObligor(to);
        if (_isAffiliateOfMaker(loaded.terms, to)) _assignToAffiliate(note, loaded, by, to);
        else _assignToStranger(note, loaded, by, to);
    }

    function _assignToAffiliate(Note storage note, Loaded memory loaded, address by, address to) private {
        if (to == loaded.holder || to == loaded.terms.attestor) revert INoteErrors.PartyCannotOwe(to);
        bytes32 accepted = note.acceptances[to];
        bytes32 debt = _debtHash(note, by);
        if (accepted != debt) revert INoteErrors.AssignmentNotAccepted(to, accepted, debt);

        delete note.acceptances[to];
        (note.obligor, note.assigned) = (to, to != loaded.terms.borrower);
        note.endConsent();
        if (note.recovering) note.withdrawRecoveryConsent(loaded.id, by);
        emit INoteEvents.ObligorChanged(loaded.id, by, to);
        emit IERC4906.MetadataUpdate(loaded.id);
    }

    function _assignToStranger(Note storage note, Loaded memory loaded, address by, address to) private {
        emit INoteEvents.AssignedToStranger(loaded.id, by, to);
        if (!note.facts[Facts.ASSIGNMENT].open()) {
            Default.record(
                note,
                loaded.id,
                Facts.ASSIGNMENT,
                FactKind.Assignment,
                Reporter.Contract,
                loaded.today,
                loaded.today,
                by,
                ""
            );
        }
    }

    function _isAffiliateOfMaker(Terms memory terms, address to) private view returns (bool) {
        if (to == terms.borrower) return true;
        return terms.registry != address(0) && IControlRegistry(terms.registry).areAffiliates(terms.borrower, to);
    }

    /// @dev The debt as it stands apart from the passing of time, and who owes it: what an assignee accepts.
    function _debtHash(Note storage note, address obligor) private view returns (bytes32) {
        return keccak256(abi.encode(obligor, note.principal, note.carried, note.charges, note.overdueCarried));
    }
}
