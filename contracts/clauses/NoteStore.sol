// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IPromissoryNotes} from "../interfaces/IPromissoryNotes.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Errors} from "../libraries/Errors.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Ending, Fact, Making, Note, Terms} from "../types/NoteTypes.sol";

/// @notice One note as an act has loaded it.
struct Loaded {
    uint256 id;
    Terms terms;
    Making making;
    uint24 today;
}

/// @title NoteStore
/// @notice Where notes are kept, and the few ways in which every clause reads and writes them.
abstract contract NoteStore is IPromissoryNotes, ERC721, ReentrancyGuardTransient {
    mapping(uint256 id => Note) internal _notes;
    uint256 internal _lastId;

    /// @dev A note that has not ended, its terms, and today. Costs one calendar call.
    function _load(uint256 id) internal view returns (Note storage note, Loaded memory loaded) {
        (note, loaded) = _loadTerms(id);
        _requireLive(id, note);
        loaded.today = ICalendar(loaded.terms.calendar).dateOf(block.timestamp);
    }

    /// @dev Any note ever made, as of today or the day it ended.
    function _loadRecord(uint256 id) internal view returns (Note storage note, Loaded memory loaded) {
        (note, loaded) = _loadTerms(id);
        loaded.today = note.ending == Ending.None
            ? ICalendar(loaded.terms.calendar).dateOf(block.timestamp)
            : note.endedOn;
    }

    /// @dev Any note ever made, without a day.
    function _loadTerms(uint256 id) internal view returns (Note storage note, Loaded memory loaded) {
        note = _notes[id];
        address pointer = note.terms;
        if (pointer == address(0)) revert Errors.NoteUnknown(id);
        loaded.id = id;
        (loaded.terms, loaded.making) = TermsCodec.read(pointer);
    }

    function _requireLive(uint256 id, Note storage note) internal view {
        if (note.ending != Ending.None) revert Errors.NoteEnded(id, note.ending);
    }

    /// @dev Overdue interest is read only where it can be other than zero.
    function _balances(Note storage note, Loaded memory loaded) internal view returns (Balances memory balances) {
        balances.principal = note.principal;
        balances.carried = note.carried;
        balances.charges = note.charges;
        if (loaded.today > loaded.making.lastDayToPay) balances.overdueCarried = note.overdueCarried;
    }

    function _debt(Loaded memory loaded, Balances memory balances) internal pure returns (Debt memory) {
        return Accrual.debtOn(loaded.terms, loaded.making.lastDayToPay, balances, loaded.today);
    }

    function _store(Note storage note, Balances memory balances, Balances memory before) internal {
        note.principal = balances.principal;
        note.carried = balances.carried;
        if (balances.charges != before.charges) note.charges = balances.charges;
        if (balances.overdueCarried != before.overdueCarried) note.overdueCarried = balances.overdueCarried;
    }

    function _facts(Note storage note) internal view returns (Fact[] memory facts) {
        uint256 length = note.openFacts.length;
        facts = new Fact[](length);
        for (uint256 i; i < length; ++i) {
            facts[i] = note.facts[note.openFacts[i]];
        }
    }

    function _holder(uint256 id) internal view returns (address) {
        return _ownerOf(id);
    }

    function _requireHolder(uint256 id) internal view {
        if (msg.sender != _holder(id)) revert Errors.NotHolder(msg.sender, _holder(id));
    }

    /// @dev The present obligor: at first the maker.
    function _obligor(Note storage note, Terms memory terms) internal view returns (address) {
        address obligor = note.obligor;
        return obligor == address(0) ? terms.borrower : obligor;
    }

    function _requireBorrower(Note storage note, Terms memory terms) internal view {
        address borrower = _obligor(note, terms);
        if (msg.sender != borrower) revert Errors.NotBorrower(msg.sender, borrower);
    }

    /// @dev Consent is given for the debt as it stands, so whatever changes it ends the consent.
    function _endConsent(uint256 id, Note storage note) internal {
        if (note.consentUntil != 0) {
            note.consentUntil = 0;
            emit ConsentEnded(id, note.consentTo);
        }
    }
}
