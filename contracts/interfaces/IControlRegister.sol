// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlForest} from "./IControlForest.sol";

/// @title IControlRegister
/// @notice A register of who controls whom, which its registrar writes in directly. Control counts from the moment it
/// is recorded to the moment it is revoked.
interface IControlRegister is IControlForest {
    /// @notice There is no control to revoke.
    error NotControlled(address controlled);

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
}
