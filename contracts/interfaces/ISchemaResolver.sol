// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A statement made through the Ethereum Attestation Service, laid out as the service hands it over.
/// @param uid Its identifier, unique within the service.
/// @param schema Identifier of the schema that says what `data` means.
/// @param time Second it was made.
/// @param expirationTime First second at which it no longer holds; 0 for none.
/// @param revocationTime Second it was revoked; 0 if it was not.
/// @param refUID Another attestation it refers to; 0 for none.
/// @param recipient Whom it is about.
/// @param attester Who states it, whoever sent the transaction.
/// @param revocable Whether the attester may revoke it.
/// @param data What is stated, encoded as the schema says.
struct Attestation {
    bytes32 uid;
    bytes32 schema;
    uint64 time;
    uint64 expirationTime;
    uint64 revocationTime;
    bytes32 refUID;
    address recipient;
    address attester;
    bool revocable;
    bytes data;
}

/// @title ISchemaResolver
/// @notice What the Ethereum Attestation Service calls on each attestation and revocation under a schema that names this
/// contract as its resolver. If it reverts or answers false, the attestation or revocation is not made.
/// @dev The service calls the functions for one where there is one, those for many otherwise. Values are in wei, one for
/// each attestation, all zero for a resolver that takes no payment.
interface ISchemaResolver {
    /// @notice Whether attestations and revocations may carry a payment to the resolver.
    function isPayable() external pure returns (bool);

    /// @notice An attestation is being made.
    function attest(Attestation calldata attestation) external returns (bool);

    /// @notice Several attestations are being made, in this order.
    function multiAttest(Attestation[] calldata attestations, uint256[] calldata values) external returns (bool);

    /// @notice An attestation is being revoked by its attester.
    function revoke(Attestation calldata attestation) external returns (bool);

    /// @notice Several attestations are being revoked by their attester, in this order.
    function multiRevoke(Attestation[] calldata attestations, uint256[] calldata values) external returns (bool);
}
