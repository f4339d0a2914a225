// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";

import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Facts} from "../libraries/Facts.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Fact, FactKind, Note, Reporter, Terms} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Assignment
/// @notice Clause: the borrower may assign to an affiliate of the maker that accepts; an assignment to anyone else is
/// default (iv). The maker stays bound either way.
library Assignment {
    using NoteStore for Note;
    using Facts for Fact;

    /// @dev By whoever would become obligor.
    function accept(Note storage note, uint256 id, address holder) external {
        recordAcceptance(note, note.loadUndated(id, holder), msg.sender);
    }

    /// @dev By whoever has accepted.
    function withdraw(Note storage note, uint256 id, address holder) external {
        TermsCodec.requireKnown(id);
        note.requireLive(id);
        if (note.acceptances[msg.sender] == bytes32(0)) revert INoteErrors.NoAcceptance(msg.sender);
        if (msg.sender == holder) note.objectByActing(id, holder);
        delete note.acceptances[msg.sender];
        emit INoteEvents.AcceptanceWithdrawn(id, msg.sender);
    }

    /// @dev By the borrower.
    function assign(Note storage note, uint256 id, address holder, address to) external {
        Loaded memory loaded = note.load(id, holder);
        note.requireBorrower(loaded.terms);
        if (to == msg.sender) revert INoteErrors.SameObligor(to);
        if (isAffiliateOfMaker(loaded.terms, to)) assignToAffiliate(note, loaded, msg.sender, to);
        else _assignToStranger(note, loaded, to);
    }

    function acceptanceOf(Note storage note, uint256 id, address assignee) external view returns (bool) {
        Loaded memory loaded = NoteStore.loadTerms(id, address(0));
        return note.acceptances[assignee] == _debtHash(note, note.obligorOf(loaded.terms));
    }

    /// @dev A holder cannot owe, but to accept shows that it has its key.
    function recordAcceptance(Note storage note, Loaded memory loaded, address assignee) internal {
        if (assignee == loaded.holder) note.objectByActing(loaded.id, assignee);
        bytes32 debt = _debtHash(note, note.obligorOf(loaded.terms));
        note.acceptances[assignee] = debt;
        emit INoteEvents.AssignmentAccepted(loaded.id, assignee, debt);
    }

    function assignToAffiliate(Note storage note, Loaded memory loaded, address by, address to) internal {
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

    function isAffiliateOfMaker(Terms memory terms, address to) internal view returns (bool) {
        if (to == terms.borrower) return true;
        return terms.registry != address(0) && IControlRegistry(terms.registry).areAffiliates(terms.borrower, to);
    }

    function _assignToStranger(Note storage note, Loaded memory loaded, address to) private {
        emit INoteEvents.AssignedToStranger(loaded.id, msg.sender, to);
        if (!note.facts[Facts.ASSIGNMENT].open()) {
            Default.record(
                note,
                loaded.id,
                Facts.ASSIGNMENT,
                FactKind.Assignment,
                Reporter.Contract,
                loaded.today,
                loaded.today,
                ""
            );
        }
    }

    /// @dev The debt as it stands apart from the passing of time, and who owes it: what an assignee accepts.
    function _debtHash(Note storage note, address obligor) private view returns (bytes32) {
        return keccak256(abi.encode(obligor, note.principal, note.carried, note.charges, note.overdueCarried));
    }
}
