// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlRegistry} from "./IControlRegistry.sol";

/// @title IControlRegister
/// @notice A register of who controls whom, kept by one registrar. Control counts from the moment it is recorded to
/// the moment it is revoked. Each company has at most one controller, none controls itself through others, and no
/// chain of control is longer than 16 links, so that every company has one ultimate controller, and it is near.
interface IControlRegister is IControlRegistry {
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

    /// @notice Only the registrar writes.
    error NotRegistrar(address caller, address registrar);

    /// @notice The zero address neither controls nor is controlled.
    error ControlOfNobody(address controller, address controlled);

    /// @notice One controller at a time: the present one must be revoked first.
    error AlreadyControlled(address controlled, address controller, address proposed);

    /// @notice The controller is itself controlled by the company it would control, or is that company.
    error ControlCycle(address controller, address controlled);

    /// @notice The longest chain through the new link would have more links than the register allows.
    error ControlChainTooLong(uint256 links, uint256 mostLinks);

    /// @notice There is no control to revoke.
    error NotControlled(address controlled);

    // -----------------------------------------------------------------------------------------------------------------
    // Recording
    // -----------------------------------------------------------------------------------------------------------------

    /// @notice Records that one company controls another, from now on.
    /// @dev Emits {ControlRecorded}.
    ///
    /// Requirements:
    /// - the caller is the registrar, else `NotRegistrar`;
    /// - neither address is zero, else `ControlOfNobody`;
    /// - the controlled company has no controller, else `AlreadyControlled`;
    /// - it does not control the controller, directly or through others, and is not it, else `ControlCycle`;
    /// - the longest chain through the new link, above and below it, has at most 16 links, else `ControlChainTooLong`.
    /// @param controller Who controls.
    /// @param controlled Who is controlled.
    /// @param evidence Link to what it rests on, or its hash; kept in the event alone.
    function recordControl(address controller, address controlled, string calldata evidence) external;

    /// @notice Records that a company is no longer controlled by whom it was, from now on.
    /// @dev Emits {ControlRevoked}.
    ///
    /// Requirements:
    /// - the caller is the registrar, else `NotRegistrar`;
    /// - the company has a controller, else `NotControlled`.
    /// @param controlled Who was controlled.
    /// @param evidence Link to what its end rests on, or its hash; kept in the event alone.
    function revokeControl(address controlled, string calldata evidence) external;

    // -----------------------------------------------------------------------------------------------------------------
    // Reading
    // -----------------------------------------------------------------------------------------------------------------

    /// @notice Who keeps the register, for good.
    function registrar() external view returns (address);

    /// @notice Who controls a company directly.
    /// @return controller The controller; zero for none.
    /// @return since Second its control counts from; zero for none.
    function controllerOf(address controlled) external view returns (address controller, uint64 since);

    /// @notice Whether one controls another, directly or through others. None controls itself.
    function controls(address controller, address controlled) external view returns (bool);
}
