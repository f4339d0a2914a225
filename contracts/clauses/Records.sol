// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteViews} from "../interfaces/INoteViews.sol";
import {Making, Note, Record, Terms} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Records
/// @notice What is stored, for anyone to read; most of it is made sense of by the lens.
abstract contract Records is NoteStore {
    /// @inheritdoc INoteViews
    function termsOf(uint256 id) external view override returns (Terms memory, Making memory) {
        (, Loaded memory loaded) = _loadTerms(id);
        return (loaded.terms, loaded.making);
    }

    /// @inheritdoc INoteViews
    function recordOf(uint256 id) external view override returns (Record memory record) {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        record.principal = note.principal;
        record.carried = note.carried;
        record.charges = note.charges;
        record.chargesAdmitted = note.chargesAdmitted;
        record.chargesByAttestor = note.chargesByAttestor;
        record.overdueCarried = note.overdueCarried;
        record.holder = _holder(id);
        record.obligor = _obligor(note, loaded.terms);
        record.ending = note.ending;
        record.endedOn = note.endedOn;
        record.consentTo = note.consentTo;
        record.consentUntil = note.consentUntil;
        record.prepaymentUntil = note.prepaymentUntil;
        record.calledOn = note.calledOn;
        record.calledThrough = note.calledThrough;
    }

    /// @inheritdoc INoteViews
    function dayOf(uint256 id) external view override returns (uint24) {
        (, Loaded memory loaded) = _loadRecord(id);
        return loaded.today;
    }

    /// @inheritdoc INoteViews
    function obligorOf(uint256 id) external view override returns (address) {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        return _obligor(note, loaded.terms);
    }

    /// @inheritdoc INoteViews
    function noteCount() external view override returns (uint256) {
        return _lastId;
    }
}
