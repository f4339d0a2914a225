// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice The few powers over the chain that these tests use, by the names the test runner gives them.
interface Cheats {
    /// @notice Sets the block's time.
    function warp(uint256 timestamp) external;

    /// @notice Makes the next call come from `sender`.
    function prank(address sender) external;

    /// @notice The creation code of a contract of the project, linked.
    function getCode(string calldata name) external view returns (bytes memory);

    /// @notice Remembers the state of the chain, and goes back to it.
    function snapshotState() external returns (uint256 snapshot);

    function revertToState(uint256 snapshot) external returns (bool);

    /// @notice Whole number in an environment variable, or what is taken without it.
    function envOr(string calldata name, uint256 otherwise) external view returns (uint256);
}

Cheats constant CHEATS = Cheats(address(uint160(uint256(keccak256("hevm cheat code")))));
