// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {NoteToken} from "./NoteToken.sol";
import {Parts, PassedOnActs} from "./PassedOnActs.sol";
import {Assignment} from "./clauses/Assignment.sol";
import {Charges} from "./clauses/Charges.sol";
import {Conversion} from "./clauses/Conversion.sol";
import {Default} from "./clauses/Default.sol";
import {Interest} from "./clauses/Interest.sol";
import {NoteStore} from "./clauses/NoteStore.sol";
import {Prepayment} from "./clauses/Prepayment.sol";
import {Records} from "./clauses/Records.sol";
import {Transfer as TransferClause} from "./clauses/Transfer.sol";
import {IHeldPayments} from "./interfaces/IHeldPayments.sol";
import {INoteActs} from "./interfaces/INoteActs.sol";
import {INoteCertificate} from "./interfaces/INoteCertificate.sol";
import {INoteStandards} from "./interfaces/INoteStandards.sol";
import {INoteViews} from "./interfaces/INoteViews.sol";
import {IPromissoryNotes} from "./interfaces/IPromissoryNotes.sol";
import {TermsCodec} from "./libraries/TermsCodec.sol";
import {
    ChargeKind,
    Fact,
    FactKind,
    MakingFacts,
    Note,
    Record,
    Recovery,
    Statement,
    Status,
    Terms,
    TransferBasis
} from "./types/NoteTypes.sol";

/// @title PromissoryNotes
/// @notice Convertible promissory notes that execute themselves. Each clause is a library of its own that this contract is linked to, or a
/// part that it passes acts on to, fixed when it is deployed; here they are put together with the token, and nothing else.
///
/// FACTS ARE STORED, STATUS IS DERIVED. Maturity, default and acceleration happen because time passes. No keeper, no poke.
///
/// FACTS MOVE WHO MAY ACT, NEVER THE AMOUNT. What is owed depends only on the terms, the day, payments, conversions and admitted
/// charges. No report, cure, waiver or demand changes a figure.
///
/// A WORD AGAINST ONE'S OWN INTEREST IS BELIEVED. The borrower reports its own default and admits charges; the holder acknowledges
/// payment, records cures, waives and releases. For anything else the attestor named in the terms speaks, or nobody.
///
/// DAYS ARE CIVIL DAYS. The note's calendar is the one place where a second becomes a day.
///
/// ONE ROUNDING, AT THE END. Interest is floored to the currency's smallest unit, shares to whole shares as they stood when the
/// note was made. No rounded piece is ever added to another.
///
/// TERMS ARE CODE. They are written once, as the code of a contract of their own, and can only be read.
///
/// NOBODY OWNS THIS CONTRACT. It holds no money and no stock between transactions. Ether is refused; a token sent to it by mistake is no
/// payment, and stays where it is.
///
/// Relied on for correctness: the calendar's dates, the registry's word on affiliates, the stock's factors. Relied on for liveness:
/// the currency's transfers, the stock's minting and its letting go of a reservation. Each is named in the terms and agreed by both parties.
contract PromissoryNotes is IPromissoryNotes, IERC4906, PassedOnActs, NoteToken, Multicall {
    using BitMaps for BitMaps.BitMap;
    using NoteStore for Note;

    /// @dev The standard's name, not the exclusive or of selectors, of which it has none.
    bytes4 private constant _ERC4906 = 0x49064906;

    IHeldPayments private immutable _held;
    INoteCertificate private immutable _certificate;

    /// @param parts The parts that acts are passed on to.
    /// @param certificate Writes notes out, for `tokenURI`.
    constructor(Parts memory parts, INoteCertificate certificate) PassedOnActs(parts) {
        TermsCodec.tryOut();
        (_held, _certificate) = (parts.payment.held(), certificate);
    }

    /*//////////////////////////////////////////////////////////////
                                MAKING
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteViews
    function offeredUntil(Terms calldata, address) external view returns (uint24) {
        // what offers are kept under is the hash of their encoding, which is how they come
        return _offers[keccak256(msg.data[4:])];
    }

    /*//////////////////////////////////////////////////////////////
                                SIGNATURES
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteViews
    function isNonceUsed(address signer, uint256 nonce) external view returns (bool) {
        return _nonces[signer].get(nonce);
    }

    /*//////////////////////////////////////////////////////////////
                        PREPAYMENT AND PAYMENT
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteActs
    function permitPrepayment(uint256 id, uint24 until) external {
        Prepayment.permit(_notes[id], id, _ownerOf(id), until);
    }

    /// @inheritdoc INoteActs
    function revokePrepaymentPermission(uint256 id) external {
        Prepayment.revoke(_notes[id], id, _ownerOf(id));
    }

    /// @inheritdoc INoteViews
    function heldFor(uint256 id, address holder) external view returns (address box, address owner) {
        return Records.heldFor(_notes[id], id, holder, _held);
    }

    /// @inheritdoc INoteViews
    function isPayable(uint256 id) external view returns (bool) {
        return Prepayment.isPayable(_notes[id], id);
    }

    /*//////////////////////////////////////////////////////////////
                                DEFAULT
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteActs
    function demand(uint256 id, string calldata notice) external {
        Default.demand(_notes[id], id, _ownerOf(id), notice);
    }

    /// @inheritdoc INoteActs
    function report(uint256 id, bytes32 name, FactKind kind, uint24 occurred, string calldata evidence) external {
        Default.report(_notes[id], id, name, kind, occurred, evidence);
    }

    /// @inheritdoc INoteActs
    function cure(uint256 id, bytes32 name, uint24 occurred, string calldata evidence) external {
        Default.cure(_notes[id], id, _ownerOf(id), name, occurred, evidence);
    }

    /// @inheritdoc INoteActs
    function waive(uint256 id, bytes32 name) external {
        Default.waive(_notes[id], id, _ownerOf(id), name);
    }

    /// @inheritdoc INoteViews
    function statusOf(uint256 id) external view returns (Status) {
        return Default.statusOf(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function factOf(uint256 id, bytes32 name) external view returns (Fact memory) {
        return _notes[id].facts[name];
    }

    /// @inheritdoc INoteViews
    function openFactsOf(uint256 id) external view returns (bytes32[] memory names, Fact[] memory facts) {
        return (_notes[id].openFacts, _notes[id].readOpenFacts());
    }

    /*//////////////////////////////////////////////////////////////
                        CHARGES AND CONVERSION
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteActs
    function admitCharge(uint256 id, ChargeKind kind, uint256 amount, string calldata evidence) external {
        Charges.admit(_notes[id], id, kind, amount, evidence);
    }

    /// @inheritdoc INoteActs
    function convert(
        uint256 id,
        uint256 principal,
        uint256 charges,
        uint256 leastShares,
        string calldata notice
    ) external nonReentrant returns (uint256 shares) {
        bool ended;
        (shares, ended) = Conversion.convert(_notes[id], id, _ownerOf(id), principal, charges, leastShares, notice);
        if (ended) _burn(id);
    }

    /*//////////////////////////////////////////////////////////////
                        TRANSFER AND ASSIGNMENT
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteActs
    function consentToTransfer(uint256 id, address to, uint24 until) external {
        TransferClause.consent(_notes[id], id, to, until);
    }

    /// @inheritdoc INoteActs
    function revokeConsent(uint256 id) external {
        TransferClause.revoke(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function transferBasis(uint256 id, address to) external view returns (TransferBasis) {
        return TransferClause.basisOf(_notes[id], id, _ownerOf(id), to);
    }

    /// @inheritdoc INoteActs
    function acceptAssignment(uint256 id) external {
        Assignment.accept(_notes[id], id, _ownerOf(id));
    }

    /// @inheritdoc INoteActs
    function withdrawAcceptance(uint256 id) external {
        Assignment.withdraw(_notes[id], id, _ownerOf(id));
    }

    /// @inheritdoc INoteActs
    function assign(uint256 id, address to) external {
        Assignment.assign(_notes[id], id, _ownerOf(id), to);
    }

    /// @inheritdoc INoteViews
    function acceptanceOf(uint256 id, address assignee) external view returns (bool) {
        return Assignment.acceptanceOf(_notes[id], id, assignee);
    }

    /*//////////////////////////////////////////////////////////////
                                LOST NOTE
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteViews
    function recoveryOf(uint256 id) external view returns (Recovery memory) {
        return _notes[id].recovery;
    }

    /*//////////////////////////////////////////////////////////////
                        INTEREST AND RECORDS
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteViews
    function statementOf(uint256 id) external view returns (Statement memory) {
        return Interest.statementOf(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function statementOn(uint256 id, uint24 day) external view returns (Statement memory) {
        return Interest.statementOn(_notes[id], id, day);
    }

    /// @inheritdoc INoteViews
    function termsOf(uint256 id) external view returns (Terms memory, MakingFacts memory) {
        return Records.termsOf(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function recordOf(uint256 id) external view returns (Record memory) {
        return Records.recordOf(_notes[id], id, _ownerOf(id));
    }

    /// @inheritdoc INoteViews
    function dayOf(uint256 id) external view returns (uint24) {
        return Records.dayOf(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function obligorOf(uint256 id) external view returns (address) {
        return Records.obligorOf(_notes[id], id);
    }

    /// @inheritdoc INoteViews
    function noteCount() external view returns (uint256) {
        return _lastId;
    }

    /*//////////////////////////////////////////////////////////////
                                STANDARDS
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteStandards
    function canTransfer(address from, address to, uint256 id) external view returns (bool) {
        if (from == address(0) || _ownerOf(id) == address(0)) return false;
        TransferBasis basis = TransferClause.basisOf(_notes[id], id, from, to);
        return basis == TransferBasis.Consent || basis == TransferBasis.Affiliate;
    }

    /// @inheritdoc INoteStandards
    function canSend(address account) external pure returns (bool) {
        return account != address(0);
    }

    /// @inheritdoc INoteStandards
    function canReceive(address account) external pure returns (bool) {
        return account != address(0);
    }

    /// @inheritdoc INoteStandards
    function getDocument(uint256 id, bytes32 name) external view returns (bytes32) {
        return Records.documentOf(id, name);
    }

    /// @inheritdoc INoteStandards
    function getAllDocuments(uint256 id) external view returns (bytes32[] memory) {
        return Records.documentsOf(id);
    }

    /// @notice The note as a certificate: JSON with a picture, whole on the chain. Nothing in it changes with the clock.
    function tokenURI(uint256 id) public view override returns (string memory) {
        _requireOwned(id);
        return _certificate.certificateOf(this, id);
    }

    /// @notice Approves an account to move a note, which its consent rules bind as they do the holder. By the holder it is an objection to
    /// recovery, as any act of its.
    function approve(address to, uint256 id) public override(ERC721, IERC721) {
        super.approve(to, id);
        if (msg.sender == _ownerOf(id)) _notes[id].objectByActing(id, msg.sender);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, IERC165) returns (bool) {
        return
            interfaceId == _ERC4906 ||
            interfaceId == type(IERC5267).interfaceId ||
            super.supportsInterface(interfaceId);
    }
}
