// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IControlRegistry} from "../interfaces/IControlRegistry.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Parties, TermsCodec} from "../libraries/TermsCodec.sol";
import {Ending, Note, TransferBasis} from "../types/NoteTypes.sol";
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
        if (_isParty(note, TermsCodec.readParties(note.terms), to)) revert INoteErrors.PartyCannotHold(to);
        note.consentTo = to;
        note.consentUntil = until;
        emit INoteEvents.ConsentGiven(id, msg.sender, to, until);
    }

    /// @dev By the borrower.
    function revoke(Note storage note, uint256 id) internal {
        Loaded memory loaded = note.load(id, address(0));
        note.requireBorrower(loaded.terms);
        if (note.consentUntil < loaded.today) revert INoteErrors.NoConsent(id);
        note.endConsent();
        emit INoteEvents.ConsentRevoked(id, msg.sender, note.consentTo);
    }

    /// @dev Every way of moving a token comes through here, approvals included.
    function requireTransferable(Note storage note, uint256 id, address from, address to) internal {
        note.requireLive(id);
        Parties memory parties = TermsCodec.readParties(note.terms);
        TransferBasis basis = _basis(note, parties, from, to);
        if (basis == TransferBasis.PartyCannotHold) revert INoteErrors.PartyCannotHold(to);
        if (basis == TransferBasis.NeedsConsent) {
            uint24 today = ICalendar(parties.calendar).dateOf(block.timestamp);
            revert INoteErrors.ConsentRequired(to, note.consentTo, note.consentUntil, today);
        }
        if (note.consentUntil != 0 || note.prepaymentUntil != 0) {
            (note.consentUntil, note.prepaymentUntil) = (0, 0);
        }
    }

    function basisOf(Note storage note, uint256 id, address from, address to) internal view returns (TransferBasis) {
        if (note.terms == address(0)) revert INoteErrors.NoteUnknown(id);
        if (note.ending != Ending.None) return TransferBasis.NoteEnded;
        return _basis(note, TermsCodec.readParties(note.terms), from, to);
    }

    function _basis(
        Note storage note,
        Parties memory parties,
        address from,
        address to
    ) private view returns (TransferBasis) {
        if (_isParty(note, parties, to)) return TransferBasis.PartyCannotHold;
        if (_hasConsent(note, parties, to)) return TransferBasis.Consent;
        bool affiliated =
            parties.affiliatesFree &&
                (from == to ||
                    (parties.registry != address(0) && IControlRegistry(parties.registry).areAffiliates(from, to)));
        return affiliated ? TransferBasis.Affiliate : TransferBasis.NeedsConsent;
    }

    function _hasConsent(Note storage note, Parties memory parties, address to) private view returns (bool) {
        uint24 until = note.consentUntil;
        if (until == 0 || note.consentTo != to) return false;
        return ICalendar(parties.calendar).dateOf(block.timestamp) <= until;
    }

    /// @dev Who owes, or is neutral, cannot hold; nor can nobody.
    function _isParty(Note storage note, Parties memory parties, address to) private view returns (bool) {
        if (to == parties.borrower || to == parties.attestor || to == address(0)) return true;
        return note.assigned && to == note.obligor;
    }
}
