// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteActs} from "../interfaces/INoteActs.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Errors} from "../libraries/Errors.sol";
import {Note, Ending, Terms, TransferBasis} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Transfer
/// @notice Clause: no transfer by the lender without the borrower's prior consent, except to affiliates.
abstract contract Transfer is NoteStore {
    /// @inheritdoc INoteActs
    function consentToTransfer(uint256 id, address to, uint24 until) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireBorrower(note, loaded.terms);
        if (until < loaded.today) revert Errors.UntilPassed(until, loaded.today);
        if (_isParty(note, loaded.terms, to)) revert Errors.PartyCannotHold(to);
        note.consentTo = to;
        note.consentUntil = until;
        emit ConsentGiven(id, msg.sender, to, until);
    }

    /// @inheritdoc INoteActs
    function revokeConsent(uint256 id) external override {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        _requireLive(id, note);
        _requireBorrower(note, loaded.terms);
        if (note.consentUntil == 0) revert Errors.NoConsent(id);
        _endConsent(id, note);
    }

    /// @inheritdoc INoteViews
    function transferBasis(uint256 id, address to) external view override returns (TransferBasis) {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        if (note.ending != Ending.None) return TransferBasis.NoteEnded;
        return _basis(note, loaded.terms, _holder(id), to);
    }

    /// @dev Every way of moving a token comes through here, approvals included.
    function _update(address to, uint256 id, address auth) internal virtual override returns (address from) {
        from = super._update(to, id, auth);
        if (from != address(0) && to != address(0)) _requireTransferable(id, from, to);
    }

    function _requireTransferable(uint256 id, address from, address to) private {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        TransferBasis basis = _basis(note, loaded.terms, from, to);
        if (basis == TransferBasis.PartyCannotHold) revert Errors.PartyCannotHold(to);
        if (basis == TransferBasis.NeedsConsent) {
            uint24 today = ICalendar(loaded.terms.calendar).dateOf(block.timestamp);
            revert Errors.ConsentRequired(to, note.consentTo, note.consentUntil, today);
        }
        _endConsent(id, note);
        if (note.prepaymentUntil != 0) note.prepaymentUntil = 0;
        emit NoteTransferred(id, from, to, basis);
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

    /// @dev Who owes, or is neutral, cannot hold.
    function _isParty(Note storage note, Terms memory terms, address to) private view returns (bool) {
        return to == terms.borrower || to == note.obligor || (to == terms.attestor && to != address(0));
    }
}
