// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {INoteActs} from "../interfaces/INoteActs.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Errors} from "../libraries/Errors.sol";
import {Facts} from "../libraries/Facts.sol";
import {Ending, Fact, FactKind, Note, Reporter, Status, Terms} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Default
/// @notice Clause: events of default, and acceleration by itself. Facts are stored with the day on which they ripen; whether a
/// default stands is derived.
abstract contract Default is Discharge {
    using Facts for Fact;
    using Facts for Fact[];

    /// @dev Name of default (iv) among the facts of a note.
    bytes32 internal constant ASSIGNMENT = "assignment";

    uint8 private constant _OPEN_FACTS_LIMIT = 16;

    /// @inheritdoc INoteActs
    function demand(uint256 id, string calldata notice) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireHolder(id);
        uint24 today = loaded.today;

        bool overdue = today > loaded.making.lastDayToPay && note.principal != 0;
        bool standing = _facts(note).standingSince(today) != Facts.NEVER;
        if (!overdue && !standing) revert Errors.DemandPremature(today, loaded.making.lastDayToPay);

        if (standing) (note.calledOn, note.calledThrough) = (today, note.factsRecorded);
        emit Demanded(id, msg.sender, today, notice);

        if (overdue && !note.facts[NON_PAYMENT].open()) {
            uint24 begins = _deadline(loaded.terms, today, loaded.terms.graceDays) + 1;
            _record(note, id, NON_PAYMENT, FactKind.NonPayment, Reporter.Contract, today, begins, notice);
        }
    }

    /// @inheritdoc INoteActs
    function report(
        uint256 id,
        bytes32 name,
        FactKind kind,
        uint24 occurred,
        string calldata evidence
    ) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        Reporter reporter = _reporter(note, loaded.terms);
        if (kind >= FactKind.NonPayment) revert Errors.FactKindReserved(kind);
        if (name == NON_PAYMENT || name == ASSIGNMENT) revert Errors.FactNameReserved(name);
        if (name[0] == 0 || name[31] != 0) revert Errors.FactNameInvalid(name);
        if (note.facts[name].known()) revert Errors.FactNameTaken(name);
        _requireWithin(occurred, loaded.terms.dated, loaded.today);

        uint8 open = reporter == Reporter.Borrower ? note.openByBorrower : note.openByAttestor;
        if (open >= _OPEN_FACTS_LIMIT) revert Errors.TooManyOpenFacts(open, _OPEN_FACTS_LIMIT);
        if (reporter == Reporter.Borrower) note.openByBorrower = open + 1;
        else note.openByAttestor = open + 1;

        uint24 begins = _begins(loaded.terms, kind, occurred);
        _record(note, id, name, kind, reporter, occurred, begins, evidence);
    }

    /// @inheritdoc INoteActs
    function cure(uint256 id, bytes32 name, uint24 occurred, string calldata evidence) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        if (msg.sender != _holder(id) && !_isAttestor(loaded.terms)) {
            revert Errors.NotHolderOrAttestor(msg.sender, _holder(id), loaded.terms.attestor);
        }
        Fact storage fact = note.facts[name];
        if (!fact.known()) revert Errors.FactUnknown(name);
        if (fact.kind >= FactKind.NonPayment) revert Errors.FactNotCurable(name, fact.kind);
        _requireWithin(occurred, fact.occurred, loaded.today);

        bool wasOpen = fact.open();
        if (fact.cured == 0 || occurred < fact.cured) fact.cured = occurred;
        bool closes = wasOpen && !fact.open();
        if (closes) _dropFact(note, name, fact.reporter);
        emit CureReported(id, name, msg.sender, occurred, closes, evidence);
    }

    /// @inheritdoc INoteActs
    function waive(uint256 id, bytes32 name) external override {
        (Note storage note, ) = _load(id);
        _requireHolder(id);
        Fact storage fact = note.facts[name];
        if (!fact.open()) revert Errors.FactNotOpen(name);
        fact.waived = true;
        _dropFact(note, name, fact.reporter);
        emit FactWaived(id, name, msg.sender);
    }

    /// @inheritdoc INoteViews
    function statusOf(uint256 id) external view override returns (Status) {
        (Note storage note, Loaded memory loaded) = _loadRecord(id);
        if (note.ending != Ending.None) return Status(uint8(note.ending) + uint8(Status.Default));
        if (_facts(note).standingSince(loaded.today) != Facts.NEVER) return Status.Default;
        if (loaded.today < loaded.terms.maturity) return Status.Outstanding;
        return loaded.today <= loaded.making.lastDayToPay ? Status.Due : Status.Overdue;
    }

    /// @inheritdoc INoteViews
    function factOf(uint256 id, bytes32 name) external view override returns (Fact memory) {
        return _notes[id].facts[name];
    }

    /// @inheritdoc INoteViews
    function openFactsOf(uint256 id) external view override returns (bytes32[] memory names, Fact[] memory facts) {
        return (_notes[id].openFacts, _facts(_notes[id]));
    }

    /// @dev Puts a fact on record and on the list of open ones.
    function _record(
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
        emit FactReported(id, name, kind, reporter, msg.sender, occurred, begins, ordinal, evidence);
    }

    /// @dev The side whose word the caller's is.
    function _reporter(Note storage note, Terms memory terms) internal view returns (Reporter) {
        address borrower = _obligor(note, terms);
        if (msg.sender == borrower) return Reporter.Borrower;
        if (_isAttestor(terms)) return Reporter.Attestor;
        revert Errors.NotBorrowerOrAttestor(msg.sender, borrower, terms.attestor);
    }

    function _isAttestor(Terms memory terms) internal view returns (bool) {
        return terms.attestor != address(0) && msg.sender == terms.attestor;
    }

    function _dropFact(Note storage note, bytes32 name, Reporter reporter) private {
        if (reporter == Reporter.Borrower) --note.openByBorrower;
        else if (reporter == Reporter.Attestor) --note.openByAttestor;
        _closeFact(note, name);
    }

    function _requireWithin(uint24 occurred, uint24 earliest, uint24 latest) private pure {
        if (occurred < earliest || occurred > latest) revert Errors.OccurredOutOfRange(occurred, earliest, latest);
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
