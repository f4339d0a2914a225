// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IControlRegistry
/// @notice Says who is affiliated with whom. The clauses rely on this view alone, so that a register and a reader of
/// attestations are interchangeable.
interface IControlRegistry {
    /// @notice Whether one controls the other or both are under common control, today.
    /// @dev Control is transitive over at most 16 links. Anyone is an affiliate of itself. Never reverts.
    function areAffiliates(address a, address b) external view returns (bool);
}
