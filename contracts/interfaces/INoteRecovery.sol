// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title INoteRecovery
/// @notice Recovery of a note whose holder has lost its key: declared by the attestor, consented to by the borrower, and not objected to for
/// 30 days by the holder. No one of them can do it alone.
interface INoteRecovery {
    /// @notice Declares that the holder has lost its key.
    /// @dev Emits `NoteDeclaredLost`. From now on payments are held, until the holder objects or the note is recovered.
    /// Requirements: the caller is the attestor (`NotAttestor`); more than 365 days have passed since the last declaration (`DeclaredWithinYear`).
    /// @param evidence Hash of or link to evidence.
    function declareLost(uint256 id, string calldata evidence) external;

    /// @notice Consents to a new address of the holder, should its key be lost. Another address replaces it and starts the days anew.
    /// @dev Emits `RecoveryConsented`. It may come before the declaration, and after the debt was paid to a holder declared lost, for the money kept. It
    /// ends with the borrower as obligor.
    /// Requirements: the caller is the borrower; not the same address again (`RecoveryAlreadyConsented`); it is not the holder's own, nor one that
    /// cannot hold the note (`PartyCannotHold`).
    function consentToRecovery(uint256 id, address to) external;

    /// @notice Takes that consent back.
    /// @dev Emits `RecoveryConsentRevoked`. Requirements: the caller is the borrower; one stands (`RecoveryNotConsented`).
    function revokeRecoveryConsent(uint256 id) external;

    /// @notice Objects to a recovery under way: the declaration and the consent are undone. Every other act of the holder's on the note, and a
    /// transfer, does the same.
    /// @dev Emits `RecoveryObjected`. Requirements: the caller is the holder, or was when the debt was paid meanwhile; there is one (`NoRecovery`).
    function object(uint256 id) external;

    /// @notice Moves a lost note, and the money kept for its holder, to the new address. By anyone.
    /// @dev Emits `NoteRecovered`, and ERC-721 `Transfer` unless the note has been paid meanwhile; the receiver is not called. The old address can
    /// never hold this note again.
    /// Requirements: it is declared lost (`NotDeclaredLost`), the borrower's consent stands (`RecoveryNotConsented`), 30 days after the later of the two
    /// are over (`RecoveryPremature`), and the new address can hold the note (`PartyCannotHold`).
    function recover(uint256 id) external;
}
