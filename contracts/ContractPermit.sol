// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title ContractPermit
/// @notice ERC-2612 that takes the signatures of contracts too, by ERC-1271, the three parts joined as 65 bytes.
/// @dev The owner's key comes first, so that an account whose key has been given code still signs for itself.
abstract contract ContractPermit is ERC20Permit {
    bytes32 private constant _PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    /// @inheritdoc ERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) public virtual override {
        if (block.timestamp > deadline) revert ERC2612ExpiredSignature(deadline);

        bytes32 hash = _hashTypedDataV4(
            keccak256(abi.encode(_PERMIT_TYPEHASH, owner, spender, value, _useNonce(owner), deadline))
        );
        (address signer, , ) = ECDSA.tryRecover(hash, v, r, s);
        bool signed =
            signer == owner || SignatureChecker.isValidERC1271SignatureNow(owner, hash, abi.encodePacked(r, s, v));
        if (!signed) revert ERC2612InvalidSigner(signer, owner);

        _approve(owner, spender, value);
    }
}
