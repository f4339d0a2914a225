// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteActs} from "../interfaces/INoteActs.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Errors} from "../libraries/Errors.sol";
import {Facts} from "../libraries/Facts.sol";
import {Fact, FactKind, Note, Reporter, Terms} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Assignment
/// @notice Clause: the borrower may assign to an affiliate of the maker that accepts; an assignment to anyone else is
/// default (iv). The maker stays bound either way.
abstract contract Assignment is Default {
    using Facts for Fact;

    /// @inheritdoc INoteActs
    function acceptAssignment(uint256 id) external override {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        _requireLive(id, note);
        bytes32 debt = _debtHash(note, _obligor(note, loaded.terms));
        note.acceptances[msg.sender] = debt;
        emit AssignmentAccepted(id, msg.sender, debt);
    }

    /// @inheritdoc INoteActs
    function withdrawAcceptance(uint256 id) external override {
        Note storage note = _notes[id];
        _requireLive(id, note);
        if (note.acceptances[msg.sender] == bytes32(0)) revert Errors.NoAcceptance(msg.sender);
        delete note.acceptances[msg.sender];
        emit AcceptanceWithdrawn(id, msg.sender);
    }

    /// @inheritdoc INoteActs
    function assign(uint256 id, address to) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireBorrower(note, loaded.terms);
        if (to == msg.sender) revert Errors.SameObligor(to);

        if (_isAffiliateOfMaker(loaded.terms, to)) _assignToAffiliate(note, loaded, to);
        else _assignToStranger(note, loaded, to);
    }

    /// @inheritdoc INoteViews
    function acceptanceOf(uint256 id, address assignee) external view override returns (bool stands) {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        return note.acceptances[assignee] == _debtHash(note, _obligor(note, loaded.terms));
    }

    function _assignToAffiliate(Note storage note, Loaded memory loaded, address to) private {
        if (to == _holder(loaded.id) || to == loaded.terms.attestor) revert Errors.PartyCannotOwe(to);
        bytes32 accepted = note.acceptances[to];
        bytes32 debt = _debtHash(note, msg.sender);
        if (accepted != debt) revert Errors.AssignmentNotAccepted(to, accepted, debt);

        delete note.acceptances[to];
        note.obligor = to;
        _endConsent(loaded.id, note);
        emit ObligorChanged(loaded.id, msg.sender, to);
    }

    function _assignToStranger(Note storage note, Loaded memory loaded, address to) private {
        emit AssignedToStranger(loaded.id, msg.sender, to);
        if (!note.facts[ASSIGNMENT].open()) {
            uint24 today = loaded.today;
            _record(note, loaded.id, ASSIGNMENT, FactKind.Assignment, Reporter.Contract, today, today, "");
        }
    }

    function _isAffiliateOfMaker(Terms memory terms, address to) private view returns (bool) {
        if (to == terms.borrower) return true;
        return terms.registry != address(0) && IControlRegistry(terms.registry).areAffiliates(terms.borrower, to);
    }

    /// @dev The debt as it stands apart from the passing of time, and who owes it: what an assignee accepts.
    function _debtHash(Note storage note, address obligor) private view returns (bytes32) {
        return
            keccak256(abi.encode(obligor, note.principal, note.carried, note.charges, note.overdueCarried));
    }
}
