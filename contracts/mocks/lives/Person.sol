// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Person
/// @notice Someone who does what the player of a life says.
contract Person {
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
}
