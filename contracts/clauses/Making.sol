// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {NotePart} from "../NotePart.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {INoteMaking} from "../interfaces/INoteMaking.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {Factors} from "../types/Factors.sol";
import {Signature, Terms} from "../types/NoteTypes.sol";
import {Issuance} from "./Issuance.sol";
import {NoteStore} from "./NoteStore.sol";
import {Settlement} from "./Settlement.sol";

/// @title Making
/// @notice Clause: the borrower promises. For value received, or against the lender's payment in the same transaction; by its call or
/// its signature.
contract Making is NotePart, INoteMaking {
    /// @inheritdoc INoteMaking
    function make(Terms calldata terms, address lender) external onlyPassed nonReentrant returns (uint256 id) {
        _requireMaker(terms);
        id = ++_lastId;
        Issuance.issue(_notes[id], id, terms, lender, 0);
        _mint(lender, id);
    }

    /// @inheritdoc INoteMaking
    function makeBySignature(
        Terms calldata terms,
        address lender,
        Factors calldata stock,
        Signature calldata byMaker
    ) external onlyPassed nonReentrant returns (uint256 id) {
        return _makeSigned(terms, lender, false, stock, byMaker);
    }

    /// @inheritdoc INoteMaking
    function offer(Terms calldata terms, address lender, uint24 until) external onlyPassed {
        _requireMaker(terms);
        Issuance.requireContract(terms.calendar);
        uint24 today = NoteStore.todayOf(terms.calendar);
        if (until < today) revert INoteErrors.UntilPassed(until, today);
        bytes32 offered = _offerOf(terms, lender);
        _offers[offered] = until;
        emit INoteEvents.NoteOffered(offered, terms.borrower, lender, terms, until);
    }

    /// @inheritdoc INoteMaking
    function withdrawOffer(Terms calldata terms, address lender) external onlyPassed {
        _requireMaker(terms);
        (bytes32 offered, ) = _takeOffer(terms, lender);
        emit INoteEvents.OfferWithdrawn(offered, terms.borrower, lender);
    }

    /// @inheritdoc INoteMaking
    function subscribe(
        Terms calldata terms,
        Factors calldata seen
    ) external onlyPassed nonReentrant returns (uint256 id) {
        (, uint24 until) = _takeOffer(terms, msg.sender);
        uint24 today = NoteStore.todayOf(terms.calendar);
        if (today > until) revert INoteErrors.OfferExpired(until, today);
        id = _makeSeen(terms, msg.sender, seen);
        _payPrincipal(id, terms);
    }

    /// @inheritdoc INoteMaking
    function subscribeBySignature(
        Terms calldata terms,
        Factors calldata stock,
        Signature calldata byMaker
    ) external onlyPassed nonReentrant returns (uint256 id) {
        id = _makeSigned(terms, msg.sender, true, stock, byMaker);
        _payPrincipal(id, terms);
    }

    function _makeSigned(
        Terms calldata terms,
        address lender,
        bool againstPayment,
        Factors calldata stock,
        Signature calldata byMaker
    ) private returns (uint256 id) {
        bytes32 message = TypedData.making(terms, lender, againstPayment, stock, byMaker);
        _verify(terms.borrower, message, byMaker);
        return _makeSeen(terms, lender, stock);
    }

    function _makeSeen(Terms calldata terms, address lender, Factors calldata seen) private returns (uint256 id) {
        id = ++_lastId;
        Issuance.requireSeen(Issuance.issue(_notes[id], id, terms, lender, 0), seen);
        _mint(lender, id);
    }

    function _payPrincipal(uint256 id, Terms calldata terms) private {
        emit INoteEvents.NoteSubscribed(id, msg.sender, terms.borrower, terms.principal);
        Settlement.pull(IERC20(terms.currency), msg.sender, terms.borrower, terms.principal);
    }

    function _requireMaker(Terms calldata terms) private view {
        if (msg.sender != terms.borrower) revert INoteErrors.NotBorrower(msg.sender, terms.borrower);
    }

    function _takeOffer(Terms calldata terms, address lender) private returns (bytes32 offered, uint24 until) {
        offered = _offerOf(terms, lender);
        until = _offers[offered];
        if (until == 0) revert INoteErrors.OfferUnknown(offered);
        delete _offers[offered];
    }

    function _offerOf(Terms calldata terms, address lender) private pure returns (bytes32) {
        return keccak256(abi.encode(terms, lender));
    }
}
