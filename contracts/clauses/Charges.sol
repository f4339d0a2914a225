// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteActs} from "../interfaces/INoteActs.sol";
import {Errors} from "../libraries/Errors.sol";
import {ChargeKind, Note, Reporter} from "../types/NoteTypes.sol";
import {Default} from "./Default.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Charges
/// @notice Clause: late fees, and costs of collection on the borrower. Owed once admitted, not before.
abstract contract Charges is Default {
    /// @inheritdoc INoteActs
    function admitCharge(
        uint256 id,
        ChargeKind kind,
        uint256 amount,
        string calldata evidence
    ) external override {
        (Note storage note, Loaded memory loaded) = _load(id);
        Reporter reporter = _reporter(note, loaded.terms);
        if (amount == 0) revert Errors.ZeroAmount();

        uint256 limit = type(uint96).max;
        if (amount > limit - note.chargesAdmitted) {
            revert Errors.ChargesAboveLimit(kind, amount, limit - note.chargesAdmitted);
        }
        if (reporter == Reporter.Attestor) {
            uint256 left = loaded.terms.principal - note.chargesByAttestor;
            if (amount > left) revert Errors.AttestorChargesAboveLimit(kind, amount, left);
            note.chargesByAttestor += uint96(amount);
        }
        note.chargesAdmitted += uint96(amount);
        note.charges += uint96(amount);
        _endConsent(id, note);
        emit ChargeAdmitted(id, kind, amount, reporter, msg.sender, evidence);
    }
}
