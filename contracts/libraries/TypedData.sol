// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Loaded, NoteStore} from "../clauses/NoteStore.sol";
import {Factors} from "../types/Factors.sol";
import {Note, Signature, Terms} from "../types/NoteTypes.sol";

/// @notice A note as its signers saw it: who holds it, who owes it, and what is stored of the debt. The passing of time changes none of it.
struct NoteState {
    address holder;
    address obligor;
    uint256 principal;
    int256 carried;
    uint256 charges;
    int256 overdueCarried;
}

/// @title TypedData
/// @notice The messages that parties sign, as EIP-712 hashes them. Each names the very terms or the very state it is good for.
library TypedData {
    using NoteStore for Note;

    /// @dev 27 members, a word each.
    uint256 private constant _TERMS_SIZE = 27 * 32;

    // Literals and not sums of them, which would be added up and hashed anew each time.
    bytes32 private constant _TERMS = keccak256(
        "Terms(address borrower,address attestor,address currency,address calendar,address registry,address stock,"
        "uint96 principal,uint32 rate,uint32 overdueRate,uint8 overdueBase,uint8 dayCount,bool prepaymentAllowed,"
        "bool extendDeadlines,bool affiliatesFree,uint24 dated,uint24 maturity,uint16 graceDays,"
        "uint16 dismissalDays,uint16 judgmentDays,uint24 convertibleAfter,uint24 convertibleUntil,"
        "uint96 priceNumerator,uint32 priceDenominator,bytes32 document,bytes32 termSheet,"
        "uint24 predecessorDated,uint96 predecessorPrincipal)"
    );
    bytes32 private constant _FACTORS = keccak256(
        "Factors(uint64 splitNumerator,uint64 splitDenominator,uint64 distributionNumerator,"
        "uint64 distributionDenominator)"
    );
    bytes32 private constant _STATE = keccak256(
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
    );
    bytes32 private constant _MAKING = keccak256(
        "MakeNote(Terms terms,address lender,bool againstPayment,Factors stock,uint256 nonce,uint256 deadline)"
        "Factors(uint64 splitNumerator,uint64 splitDenominator,uint64 distributionNumerator,"
        "uint64 distributionDenominator)"
        "Terms(address borrower,address attestor,address currency,address calendar,address registry,address stock,"
        "uint96 principal,uint32 rate,uint32 overdueRate,uint8 overdueBase,uint8 dayCount,bool prepaymentAllowed,"
        "bool extendDeadlines,bool affiliatesFree,uint24 dated,uint24 maturity,uint16 graceDays,"
        "uint16 dismissalDays,uint16 judgmentDays,uint24 convertibleAfter,uint24 convertibleUntil,"
        "uint96 priceNumerator,uint32 priceDenominator,bytes32 document,bytes32 termSheet,"
        "uint24 predecessorDated,uint96 predecessorPrincipal)"
    );
    bytes32 private constant _CONSENT = keccak256(
        "ConsentToTransfer(uint256 note,address to,uint24 until,NoteState state,uint256 nonce,uint256 deadline)"
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
    );
    bytes32 private constant _TRANSFER = keccak256(
        "TransferNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)"
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
    );
    bytes32 private constant _ACCEPTANCE = keccak256(
        "AcceptAssignment(uint256 note,address assignee,NoteState state,uint256 nonce,uint256 deadline)"
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
    );
    bytes32 private constant _ASSIGNMENT = keccak256(
        "AssignNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)"
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
    );
    bytes32 private constant _NOVATION = keccak256(
        "NovateNote(uint256 note,NoteState state,Terms replacement,Factors stock,address signer,uint256 nonce,"
        "uint256 deadline)"
        "Factors(uint64 splitNumerator,uint64 splitDenominator,uint64 distributionNumerator,"
        "uint64 distributionDenominator)"
        "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,"
        "int256 overdueCarried)"
        "Terms(address borrower,address attestor,address currency,address calendar,address registry,address stock,"
        "uint96 principal,uint32 rate,uint32 overdueRate,uint8 overdueBase,uint8 dayCount,bool prepaymentAllowed,"
        "bool extendDeadlines,bool affiliatesFree,uint24 dated,uint24 maturity,uint16 graceDays,"
        "uint16 dismissalDays,uint16 judgmentDays,uint24 convertibleAfter,uint24 convertibleUntil,"
        "uint96 priceNumerator,uint32 priceDenominator,bytes32 document,bytes32 termSheet,"
        "uint24 predecessorDated,uint96 predecessorPrincipal)"
    );

    function stateOf(Note storage note, Loaded memory loaded) internal view returns (NoteState memory state) {
        state.holder = loaded.holder;
        state.obligor = note.obligorOf(loaded.terms);
        state.principal = note.principal;
        state.carried = note.carried;
        if (note.charged) state.charges = note.charges;
        state.overdueCarried = note.overdueCarried;
    }

    /// @dev The maker's promise of a note on these terms to this lender, for value received or against payment.
    function making(
        Terms calldata terms,
        address lender,
        bool againstPayment,
        Factors calldata stock,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    _MAKING,
                    hash(terms),
                    lender,
                    againstPayment,
                    hash(stock),
                    signature.nonce,
                    signature.deadline
                )
            );
    }

    /// @dev The obligor's consent to a transfer of a note in this state.
    function consent(
        uint256 id,
        address to,
        uint24 until,
        NoteState memory state,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(_CONSENT, id, to, until, hash(state), signature.nonce, signature.deadline));
    }

    /// @dev The holder's transfer of a note in this state.
    function transfer(
        uint256 id,
        address to,
        NoteState memory state,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return _toSomebody(_TRANSFER, id, to, state, signature);
    }

    /// @dev An assignee's acceptance to owe a note in this state.
    function acceptance(
        uint256 id,
        address assignee,
        NoteState memory state,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return _toSomebody(_ACCEPTANCE, id, assignee, state, signature);
    }

    /// @dev The obligor's assignment of a note in this state.
    function assignment(
        uint256 id,
        address to,
        NoteState memory state,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return _toSomebody(_ASSIGNMENT, id, to, state, signature);
    }

    /// @dev Consent of the holder, the obligor or the new maker that a note in this state be replaced by one on these terms.
    function novation(
        uint256 id,
        bytes32 state,
        bytes32 replacement,
        bytes32 stock,
        address signer,
        Signature calldata signature
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(_NOVATION, id, state, replacement, stock, signer, signature.nonce, signature.deadline)
            );
    }

    /// @dev The terms as they come are their own encoding; what would not fit its type is refused where it is read.
    function hash(Terms calldata terms) internal pure returns (bytes32 hashed) {
        bytes32 typehash = _TERMS;
        uint256 size = _TERMS_SIZE;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, typehash)
            calldatacopy(add(data, 32), terms, size)
            hashed := keccak256(data, add(size, 32))
        }
    }

    function hash(Factors calldata factors) internal pure returns (bytes32) {
        return keccak256(abi.encode(_FACTORS, factors));
    }

    function hash(NoteState memory state) internal pure returns (bytes32) {
        return keccak256(abi.encode(_STATE, state));
    }

    function _toSomebody(
        bytes32 typehash,
        uint256 id,
        address somebody,
        NoteState memory state,
        Signature calldata signature
    ) private pure returns (bytes32) {
        return keccak256(abi.encode(typehash, id, somebody, hash(state), signature.nonce, signature.deadline));
    }
}
