// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ControlForest} from "./ControlForest.sol";
import {IControlRegister} from "./interfaces/IControlRegister.sol";

/// @title ControlRegistry
/// @notice The register of control that its registrar writes in directly.
contract ControlRegistry is IControlRegister, ControlForest {
    modifier onlyRegistrar() {
        if (msg.sender != registrar) revert NotRegistrar(msg.sender, registrar);
        _;
    }

    constructor(address registrar_) ControlForest(registrar_) {}

    /// @inheritdoc IControlRegister
    function recordControl(address controller, address controlled, string calldata evidence) external onlyRegistrar {
        _record(controller, controlled, 0, evidence);
    }

    /// @inheritdoc IControlRegister
    function revokeControl(address controlled, string calldata evidence) external onlyRegistrar {
        Company storage company = _companies[controlled];
        (address controller, uint64 since) = (company.controller, company.since);
        if (controller == address(0)) revert NotControlled(controlled);

        _strikeOff(controlled);
        emit ControlRevoked(controller, controlled, since, evidence);
    }
}
