// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {Assignment} from "./clauses/Assignment.sol";
import {Charges} from "./clauses/Charges.sol";
import {Conversion} from "./clauses/Conversion.sol";
import {Default} from "./clauses/Default.sol";
import {Interest} from "./clauses/Interest.sol";
import {Making} from "./clauses/Making.sol";
import {NoteStore} from "./clauses/NoteStore.sol";
import {Payment} from "./clauses/Payment.sol";
import {Prepayment} from "./clauses/Prepayment.sol";
import {Records} from "./clauses/Records.sol";
import {Transfer as TransferClause} from "./clauses/Transfer.sol";
import {INoteActs} from "./interfaces/INoteActs.sol";
import {INoteViews} from "./interfaces/INoteViews.sol";
import {IPromissoryNotes} from "./interfaces/IPromissoryNotes.sol";
import {Factors} from "./libraries/ConversionMath.sol";
import {
    ChargeKind,
    Fact,
    FactKind,
    MakingFacts,
    Note,
    Record,
    Statement,
    Status,
    Terms,
    TransferBasis
} from "./types/NoteTypes.sol";

/// @title PromissoryNotes
/// @notice Convertible promissory notes that execute themselves. Each clause is a library of its own, linked when this contract
/// is deployed and fixed from then on; here they are put together with the token, and nothing else.
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
/// NOBODY OWNS THIS CONTRACT. It holds no money and no stock between transactions.
///
/// Relied on for correctness: the calendar's dates, the registry's word on affiliates, the stock's factors. Relied on for liveness:
/// the currency's transfers, the stock's minting and its letting go of a reservation. Each is named in the terms and agreed by both parties.
contract PromissoryNotes is IPromissoryNotes, ERC721, ReentrancyGuardTransient {
    using NoteStore for Note;

    mapping(uint256 id => Note) private _notes;
    mapping(bytes32 offer => uint24 until) private _offers;
    uint256 private _lastId;

    constructor() ERC721("Allonge Promissory Notes", "NOTE") {}

    /*//////////////////////////////////////////////////////////////
                                MAKING
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc INoteActs
    function make(Terms calldata terms, address lender) external nonReentrant returns (uint256 id) {
        id = ++_lastId;
        Making.make(_notes[id], id, terms, lender);
        _mint(lender, id);
    }

    /// @inheritdoc INoteActs
    function offer(Terms calldata terms, address lender, uint24 until) external {
        Making.offer(_offers, terms, lender, until);
    }

    /// @inheritdoc INoteActs
    function withdrawOffer(Terms calldata terms, address lender) external {
        Making.withdrawOffer(_offers, terms, lender);
    }

    /// @inheritdoc INoteActs
    function subscribe(Terms calldata terms, Factors calldata seen) external nonReentrant returns (uint256 id) {
        id = ++_lastId;
        Making.subscribe(_notes[id], _offers, id, terms, seen);
        _mint(msg.sender, id);
    }

    /// @inheritdoc INoteViews
    function offeredUntil(Terms calldata terms, address lender) external view returns (uint24) {
        return _offers[Making.offerOf(terms, lender)];
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

    /// @inheritdoc INoteActs
    function pay(uint256 id, uint256 most) external nonReentrant returns (uint256 paid) {
        bool ended;
        (paid, ended) = Payment.pay(_notes[id], id, _ownerOf(id), most);
        if (ended) _burn(id);
    }

    /// @inheritdoc INoteActs
    function acknowledge(uint256 id, uint256 amount, string calldata reference_) external nonReentrant {
        bool ended = Payment.acknowledge(_notes[id], id, _ownerOf(id), amount, reference_);
        if (ended) _burn(id);
    }

    /// @inheritdoc INoteActs
    function release(uint256 id) external nonReentrant {
        Payment.release(_notes[id], id, _ownerOf(id));
        _burn(id);
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
        Assignment.accept(_notes[id], id);
    }

    /// @inheritdoc INoteActs
    function withdrawAcceptance(uint256 id) external {
        Assignment.withdraw(_notes[id], id);
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

    /// @dev A token is not moved while money or stock is: neither a currency nor a stock can slip a transfer into an act.
    function _update(address to, uint256 id, address auth) internal override returns (address from) {
        from = super._update(to, id, auth);
        if (from != address(0) && to != address(0)) {
            if (_reentrancyGuardEntered()) revert ReentrancyGuardReentrantCall();
            TransferClause.requireTransferable(_notes[id], id, from, to);
        }
    }
}
