// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ControlForest} from "./ControlForest.sol";
import {IAttestedControlRegister} from "./interfaces/IAttestedControlRegister.sol";
import {Attestation, ISchemaResolver} from "./interfaces/ISchemaResolver.sol";

/// @title AttestedControlRegistry
/// @notice The register of control that follows attestations.
contract AttestedControlRegistry is IAttestedControlRegister, ControlForest {
    string private constant SCHEMA = "address controller,string evidence";

    address public immutable service;
    bytes32 public immutable schemaUid;

    // The attestation that each link on record rests on.
    mapping(address controlled => bytes32 uid) private _attestations;

    modifier onlyService() {
        if (msg.sender != service) revert NotAttestationService(msg.sender, service);
        _;
    }

    constructor(address service_, address registrar_) ControlForest(registrar_) {
        if (service_.code.length == 0) revert NoAttestationService(service_);
        service = service_;
        schemaUid = keccak256(abi.encodePacked(SCHEMA, address(this), true));
    }

    /// @inheritdoc IAttestedControlRegister
    function schema() external pure returns (string memory) {
        return SCHEMA;
    }

    /// @inheritdoc ISchemaResolver
    function isPayable() external pure returns (bool) {
        return false;
    }

    /// @inheritdoc ISchemaResolver
    function attest(Attestation calldata attestation) external onlyService returns (bool) {
        _attest(attestation);
        return true;
    }

    /// @inheritdoc ISchemaResolver
    function multiAttest(Attestation[] calldata attestations, uint256[] calldata) external onlyService returns (bool) {
        for (uint256 i = 0; i < attestations.length; ++i) _attest(attestations[i]);
        return true;
    }

    /// @inheritdoc ISchemaResolver
    function revoke(Attestation calldata attestation) external onlyService returns (bool) {
        _revoke(attestation);
        return true;
    }

    /// @inheritdoc ISchemaResolver
    function multiRevoke(Attestation[] calldata attestations, uint256[] calldata) external onlyService returns (bool) {
        for (uint256 i = 0; i < attestations.length; ++i) _revoke(attestations[i]);
        return true;
    }

    /// @inheritdoc IAttestedControlRegister
    function attestationOf(address controlled) external view returns (bytes32 uid, uint64 until) {
        if (_hasExpired(controlled)) return (0, 0);
        return (_attestations[controlled], _companies[controlled].until);
    }

    function _attest(Attestation calldata attestation) private {
        if (attestation.schema != schemaUid) revert WrongSchema(attestation.schema, schemaUid);
        if (attestation.attester != registrar) revert NotRegistrar(attestation.attester, registrar);
        address controlled = attestation.recipient;
        if (!attestation.revocable) revert NotRevocable(controlled);
        (address controller, string memory evidence) = abi.decode(attestation.data, (address, string));

        _endIfExpired(controlled);
        for (address above = controller; above != address(0); above = _companies[above].controller) {
            _endIfExpired(above);
        }
        uint64 expiry = attestation.expirationTime;
        uint48 until = expiry > type(uint48).max ? 0 : uint48(expiry);
        _record(controller, controlled, until, evidence);
        _attestations[controlled] = attestation.uid;
        emit ControlAttested(attestation.uid, controlled, until);
    }

    /// @dev One that was replaced after it expired, or was found expired on the way up, is no longer on record.
    function _revoke(Attestation calldata attestation) private {
        address controlled = attestation.recipient;
        if (_attestations[controlled] != attestation.uid) return;
        if (!_hasExpired(controlled)) {
            Company storage company = _companies[controlled];
            emit ControlRevoked(company.controller, controlled, company.since, "");
        }
        _end(controlled);
    }

    function _endIfExpired(address controlled) private {
        if (_hasExpired(controlled)) _end(controlled);
    }

    function _end(address controlled) private {
        _strikeOff(controlled);
        delete _attestations[controlled];
    }

    function _controllerNow(address controlled) internal view override returns (address) {
        Company storage company = _companies[controlled];
        (address controller, uint48 until) = (company.controller, company.until);
        return _isPast(until) ? address(0) : controller;
    }

    function _hasExpired(address controlled) private view returns (bool) {
        return _isPast(_companies[controlled].until);
    }

    function _isPast(uint48 until) private view returns (bool) {
        return until != 0 && block.timestamp >= until;
    }
}
