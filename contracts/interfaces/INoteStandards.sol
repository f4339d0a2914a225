// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title INoteStandards
/// @notice What wallets and registries ask of a token, in the words of the standards they know. Neither interface is implemented whole, so
/// neither is announced by ERC-165.
interface INoteStandards {
    /// @notice ERC-7943 (non-fungible): whether the rules of the note let a transfer between these two through today. Whether `from` holds it is, as
    /// the standard wants, another question.
    /// @dev Reverts for no note and no account, and only if the calendar of the note does. False for a note that has ended or was never made.
    function canTransfer(address from, address to, uint256 id) external view returns (bool allowed);

    /// @notice ERC-7943: whether an account may send notes at all. Any account may; each note has rules of its own.
    function canSend(address account) external view returns (bool allowed);

    /// @notice ERC-7943: whether an account may receive notes at all. Any account may; each note has rules of its own.
    function canReceive(address account) external view returns (bool allowed);

    /// @notice ERC-1643 in style: the hash of a document that a note carries.
    /// @param name `instrument` for the prose (SHA-256), `termSheet` for the canonical term sheet (Keccak-256), as short strings.
    /// @return documentHash Its hash; zero if there is none.
    function getDocument(uint256 id, bytes32 name) external view returns (bytes32 documentHash);

    /// @notice ERC-1643 in style: the names of the documents a note carries.
    function getAllDocuments(uint256 id) external view returns (bytes32[] memory names);
}
