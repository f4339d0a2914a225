// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {NoteToken} from "./NoteToken.sol";
import {Signatures} from "./clauses/Signatures.sol";
import {Signature} from "./types/NoteTypes.sol";

/// @title NotePart
/// @notice A part of `PromissoryNotes` that outgrew it: code alone, to which acts are passed on, working on its storage. Fixed at deployment.
abstract contract NotePart is NoteToken {
    /// @notice A part was called by itself, where there are no notes.
    error OnlyPassedOn(address part);

    address internal immutable _self = address(this);

    modifier onlyPassed() {
        if (address(this) == _self) revert OnlyPassedOn(_self);
        _;
    }

    /// @dev A party's signature over a message, good for this contract on this chain, once.
    function _verify(address signer, bytes32 message, Signature calldata signature) internal {
        Signatures.verify(_nonces, _domainSeparatorV4(), signer, message, signature);
    }
}
