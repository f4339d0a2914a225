// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @title Person
/// @notice Someone who does what the player of a life says. Its signature, under whatever message, is its own address.
contract Person is IERC1271 {
    error NotThePlayer(address caller, address player);

    address private immutable _player;

    constructor() {
        _player = msg.sender;
    }

    /// @return ok Whether the act was accepted.
    /// @return answer What it returned, or why it was refused.
    function act(address target, bytes calldata data) external returns (bool ok, bytes memory answer) {
        if (msg.sender != _player) revert NotThePlayer(msg.sender, _player);
        // solhint-disable-next-line avoid-low-level-calls
        return target.call(data);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32, bytes calldata signature) external view returns (bytes4) {
        bool own = signature.length == 32 && abi.decode(signature, (uint256)) == uint160(address(this));
        return own ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
