// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Signature} from "../types/NoteTypes.sol";

/// @title INoteSignatures
/// @notice Acts by signature, so that parties need not meet in one transaction. Anyone may submit them. Making and novation by signature
/// are in `INoteMaking`.
///
/// Messages are EIP-712 typed data of the domain that `eip712Domain` tells (ERC-5267), so a signature is good on one chain, for one contract.
/// Each names its signer, the terms it makes or the note it is about, and then the state of that note: holder, obligor and what is stored
/// of the debt. While any of these is another than was signed, the signature does not hold; the passing of time changes none.
///
///     MakeNote(Terms terms,address lender,bool againstPayment,Factors stock,uint256 nonce,uint256 deadline)
///     ConsentToTransfer(uint256 note,address to,uint24 until,NoteState state,uint256 nonce,uint256 deadline)
///     TransferNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)
///     AcceptAssignment(uint256 note,address assignee,NoteState state,uint256 nonce,uint256 deadline)
///     AssignNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)
///     NovateNote(uint256 note,NoteState state,Terms replacement,Factors stock,address signer,uint256 nonce,uint256 deadline)
///     NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,int256 overdueCarried)
///     Factors(uint64 splitNumerator,uint64 splitDenominator,uint64 distributionNumerator,uint64 distributionDenominator)
///     Terms: the members of the struct, in order, enumerations as uint8.
///
/// Accounts sign with their key (65 bytes, low s), contracts by ERC-1271. A nonce is any number its signer has not used, in any order; of two
/// messages with one nonce only one can be used. All revert with `SignatureExpired` after the deadline, `NonceUsed`, and `SignatureInvalid`
/// where the signature is another's or over another message.
interface INoteSignatures {
    /// @notice Puts the obligor's signed `ConsentToTransfer` on record.
    /// @dev Emits and requires what `consentToTransfer` does, the caller apart.
    function consentBySignature(uint256 id, address to, uint24 until, Signature calldata byBorrower) external;

    /// @notice Consents to a transfer and transfers, at once.
    /// @dev Emits `ConsentGiven` if consent comes with it, and ERC-721 `Transfer`; the receiver is not called.
    ///
    /// Requirements: as a transfer; the holder's `TransferNote`, left out (empty) by a caller whom the token obeys: its holder, its approved or an
    /// operator; the obligor's `ConsentToTransfer`, left out where none is needed or one is on record.
    /// @param until Last day of the consent that comes with it; of no account without.
    function transferBySignature(
        uint256 id,
        address to,
        uint24 until,
        Signature calldata byBorrower,
        Signature calldata byHolder
    ) external;

    /// @notice Puts an assignee's signed `AcceptAssignment` on record.
    /// @dev Emits and requires what `acceptAssignment` does, the caller apart.
    function acceptBySignature(uint256 id, address assignee, Signature calldata byAssignee) external;

    /// @notice Assigns the obligation to an affiliate with the obligor's signed `AssignNote`, and the assignee's `AcceptAssignment` unless that is
    /// on record.
    /// @dev Emits and requires what `assign` does, the caller apart; to anyone but an affiliate it is refused and no default (`NotAffiliate`).
    function assignBySignature(
        uint256 id,
        address to,
        Signature calldata byBorrower,
        Signature calldata byAssignee
    ) external;

    /// @notice Cancels whatever the caller has signed, or will sign, with a nonce.
    /// @dev Emits `SignatureCancelled`. Requirements: the nonce is not used (`NonceUsed`).
    function cancelSignature(uint256 nonce) external;
}
