// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlForest} from "./IControlForest.sol";
import {ISchemaResolver} from "./ISchemaResolver.sol";

/// @title IAttestedControlRegister
/// @notice A register of who controls whom that follows attestations of the Ethereum Attestation Service. It is the
/// resolver of one schema at one service, and the registrar is the only attester. Control counts from the moment of the
/// attestation to its revocation or its expiry, whichever comes first; expiry takes no transaction.
///
/// *Recipient*: the controlled company. *Data*: `(address controller, string evidence)`, ABI encoded. *Revocable*, always.
/// A reference to another attestation means nothing here.
///
/// An attestation is made only if:
/// - it comes from the service, else `NotAttestationService`;
/// - it is under the schema, else `WrongSchema`;
/// - the registrar is the attester, whoever sent the transaction, else `NotRegistrar`;
/// - it is revocable, else `NotRevocable`;
/// - its data decode, else it is refused without a reason;
/// - neither address is zero, else `ControlOfNobody`;
/// - the controlled company has no controller now, else `AlreadyControlled`;
/// - it does not control the controller now, directly or through others, and is not it, else `ControlCycle`;
/// - the longest chain through the new link, above and below it, has at most 16 links, else `ControlChainTooLong`. Below
///   the controlled company an expired link is counted until it is revoked or replaced; above, it is not.
///
/// A revocation is refused for coming from another than the service, and for nothing else. That of an attestation which
/// has expired makes no difference to who is affiliated with whom, nor, if another has replaced it, to anything at all.
/// @dev Emits {ControlRecorded} and {ControlAttested} for each attestation, {ControlRevoked}, without evidence, for each
/// revocation of one that had not expired.
interface IAttestedControlRegister is IControlForest, ISchemaResolver {
    /// @notice Control began by an attestation.
    /// @param uid The attestation.
    /// @param controlled Who is controlled.
    /// @param until First second at which it no longer counts; 0 for none.
    event ControlAttested(bytes32 indexed uid, address indexed controlled, uint64 until);

    /// @notice No contract is there to attest through.
    error NoAttestationService(address service);

    /// @notice Only the service tells what is attested and revoked.
    error NotAttestationService(address caller, address service);

    /// @notice The attestation is under a schema that means something else.
    error WrongSchema(bytes32 schema, bytes32 expected);

    /// @notice Control that could never be revoked would stand in the way of any other.
    error NotRevocable(address controlled);

    /// @notice The attestation service followed, for good.
    function service() external view returns (address);

    /// @notice The schema, as it is to be registered with the service: with this contract as resolver, revocable. Anyone may
    /// register it.
    function schema() external view returns (string memory);

    /// @notice The identifier the service gives the schema.
    function schemaUid() external view returns (bytes32);

    /// @notice The attestation that a company's present control rests on.
    /// @return uid The attestation; zero for none.
    /// @return until First second at which it no longer counts; 0 for none. An expiry 2^48 seconds after 1970 or later, in nine
    /// million years, is taken for none.
    function attestationOf(address controlled) external view returns (bytes32 uid, uint64 until);
}
