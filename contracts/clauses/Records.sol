// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {MakingFacts, Note, Record, Terms} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Records
/// @notice What is stored, for anyone to read; most of it is made sense of by the lens.
library Records {
    using NoteStore for Note;

    function termsOf(Note storage note, uint256 id) external view returns (Terms memory, MakingFacts memory) {
        Loaded memory loaded = note.loadTerms(id, address(0));
        return (loaded.terms, loaded.making);
    }

    function recordOf(Note storage note, uint256 id, address holder) external view returns (Record memory record) {
        Loaded memory loaded = note.loadTerms(id, holder);
        record.principal = note.principal;
        record.carried = note.carried;
        record.charges = note.charges;
        record.chargesAdmitted = note.chargesAdmitted;
        record.chargesByAttestor = note.chargesByAttestor;
        record.overdueCarried = note.overdueCarried;
        record.holder = holder;
        record.obligor = note.obligorOf(loaded.terms);
        record.ending = note.ending;
        record.endedOn = note.endedOn;
        if (note.consentUntil != 0) record.consentTo = note.consentTo;
        record.consentUntil = note.consentUntil;
        record.prepaymentUntil = note.prepaymentUntil;
        record.calledOn = note.calledOn;
        record.calledThrough = note.calledThrough;
    }

    function dayOf(Note storage note, uint256 id) external view returns (uint24) {
        return note.loadRecord(id).today;
    }

    function obligorOf(Note storage note, uint256 id) external view returns (address) {
        return note.obligorOf(note.loadTerms(id, address(0)).terms);
    }
}
