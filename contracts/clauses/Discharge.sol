// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";

import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {Facts} from "../libraries/Facts.sol";
import {Ending, Fact, Note} from "../types/NoteTypes.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Discharge
/// @notice Clause: when nothing is owed the note ends. Its record stays; the contract burns its token.
library Discharge {
    using NoteStore for Note;
    using Facts for Fact;

    /// @dev Takes off a debt what an act has paid or converted, stores the rest, and ends the note if there is none.
    /// @param leftover What of it stays owed after all, counted with the interest.
    /// @param ending How the note ends if nothing is left.
    /// @return balances What is stored from now on.
    /// @return ended Whether the note has ended.
    function reduce(
        Note storage note,
        Loaded memory loaded,
        Balances memory before,
        Debt memory debt,
        Taken memory taken,
        uint256 leftover,
        Ending ending
    ) internal returns (Balances memory balances, bool ended) {
        debt.principal -= taken.principal;
        debt.interest = debt.interest - taken.interest + leftover;
        debt.overdueInterest -= taken.overdueInterest;
        debt.charges -= taken.charges;

        if (Accrual.total(debt) == 0) {
            end(note, loaded, ending);
            return (balances, true);
        }
        balances = Accrual.balancesOf(loaded.terms, debt, taken.overdueInterest);
        note.store(balances, before);
        note.endConsent();
        if (balances.principal == 0 && before.principal != 0) _avertNonPayment(note, loaded);
        // of what is owed a certificate shows principal alone
        if (balances.principal != before.principal) emit IERC4906.MetadataUpdate(loaded.id);
    }

    /// @dev Ends a note. Nothing of its record is lost.
    function end(Note storage note, Loaded memory loaded, Ending ending) internal {
        (note.principal, note.carried, note.endedOn, note.ending) = (0, 0, loaded.today, ending);
        if (note.charged) note.charges = 0;
        if (loaded.today > loaded.making.lastDayToPay && note.overdueCarried != 0) note.overdueCarried = 0;
        emit INoteEvents.NoteDischarged(loaded.id, ending, loaded.today);
    }

    /// @dev No principal owed within the days of grace averts default (i): a cure that is told as any other.
    function _avertNonPayment(Note storage note, Loaded memory loaded) private {
        Fact storage fact = note.facts[Facts.NON_PAYMENT];
        if (fact.open() && loaded.today < fact.begins) {
            fact.cured = loaded.today;
            note.dropFact(Facts.NON_PAYMENT);
            emit INoteEvents.CureReported(loaded.id, Facts.NON_PAYMENT, msg.sender, loaded.today, true, "");
        }
    }
}
