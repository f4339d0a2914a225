// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IHeldPayments} from "../interfaces/IHeldPayments.sol";
import {Ending, MakingFacts, Note, Record, Terms} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Records
/// @notice What is stored, for anyone to read; most of it is made sense of by the lens.
library Records {
    using NoteStore for Note;

    bytes32 private constant _INSTRUMENT = "instrument";
    bytes32 private constant _TERM_SHEET = "termSheet";

    /// @dev The note itself is not needed; without it, tools would take the ABI of a library for that of a contract.
    function termsOf(Note storage, uint256 id) external view returns (Terms memory, MakingFacts memory) {
        Loaded memory loaded = NoteStore.loadTerms(id, address(0));
        return (loaded.terms, loaded.making);
    }

    function recordOf(Note storage note, uint256 id, address holder) external view returns (Record memory record) {
        Loaded memory loaded = NoteStore.loadTerms(id, holder);
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
        if (note.ending == Ending.None) (record.consentTo, record.consentUntil) = (note.consentTo, note.consentUntil);
        record.prepaymentUntil = note.prepaymentUntil;
        record.calledOn = note.calledOn;
        record.calledThrough = note.calledThrough;
        record.replacedBy = note.replacedBy;
    }

    function dayOf(Note storage note, uint256 id) external view returns (uint24) {
        return note.loadRecord(id).today;
    }

    function obligorOf(Note storage note, uint256 id) external view returns (address) {
        return note.obligorOf(NoteStore.loadTerms(id, address(0)).terms);
    }

    function heldFor(
        Note storage note,
        uint256 id,
        address holder,
        IHeldPayments held
    ) external view returns (address box, address owner) {
        return (held.boxOf(address(this), id, holder), note.ownerOfHeld(holder));
    }

    function documentOf(uint256 id, bytes32 name) external view returns (bytes32) {
        Terms memory terms = NoteStore.loadTerms(id, address(0)).terms;
        if (name == _INSTRUMENT) return terms.document;
        return name == _TERM_SHEET ? terms.termSheet : bytes32(0);
    }

    function documentsOf(uint256 id) external view returns (bytes32[] memory names) {
        Terms memory terms = NoteStore.loadTerms(id, address(0)).terms;
        names = new bytes32[](2);
        uint256 count;
        if (terms.document != 0) names[count++] = _INSTRUMENT;
        if (terms.termSheet != 0) names[count++] = _TERM_SHEET;
        assembly ("memory-safe") {
            mstore(names, count)
        }
    }
}
