// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {LostNote} from "./clauses/LostNote.sol";
import {Making} from "./clauses/Making.sol";
import {Novation} from "./clauses/Novation.sol";
import {Payment} from "./clauses/Payment.sol";
import {SignedActs} from "./clauses/SignedActs.sol";
import {INoteMaking} from "./interfaces/INoteMaking.sol";
import {INoteNovation} from "./interfaces/INoteNovation.sol";
import {INotePayment} from "./interfaces/INotePayment.sol";
import {INoteRecovery} from "./interfaces/INoteRecovery.sol";
import {INoteSignatures} from "./interfaces/INoteSignatures.sol";
import {Factors} from "./types/Factors.sol";
import {Consents, Permit, Signature, Terms} from "./types/NoteTypes.sol";

/// @notice Parts of `PromissoryNotes` that are contracts of their own, to which it passes acts on.
/// @param making Makes notes.
/// @param novation Replaces notes.
/// @param payment Takes payment.
/// @param signed Takes signatures in place of calls.
/// @param lost Recovers lost notes.
struct Parts {
    Making making;
    Novation novation;
    Payment payment;
    SignedActs signed;
    LostNote lost;
}

/// @title PassedOnActs
/// @notice The acts that `PromissoryNotes` passes on, as they come, to parts of it that are contracts of their own. The parts are fixed at
/// deployment; they have its storage to work on and none that counts of their own.
abstract contract PassedOnActs is INoteMaking, INoteNovation, INotePayment, INoteRecovery, INoteSignatures {
    address private immutable _making;
    address private immutable _novation;
    address private immutable _payment;
    address private immutable _signed;
    address private immutable _lost;

    constructor(Parts memory parts) {
        _making = address(parts.making);
        _novation = address(parts.novation);
        _payment = address(parts.payment);
        _signed = address(parts.signed);
        _lost = address(parts.lost);
    }

    /*//////////////////////////////////////////////////////////////
                                MAKING
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteMaking
    function make(Terms calldata, address) external returns (uint256) {
        _passOn(_making);
    }

    /// @inheritdoc INoteMaking
    function makeBySignature(Terms calldata, address, Factors calldata, Signature calldata) external returns (uint256) {
        _passOn(_making);
    }

    /// @inheritdoc INoteMaking
    function offer(Terms calldata, address, uint24) external {
        _passOn(_making);
    }

    /// @inheritdoc INoteMaking
    function withdrawOffer(Terms calldata, address) external {
        _passOn(_making);
    }

    /// @inheritdoc INoteMaking
    function subscribe(Terms calldata, Factors calldata) external returns (uint256) {
        _passOn(_making);
    }

    /// @inheritdoc INoteMaking
    function subscribeBySignature(Terms calldata, Factors calldata, Signature calldata) external returns (uint256) {
        _passOn(_making);
    }

    /*//////////////////////////////////////////////////////////////
                               NOVATION
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteNovation
    function novate(uint256, Terms calldata, Factors calldata, Consents calldata) external returns (uint256) {
        _passOn(_novation);
    }

    /*//////////////////////////////////////////////////////////////
                               PAYMENT
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INotePayment
    function pay(uint256, uint256) external returns (uint256) {
        _passOn(_payment);
    }

    /// @inheritdoc INotePayment
    function payWithPermit(uint256, uint256, Permit calldata) external returns (uint256) {
        _passOn(_payment);
    }

    /// @inheritdoc INotePayment
    function withdraw(uint256, address, address) external returns (uint256) {
        _passOn(_payment);
    }

    /// @inheritdoc INotePayment
    function acknowledge(uint256, uint256, string calldata) external {
        _passOn(_payment);
    }

    /// @inheritdoc INotePayment
    function release(uint256) external {
        _passOn(_payment);
    }

    /*//////////////////////////////////////////////////////////////
                              SIGNATURES
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteSignatures
    function consentBySignature(uint256, address, uint24, Signature calldata) external {
        _passOn(_signed);
    }

    /// @inheritdoc INoteSignatures
    function transferBySignature(uint256, address, uint24, Signature calldata, Signature calldata) external {
        _passOn(_signed);
    }

    /// @inheritdoc INoteSignatures
    function acceptBySignature(uint256, address, Signature calldata) external {
        _passOn(_signed);
    }

    /// @inheritdoc INoteSignatures
    function assignBySignature(uint256, address, Signature calldata, Signature calldata) external {
        _passOn(_signed);
    }

    /// @inheritdoc INoteSignatures
    function cancelSignature(uint256) external {
        _passOn(_signed);
    }

    /*//////////////////////////////////////////////////////////////
                              LOST NOTE
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteRecovery
    function declareLost(uint256, string calldata) external {
        _passOn(_lost);
    }

    /// @inheritdoc INoteRecovery
    function consentToRecovery(uint256, address) external {
        _passOn(_lost);
    }

    /// @inheritdoc INoteRecovery
    function revokeRecoveryConsent(uint256) external {
        _passOn(_lost);
    }

    /// @inheritdoc INoteRecovery
    function object(uint256) external {
        _passOn(_lost);
    }

    /// @inheritdoc INoteRecovery
    function recover(uint256) external {
        _passOn(_lost);
    }

    /// @dev Ends the call with whatever a part of this contract makes of it.
    function _passOn(address part) private {
        assembly ("memory-safe") {
            let data := mload(0x40)
            calldatacopy(data, 0, calldatasize())
            let done := delegatecall(gas(), part, data, calldatasize(), 0, 0)
            returndatacopy(data, 0, returndatasize())
            if done {
                return(data, returndatasize())
            }
            revert(data, returndatasize())
        }
    }
}
