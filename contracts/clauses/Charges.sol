// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {ChargeKind, Note, Reporter} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";

/// @title Charges
/// @notice Clause: late fees, and costs of collection on the borrower. Owed once admitted, not before.
library Charges {
    using NoteStore for Note;

    /// @dev By the borrower or the attestor.
    function admit(Note storage note, uint256 id, ChargeKind kind, uint256 amount, string calldata evidence) external {
        Loaded memory loaded = note.loadUndated(id, address(0));
        Reporter reporter = Default.reporterOf(note, loaded.terms);
        if (amount == 0) revert INoteErrors.ZeroAmount();

        uint256 left = type(uint96).max - note.chargesAdmitted;
        if (amount > left) revert INoteErrors.ChargesAboveLimit(kind, amount, left);
        if (reporter == Reporter.Attestor) {
            left = loaded.terms.principal - note.chargesByAttestor;
            if (amount > left) revert INoteErrors.AttestorChargesAboveLimit(kind, amount, left);
            note.chargesByAttestor += uint96(amount);
        }
        note.chargesAdmitted += uint96(amount);
        note.charges += uint96(amount);
        note.charged = true;
        note.endConsent();
        emit INoteEvents.ChargeAdmitted(id, kind, amount, reporter, msg.sender, evidence);
    }
}
