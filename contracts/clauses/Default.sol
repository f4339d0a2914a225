// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Facts} from "../libraries/Facts.sol";
import {Ending, Fact, FactKind, Note, Reporter, Status, Terms} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Default
/// @notice Clause: events of default, and acceleration by itself. Facts are stored with the day on which they ripen; whether a
/// default stands is derived.
library Default {
    using NoteStore for Note;
    using Facts for Fact;
    using Facts for Fact[];

    uint8 private constant _OPEN_FACTS_LIMIT = 16;

    /// @dev By the holder.
    function demand(Note storage note, uint256 id, address holder, string calldata notice) external {
        Loaded memory loaded = note.load(id, holder);
        note.requireHolder(loaded);
        uint24 today = loaded.today;

        bool overdue = today > loaded.making.lastDayToPay && note.principal != 0;
        bool standing = note.readOpenFacts().standingSince(today) != Facts.NEVER;
        if (!overdue && !standing) {
            if (today > loaded.making.lastDayToPay) revert INoteErrors.PrincipalNotOwed(id);
            revert INoteErrors.DemandPremature(today, loaded.making.lastDayToPay);
        }

        if (standing) (note.calledOn, note.calledThrough) = (today, note.factsRecorded);
        emit INoteEvents.Demanded(id, holder, today, notice);

        if (overdue && !note.facts[Facts.NON_PAYMENT].open()) {
            uint24 begins = _deadline(loaded.terms, today, loaded.terms.graceDays) + 1;
            record(note, id, Facts.NON_PAYMENT, FactKind.NonPayment, Reporter.Contract, today, begins, notice);
        }
    }

    /// @dev By the borrower or the attestor.
    function report(
        Note storage note,
        uint256 id,
        bytes32 name,
        FactKind kind,
        uint24 occurred,
        string calldata evidence
    ) external {
        Loaded memory loaded = note.load(id, address(0));
        Reporter reporter = reporterOf(note, loaded.terms);
        if (kind >= FactKind.NonPayment) revert INoteErrors.FactKindReserved(kind);
        _requireNewName(note, name);
        _requireWithin(occurred, loaded.terms.dated, loaded.today);
        _countOpen(note, reporter);
        uint24 begins = _begins(loaded.terms, kind, occurred);
        record(note, id, name, kind, reporter, occurred, begins, evidence);
    }

    /// @dev By the holder or the attestor.
    function cure(
        Note storage note,
        uint256 id,
        address holder,
        bytes32 name,
        uint24 occurred,
        string calldata evidence
    ) external {
        Loaded memory loaded = note.load(id, holder);
        if (msg.sender != holder && !_isAttestor(loaded.terms)) {
            revert INoteErrors.NotHolderOrAttestor(msg.sender, holder, loaded.terms.attestor);
        }
        if (msg.sender == holder) note.objectByActing(id, holder);
        Fact storage fact = note.facts[name];
        if (!fact.known()) revert INoteErrors.FactUnknown(name);
        if (fact.kind >= FactKind.NonPayment) revert INoteErrors.FactNotCurable(name, fact.kind);
        _requireWithin(occurred, fact.occurred, loaded.today);

        bool wasOpen = fact.open();
        if (fact.cured == 0 || occurred < fact.cured) fact.cured = occurred;
        bool closes = wasOpen && !fact.open();
        if (closes) _uncount(note, name, fact.reporter);
        emit INoteEvents.CureReported(id, name, msg.sender, occurred, closes, evidence);
    }

    /// @dev By the holder.
    function waive(Note storage note, uint256 id, address holder, bytes32 name) external {
        note.requireHolder(note.loadUndated(id, holder));
        Fact storage fact = note.facts[name];
        if (!fact.open()) revert INoteErrors.FactNotOpen(name);
        fact.waived = true;
        _uncount(note, name, fact.reporter);
        emit INoteEvents.FactWaived(id, name, holder);
    }

    function statusOf(Note storage note, uint256 id) external view returns (Status) {
        Loaded memory loaded = note.loadRecord(id);
        if (note.ending != Ending.None) return Status(uint8(note.ending) + uint8(Status.Default));
        if (note.readOpenFacts().standingSince(loaded.today) != Facts.NEVER) return Status.Default;
        if (loaded.today < loaded.terms.maturity) return Status.Outstanding;
        return loaded.today <= loaded.making.lastDayToPay ? Status.Due : Status.Overdue;
    }

    /// @dev Puts a fact on record and on the list of open ones.
    function record(
        Note storage note,
        uint256 id,
        bytes32 name,
        FactKind kind,
        Reporter reporter,
        uint24 occurred,
        uint24 begins,
        string memory evidence
    ) internal {
        uint24 ordinal = ++note.factsRecorded;
        note.facts[name] = Fact(kind, reporter, occurred, begins, 0, false, ordinal);
        note.openFacts.push(name);
        emit INoteEvents.FactReported(id, name, kind, reporter, msg.sender, occurred, begins, ordinal, evidence);
    }

    /// @dev The side whose word the caller's is.
    function reporterOf(Note storage note, Terms memory terms) internal view returns (Reporter) {
        address borrower = note.obligorOf(terms);
        if (msg.sender == borrower) return Reporter.Borrower;
        if (_isAttestor(terms)) return Reporter.Attestor;
        revert INoteErrors.NotBorrowerOrAttestor(msg.sender, borrower, terms.attestor);
    }

    function _isAttestor(Terms memory terms) private view returns (bool) {
        return terms.attestor != address(0) && msg.sender == terms.attestor;
    }

    function _requireNewName(Note storage note, bytes32 name) private view {
        if (name[0] == 0 || name[31] != 0) revert INoteErrors.FactNameInvalid(name);
        if (name == Facts.NON_PAYMENT || name == Facts.ASSIGNMENT) revert INoteErrors.FactNameReserved(name);
        if (note.facts[name].known()) revert INoteErrors.FactNameTaken(name);
    }

    function _requireWithin(uint24 occurred, uint24 earliest, uint24 latest) private pure {
        if (occurred < earliest || occurred > latest) {
            revert INoteErrors.OccurredOutOfRange(occurred, earliest, latest);
        }
    }

    function _countOpen(Note storage note, Reporter reporter) private {
        uint8 open = reporter == Reporter.Borrower ? note.openByBorrower : note.openByAttestor;
        if (open >= _OPEN_FACTS_LIMIT) revert INoteErrors.TooManyOpenFacts(open, _OPEN_FACTS_LIMIT);
        if (reporter == Reporter.Borrower) note.openByBorrower = open + 1;
        else note.openByAttestor = open + 1;
    }

    function _uncount(Note storage note, bytes32 name, Reporter reporter) private {
        if (reporter == Reporter.Borrower) --note.openByBorrower;
        else if (reporter == Reporter.Attestor) --note.openByAttestor;
        note.dropFact(name);
    }

    /// @dev First day of the default that a reported fact is or becomes.
    function _begins(Terms memory terms, FactKind kind, uint24 occurred) private view returns (uint24) {
        if (kind == FactKind.InvoluntaryPetition) return _deadline(terms, occurred, terms.dismissalDays) + 1;
        if (kind == FactKind.Judgment) return _deadline(terms, occurred, terms.judgmentDays) + 1;
        return occurred;
    }

    /// @dev Last day of a period, moved to a business day if the terms extend deadlines.
    function _deadline(Terms memory terms, uint24 from, uint16 period) private view returns (uint24) {
        uint24 day = from + period;
        return terms.extendDeadlines ? ICalendar(terms.calendar).roll(day) : day;
    }
}
