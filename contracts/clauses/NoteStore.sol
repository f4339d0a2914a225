// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Ending, Fact, MakingFacts, Note, Recovery, Terms} from "../types/NoteTypes.sol";

/// @notice One note as an act has loaded it.
/// @param holder Token owner; zero once the note has ended.
struct Loaded {
    uint256 id;
    address holder;
    Terms terms;
    MakingFacts making;
    uint24 today;
}

/// @title NoteStore
/// @notice The few ways in which every clause reads and writes a note.
library NoteStore {
    /// @dev A note that has not ended, its terms, and today. Costs one calendar call.
    function load(Note storage note, uint256 id, address holder) internal view returns (Loaded memory loaded) {
        _read(loaded, id, holder);
        requireLive(note, id);
        loaded.today = todayOf(loaded.terms.calendar);
    }

    /// @dev A note that has not ended and its terms, for acts to which the day is nothing: no calendar is asked.
    function loadUndated(Note storage note, uint256 id, address holder) internal view returns (Loaded memory loaded) {
        _read(loaded, id, holder);
        requireLive(note, id);
    }

    /// @dev Any note ever made, as of today or the day it ended.
    function loadRecord(Note storage note, uint256 id) internal view returns (Loaded memory loaded) {
        _read(loaded, id, address(0));
        loaded.today = note.ending == Ending.None ? todayOf(loaded.terms.calendar) : note.endedOn;
    }

    /// @dev Any note ever made, without a day.
    function loadTerms(uint256 id, address holder) internal view returns (Loaded memory loaded) {
        _read(loaded, id, holder);
    }

    function todayOf(address calendar) internal view returns (uint24) {
        return ICalendar(calendar).dateOf(block.timestamp);
    }

    function requireLive(Note storage note, uint256 id) internal view {
        if (note.ending != Ending.None) revert INoteErrors.NoteEnded(id, note.ending);
    }

    /// @dev Whatever the holder does with a note is an objection to its recovery.
    function requireHolder(Note storage note, Loaded memory loaded) internal {
        if (msg.sender != loaded.holder) revert INoteErrors.NotHolder(msg.sender, loaded.holder);
        objectByActing(note, loaded.id, loaded.holder);
    }

    function objectByActing(Note storage note, uint256 id, address by) internal {
        if (!note.recovering) return;
        endRecovery(note);
        emit INoteEvents.RecoveryObjected(id, by);
    }

    /// @dev The day of the last declaration stays: within a year of it there is no second.
    function endRecovery(Note storage note) internal {
        note.recovering = false;
        if (note.lost) note.lost = false;
        Recovery storage recovery = note.recovery;
        (recovery.to, recovery.consentedOn, recovery.declaredOn) = (address(0), 0, 0);
    }

    /// @dev A consent of the borrower's ends with it as obligor.
    function withdrawRecoveryConsent(Note storage note, uint256 id, address by) internal {
        Recovery storage recovery = note.recovery;
        if (recovery.to == address(0)) return;
        emit INoteEvents.RecoveryConsentRevoked(id, by, recovery.to);
        (recovery.to, recovery.consentedOn) = (address(0), 0);
        if (recovery.declaredOn == 0) note.recovering = false;
    }

    /// @dev Whose the money is that was held for an owner: the owner's, or that of the address the note was recovered to from it.
    function ownerOfHeld(Note storage note, address owner) internal view returns (address) {
        if (!note.recovered) return owner;
        for (address next = owner; next != address(0); next = note.movedTo[next]) owner = next;
        return owner;
    }

    function requireBorrower(Note storage note, Terms memory terms) internal view {
        address borrower = obligorOf(note, terms);
        if (msg.sender != borrower) revert INoteErrors.NotBorrower(msg.sender, borrower);
    }

    /// @dev The present obligor: at first the maker.
    function obligorOf(Note storage note, Terms memory terms) internal view returns (address) {
        return note.assigned ? note.obligor : terms.borrower;
    }

    /// @dev Charges and what overdue interest carries are read only where they can be other than zero.
    function balancesOf(Note storage note, Loaded memory loaded) internal view returns (Balances memory balances) {
        balances.principal = note.principal;
        balances.carried = note.carried;
        if (note.charged) balances.charges = note.charges;
        if (loaded.today > loaded.making.lastDayToPay) balances.overdueCarried = note.overdueCarried;
    }

    function debtOf(Loaded memory loaded, Balances memory balances) internal pure returns (Debt memory) {
        return Accrual.debtOn(loaded.terms, loaded.making.lastDayToPay, balances, loaded.today);
    }

    function store(Note storage note, Balances memory balances, Balances memory before) internal {
        note.principal = balances.principal;
        note.carried = balances.carried;
        if (balances.charges != before.charges) note.charges = balances.charges;
        if (balances.overdueCarried != before.overdueCarried) note.overdueCarried = balances.overdueCarried;
    }

    function readOpenFacts(Note storage note) internal view returns (Fact[] memory facts) {
        uint256 length = note.openFacts.length;
        facts = new Fact[](length);
        for (uint256 i; i < length; ++i) {
            facts[i] = note.facts[note.openFacts[i]];
        }
    }

    /// @dev Takes a fact off the list of open ones. The list is short: its length is bounded per reporter.
    function dropFact(Note storage note, bytes32 name) internal {
        bytes32[] storage open = note.openFacts;
        uint256 last = open.length - 1;
        for (uint256 i; i <= last; ++i) {
            if (open[i] == name) {
                open[i] = open[last];
                open.pop();
                return;
            }
        }
    }

    /// @dev Consent is given for the debt as it stands, so whatever changes it ends the consent.
    function endConsent(Note storage note) internal {
        if (note.consentUntil != 0) (note.consentTo, note.consentUntil) = (address(0), 0);
    }

    /// @dev Into memory that is there: what is returned is allocated anew at each step.
    function _read(Loaded memory loaded, uint256 id, address holder) private view {
        (loaded.id, loaded.holder) = (id, holder);
        TermsCodec.read(id, loaded.terms, loaded.making);
    }
}
