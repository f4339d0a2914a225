// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteViews} from "../interfaces/INoteViews.sol";
import {Accrual} from "../libraries/Accrual.sol";
import {Note, Statement} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Interest
/// @notice Clause: what is owed on a day.
abstract contract Interest is NoteStore {
    /// @inheritdoc INoteViews
    function statementOf(uint256 id) external view override returns (Statement memory) {
        (Note storage note, Loaded memory loaded) = _loadRecord(id);
        return Accrual.statementOf(_debt(loaded, _balances(note, loaded)));
    }

    /// @inheritdoc INoteViews
    function statementOn(uint256 id, uint24 day) external view override returns (Statement memory) {
        (Note storage note, Loaded memory loaded) = _loadTerms(id);
        loaded.today = day;
        return Accrual.statementOf(_debt(loaded, _balances(note, loaded)));
    }
}
