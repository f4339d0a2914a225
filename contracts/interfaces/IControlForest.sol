// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlRegistry} from "./IControlRegistry.sol";

/// @title IControlForest
/// @notice Who controls whom, as one registrar says. Each company has at most one controller, none controls itself
/// through others, and no chain of control is longer than 16 links, so that every company has one ultimate
/// controller, and it is near. Registers differ in how the registrar speaks.
interface IControlForest is IControlRegistry {
    // -----------------------------------------------------------------------------------------------------------------
    // Events
    // -----------------------------------------------------------------------------------------------------------------

    /// @notice Control began.
    /// @param controller Who controls.
    /// @param controlled Who is controlled.
    /// @param since Second it counts from, that of the block.
    /// @param evidence Link to what it rests on, or its hash.
    event ControlRecorded(address indexed controller, address indexed controlled, uint64 since, string evidence);

    /// @notice Control ended, with the block that says so.
    /// @param controller Who controlled.
    /// @param controlled Who was controlled.
    /// @param since Second it counted from.
    /// @param evidence Link to what its end rests on, or its hash.
    event ControlRevoked(address indexed controller, address indexed controlled, uint64 since, string evidence);

    // -----------------------------------------------------------------------------------------------------------------
    // Errors
    // -----------------------------------------------------------------------------------------------------------------

    /// @notice A register needs a registrar.
    error RegistrarIsNobody();

    /// @notice Only the registrar's word counts.
    error NotRegistrar(address caller, address registrar);

    /// @notice The zero address neither controls nor is controlled.
    error ControlOfNobody(address controller, address controlled);

    /// @notice One controller at a time: the present one must be revoked first.
    error AlreadyControlled(address controlled, address controller, address proposed);

    /// @notice The controller is itself controlled by the company it would control, or is that company.
    error ControlCycle(address controller, address controlled);

    /// @notice The longest chain through the new link would have more links than the register allows.
    error ControlChainTooLong(uint256 links, uint256 mostLinks);

    // -----------------------------------------------------------------------------------------------------------------
    // Reading
    // -----------------------------------------------------------------------------------------------------------------

    /// @notice Whose word counts, for good.
    function registrar() external view returns (address);

    /// @notice Who controls a company directly, now.
    /// @return controller The controller; zero for none.
    /// @return since Second its control counts from; zero for none.
    function controllerOf(address controlled) external view returns (address controller, uint64 since);

    /// @notice Whether one controls another now, directly or through others. None controls itself.
    function controls(address controller, address controlled) external view returns (bool);
}
