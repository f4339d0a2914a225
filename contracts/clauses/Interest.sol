// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual} from "../libraries/Accrual.sol";
import {Note, Statement} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Interest
/// @notice Clause: what is owed on a day.
library Interest {
    using NoteStore for Note;

    function statementOf(Note storage note, uint256 id) external view returns (Statement memory) {
        return _statement(note, note.loadRecord(id));
    }

    function statementOn(Note storage note, uint256 id, uint24 day) external view returns (Statement memory) {
        Loaded memory loaded = NoteStore.loadTerms(id, address(0));
        loaded.today = day;
        return _statement(note, loaded);
    }

    function _statement(Note storage note, Loaded memory loaded) private view returns (Statement memory) {
        return Accrual.statementOf(NoteStore.debtOf(loaded, note.balancesOf(loaded)));
    }
}
