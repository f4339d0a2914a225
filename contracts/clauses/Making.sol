// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {INoteActs} from "../interfaces/INoteActs.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Accrual} from "../libraries/Accrual.sol";
import {Errors} from "../libraries/Errors.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Making as MakingFacts, Note, Terms} from "../types/NoteTypes.sol";
import {Reservation} from "./Reservation.sol";

/// @title Making
/// @notice Clause: the borrower promises. For value received, or against the lender's payment in the same transaction.
abstract contract Making is Reservation {
    using SafeERC20 for IERC20;

    mapping(bytes32 offer => uint24 until) private _offers;

    /// @inheritdoc INoteActs
    function make(Terms calldata terms, address lender) external override nonReentrant returns (uint256 id) {
        if (msg.sender != terms.borrower) revert Errors.NotBorrower(msg.sender, terms.borrower);
        return _make(terms, lender);
    }

    /// @inheritdoc INoteActs
    function offer(Terms calldata terms, address lender, uint24 until) external override {
        if (msg.sender != terms.borrower) revert Errors.NotBorrower(msg.sender, terms.borrower);
        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (until < today) revert Errors.UntilPassed(until, today);
        _offers[_offerOf(terms, lender)] = until;
        emit NoteOffered(terms.borrower, lender, terms, until);
    }

    /// @inheritdoc INoteActs
    function withdrawOffer(Terms calldata terms, address lender) external override {
        if (msg.sender != terms.borrower) revert Errors.NotBorrower(msg.sender, terms.borrower);
        _takeOffer(_offerOf(terms, lender));
        emit OfferWithdrawn(terms.borrower, lender, terms.termSheet);
    }

    /// @inheritdoc INoteActs
    function subscribe(Terms calldata terms) external override nonReentrant returns (uint256 id) {
        uint24 until = _takeOffer(_offerOf(terms, msg.sender));
        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (today > until) revert Errors.OfferExpired(until, today);

        id = _make(terms, msg.sender);
        emit NoteSubscribed(id, msg.sender, terms.borrower, terms.principal);

        IERC20 currency = IERC20(terms.currency);
        uint256 balance = currency.balanceOf(terms.borrower);
        currency.safeTransferFrom(msg.sender, terms.borrower, terms.principal);
        uint256 received = currency.balanceOf(terms.borrower) - balance;
        if (received != terms.principal) revert Errors.ReceivedDiffers(received, terms.principal);
    }

    /// @inheritdoc INoteViews
    function offeredUntil(Terms calldata terms, address lender) external view override returns (uint24 until) {
        return _offers[_offerOf(terms, lender)];
    }

    function _make(Terms calldata terms, address lender) private returns (uint256 id) {
        _requireSound(terms, lender);
        MakingFacts memory making;
        making.lastDayToPay = terms.extendDeadlines
            ? ICalendar(terms.calendar).roll(terms.maturity)
            : terms.maturity;

        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (terms.dated > today) revert Errors.DatedInFuture(terms.dated, today);

        id = ++_lastId;
        Note storage note = _notes[id];
        making = _reserveAtMaking(terms, making);
        note.terms = TermsCodec.write(terms, making);
        note.principal = terms.principal;
        emit NoteMade(id, terms.borrower, lender, terms, making);
        _mint(lender, id);
    }

    function _requireSound(Terms calldata terms, address lender) private view {
        bool distinct = terms.borrower != lender && terms.borrower != terms.attestor && lender != terms.attestor;
        if (!distinct || terms.borrower == address(0)) {
            revert Errors.PartiesNotDistinct(terms.borrower, lender, terms.attestor);
        }
        if (terms.calendar.code.length == 0) revert Errors.NotAContract(terms.calendar);
        if (terms.currency.code.length == 0) revert Errors.NotAContract(terms.currency);
        if (terms.principal == 0) revert Errors.PrincipalZero();
        if (terms.rate >= Accrual.UNIT_RATE) revert Errors.RateTooHigh(terms.rate, uint32(Accrual.UNIT_RATE));
        if (terms.overdueRate >= Accrual.UNIT_RATE) {
            revert Errors.RateTooHigh(terms.overdueRate, uint32(Accrual.UNIT_RATE));
        }
        if (terms.maturity <= terms.dated) revert Errors.MaturityNotAfterDated(terms.maturity, terms.dated);
        if (terms.stock == address(0)) return;

        if (terms.stock.code.length == 0) revert Errors.NotAContract(terms.stock);
        if (terms.priceNumerator == 0 || terms.priceDenominator == 0) {
            revert Errors.PriceZero(terms.priceNumerator, terms.priceDenominator);
        }
        if (terms.convertibleUntil != 0 && terms.convertibleUntil <= terms.convertibleAfter) {
            revert Errors.WindowEmpty(terms.convertibleAfter, terms.convertibleUntil);
        }
        address issuer = IConvertibleStock(terms.stock).issuer();
        if (issuer != terms.borrower) revert Errors.StockNotOfBorrower(issuer, terms.borrower);
    }

    function _offerOf(Terms calldata terms, address lender) private pure returns (bytes32) {
        return keccak256(abi.encode(terms, lender));
    }

    function _takeOffer(bytes32 offered) private returns (uint24 until) {
        until = _offers[offered];
        if (until == 0) revert Errors.OfferUnknown(offered);
        delete _offers[offered];
    }
}
