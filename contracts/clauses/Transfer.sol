// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Ending, Note, Terms, TransferBasis} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Transfer
/// @notice Clause: no transfer by the lender without the borrower's prior consent, except to affiliates.
library Transfer {
    using NoteStore for Note;

    /// @dev By the borrower.
    function consent(Note storage note, uint256 id, address to, uint24 until) internal {
        Loaded memory loaded = note.load(id, address(0));
        note.requireBorrower(loaded.terms);
        if (until < loaded.today) revert INoteErrors.UntilPassed(until, loaded.today);
        if (_isParty(note, loaded.terms, to)) revert INoteErrors.PartyCannotHold(to);
        note.consentTo = to;
        note.consentUntil = until;
        emit INoteEvents.ConsentGiven(id, msg.sender, to, until);
    }

    /// @dev By the borrower.
    function revoke(Note storage note, uint256 id) internal {
        Loaded memory loaded = note.load(id, address(0));
        note.requireBorrower(loaded.terms);
        if (note.consentUntil == 0) revert INoteErrors.NoConsent(id);
        note.endConsent();
        emit INoteEvents.ConsentRevoked(id, msg.sender, note.consentTo);
    }

    /// @dev Every way of moving a token comes through here, approvals included.
    function requireTransferable(Note storage note, uint256 id, address from, address to) internal {
        Loaded memory loaded = note.loadTerms(id, from);
        note.requireLive(id);
        TransferBasis basis = _basis(note, loaded.terms, from, to);
        if (basis == TransferBasis.PartyCannotHold) revert INoteErrors.PartyCannotHold(to);
        if (basis == TransferBasis.NeedsConsent) {
            uint24 today = ICalendar(loaded.terms.calendar).dateOf(block.timestamp);
            revert INoteErrors.ConsentRequired(to, note.consentTo, note.consentUntil, today);
        }
        note.endConsent();
        if (note.prepaymentUntil != 0) note.prepaymentUntil = 0;
    }

    function basisOf(
        Note storage note,
        uint256 id,
        address from,
        address to
    ) internal view returns (TransferBasis) {
        Loaded memory loaded = note.loadTerms(id, from);
        if (note.ending != Ending.None) return TransferBasis.NoteEnded;
        return _basis(note, loaded.terms, from, to);
    }

    function _basis(
        Note storage note,
        Terms memory terms,
        address from,
        address to
    ) private view returns (TransferBasis) {
        if (_isParty(note, terms, to)) return TransferBasis.PartyCannotHold;
        if (_hasConsent(note, terms, to)) return TransferBasis.Consent;
        bool affiliated = terms.affiliatesFree &&
            terms.registry != address(0) &&
            IControlRegistry(terms.registry).areAffiliates(from, to);
        return affiliated ? TransferBasis.Affiliate : TransferBasis.NeedsConsent;
    }

    function _hasConsent(Note storage note, Terms memory terms, address to) private view returns (bool) {
        uint24 until = note.consentUntil;
        return
            until != 0 && note.consentTo == to && ICalendar(terms.calendar).dateOf(block.timestamp) <= until;
    }

    /// @dev Who owes, or is neutral, cannot hold; nor can nobody.
    function _isParty(Note storage note, Terms memory terms, address to) private view returns (bool) {
        if (to == terms.borrower || to == terms.attestor || to == address(0)) return true;
        return note.assigned && to == note.obligor;
    }
}
