// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {Ending, Fact, Note} from "../types/NoteTypes.sol";
import {Loaded} from "./NoteStore.sol";
import {Reservation} from "./Reservation.sol";

/// @title Discharge
/// @notice Clause: when nothing is owed the note ends; its token is burned and its record stays.
abstract contract Discharge is Reservation {
    /// @dev Name of default (i) among the facts of a note.
    bytes32 internal constant NON_PAYMENT = "nonPayment";

    /// @dev Takes off a debt what an act has paid or converted, stores the rest, and ends the note if there is none.
    /// The same act may leave a leftover, which is counted with the interest.
    /// @param ending How the note ends if nothing is left.
    /// @return balances What is stored from now on.
    function _reduce(
        Note storage note,
        Loaded memory loaded,
        Balances memory before,
        Debt memory debt,
        Taken memory taken,
        uint256 leftover,
        Ending ending
    ) internal returns (Balances memory balances) {
        debt.principal -= taken.principal;
        debt.interest = debt.interest - taken.interest + leftover;
        debt.overdueInterest -= taken.overdueInterest;
        debt.charges -= taken.charges;

        if (Accrual.total(debt) == 0) {
            _end(note, loaded, ending);
            return balances;
        }
        balances = Accrual.balancesOf(loaded.terms, debt, taken.overdueInterest);
        _store(note, balances, before);
        _endConsent(loaded.id, note);
        if (balances.principal == 0 && before.principal != 0) _avertNonPayment(note, loaded.today);
    }

    /// @dev Ends the note: the token is burned, the record stays readable.
    function _end(Note storage note, Loaded memory loaded, Ending ending) internal {
        note.principal = 0;
        note.carried = 0;
        note.ending = ending;
        note.endedOn = loaded.today;
        if (note.charges != 0) note.charges = 0;
        _endConsent(loaded.id, note);
        emit NoteDischarged(loaded.id, ending, loaded.today);
        _burn(loaded.id);
    }

    /// @dev No principal owed within the days of grace averts default (i).
    function _avertNonPayment(Note storage note, uint24 today) private {
        Fact storage fact = note.facts[NON_PAYMENT];
        if (fact.ordinal != 0 && !fact.waived && fact.cured == 0 && today < fact.begins) {
            fact.cured = today;
            _closeFact(note, NON_PAYMENT);
        }
    }

    /// @dev Takes a fact off the list of open ones. The list is short: its length is bounded per reporter.
    function _closeFact(Note storage note, bytes32 name) internal {
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
}
