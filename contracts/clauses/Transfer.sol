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
        note.endConsent(id);
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
        note.endConsent(id);
        if (note.prepaymentUntil != 0) note.prepaymentUntil = 0;
        emit INoteEvents.NoteTransferred(id, from, to, basis);
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
        if (
            terms.affiliatesFree &&
            terms.registry != address(0) &&
            IControlRegistry(terms.registry).areAffiliates(from, to)
        ) return TransferBasis.Affiliate;
        uint24 until = note.consentUntil;
        if (until == 0 || note.consentTo != to) return TransferBasis.NeedsConsent;
        bool inTime = ICalendar(terms.calendar).dateOf(block.timestamp) <= until;
        return inTime ? TransferBasis.Consent : TransferBasis.NeedsConsent;
    }

    /// @dev Who owes, or is neutral, cannot hold; nor can nobody.
    function _isParty(Note storage note, Terms memory terms, address to) private view returns (bool) {
        return to == terms.borrower || to == note.obligor || to == terms.attestor || to == address(0);
    }
}
