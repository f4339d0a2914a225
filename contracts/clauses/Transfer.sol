// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

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
        TermsCodec.requireKnown(id);
        note.requireLive(id);
        Parties memory parties = TermsCodec.readParties(id);
        address borrower = note.assigned ? note.obligor : parties.borrower;
        if (msg.sender != borrower) revert INoteErrors.NotBorrower(msg.sender, borrower);
        record(note, id, parties, NoteStore.todayOf(parties.calendar), borrower, to, until);
    }

    /// @dev The borrower's consent, by its call or its signature.
    function record(
        Note storage note,
        uint256 id,
        Parties memory parties,
        uint24 today,
        address by,
        address to,
        uint24 until
    ) internal {
        if (until < today) revert INoteErrors.UntilPassed(until, today);
        if (isParty(note, parties, to)) revert INoteErrors.PartyCannotHold(to);
        (note.consentTo, note.consentUntil) = (to, until);
        emit INoteEvents.ConsentGiven(id, by, to, until);
    }

    /// @dev By the borrower.
    function revoke(Note storage note, uint256 id) internal {
        Loaded memory loaded = note.load(id, address(0));
        note.requireBorrower(loaded.terms);
        if (note.consentUntil < loaded.today) revert INoteErrors.NoConsent(id);
        emit INoteEvents.ConsentRevoked(id, msg.sender, note.consentTo);
        note.endConsent();
    }

    /// @dev Every way of moving a token comes through here, approvals included. A token that can be moved is that of a live note.
    function requireTransferable(Note storage note, uint256 id, address from, address to) internal {
        Parties memory parties = TermsCodec.readParties(id);
        TransferBasis basis = _basis(note, parties, from, to);
        if (basis == TransferBasis.PartyCannotHold) revert INoteErrors.PartyCannotHold(to);
        if (basis == TransferBasis.NeedsConsent) {
            uint24 today = NoteStore.todayOf(parties.calendar);
            revert INoteErrors.ConsentRequired(to, note.consentTo, note.consentUntil, today);
        }
        note.objectByActing(id, from);
        endWithHolder(note);
    }

    /// @dev What was given to, or by, a holder ends with its holding.
    function endWithHolder(Note storage note) internal {
        if (note.consentUntil != 0 || note.prepaymentUntil != 0) {
            (note.consentTo, note.consentUntil, note.prepaymentUntil) = (address(0), 0, 0);
        }
    }

    function basisOf(Note storage note, uint256 id, address from, address to) internal view returns (TransferBasis) {
        TermsCodec.requireKnown(id);
        if (note.ending != Ending.None) return TransferBasis.NoteEnded;
        return _basis(note, TermsCodec.readParties(id), from, to);
    }

    /// @dev Who owes, or is neutral, cannot hold; nor can nobody, nor an address this very note was recovered from.
    function isParty(Note storage note, Parties memory parties, address to) internal view returns (bool) {
        if (to == parties.borrower || to == parties.attestor || to == address(0)) return true;
        if (note.assigned && to == note.obligor) return true;
        return note.recovered && note.movedTo[to] != address(0);
    }

    function _basis(
        Note storage note,
        Parties memory parties,
        address from,
        address to
    ) private view returns (TransferBasis) {
        if (isParty(note, parties, to)) return TransferBasis.PartyCannotHold;
        if (_hasConsent(note, parties, to)) return TransferBasis.Consent;
        bool free = parties.affiliatesFree && (from == to || _areAffiliates(parties.registry, from, to));
        return free ? TransferBasis.Affiliate : TransferBasis.NeedsConsent;
    }

    /// @dev A register that fails, or is none, knows of no affiliates: then consent is needed, as from anyone else.
    function _areAffiliates(address registry, address a, address b) private view returns (bool affiliated) {
        bytes memory question = abi.encodeCall(IControlRegistry.areAffiliates, (a, b));
        assembly ("memory-safe") {
            let answered := staticcall(gas(), registry, add(question, 32), mload(question), 0, 32)
            affiliated := and(and(answered, gt(returndatasize(), 31)), eq(mload(0), 1))
        }
    }

    function _hasConsent(Note storage note, Parties memory parties, address to) private view returns (bool) {
        uint24 until = note.consentUntil;
        if (until == 0 || note.consentTo != to) return false;
        return NoteStore.todayOf(parties.calendar) <= until;
    }
}
