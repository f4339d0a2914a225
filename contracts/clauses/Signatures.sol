// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Signature} from "../types/NoteTypes.sol";

/// @title Signatures
/// @notice A party's signature in place of its call. Each is good for one message, once, until its deadline.
library Signatures {
    using BitMaps for BitMaps.BitMap;

    /// @dev Requires the signer's signature over a message and uses up its nonce. An account's key comes first, so that one whose key
    /// has been given code still signs for itself.
    function verify(
        mapping(address => BitMaps.BitMap) storage nonces,
        bytes32 domain,
        address signer,
        bytes32 message,
        Signature calldata signature
    ) internal {
        if (block.timestamp > signature.deadline) {
            revert INoteErrors.SignatureExpired(signature.deadline, block.timestamp);
        }
        _use(nonces[signer], signer, signature.nonce);

        bytes32 digest = MessageHashUtils.toTypedDataHash(domain, message);
        (address recovered, ECDSA.RecoverError fault, ) = ECDSA.tryRecoverCalldata(digest, signature.signature);
        if (fault == ECDSA.RecoverError.NoError && recovered == signer) return;
        if (!SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature.signature)) {
            revert INoteErrors.SignatureInvalid(signer, digest);
        }
    }

    /// @dev By the signer.
    function cancel(mapping(address => BitMaps.BitMap) storage nonces, uint256 nonce) internal {
        _use(nonces[msg.sender], msg.sender, nonce);
        emit INoteEvents.SignatureCancelled(msg.sender, nonce);
    }

    function _use(BitMaps.BitMap storage used, address signer, uint256 nonce) private {
        if (used.get(nonce)) revert INoteErrors.NonceUsed(signer, nonce);
        used.set(nonce);
    }
}
