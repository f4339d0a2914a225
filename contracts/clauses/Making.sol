// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual} from "../libraries/Accrual.sol";
import {Factors} from "../libraries/ConversionMath.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {MakingFacts, Note, Terms} from "../types/NoteTypes.sol";
import {Reservation} from "./Reservation.sol";

/// @title Making
/// @notice Clause: the borrower promises. For value received, or against the lender's payment in the same transaction.
library Making {
    using SafeERC20 for IERC20;

    /// @dev By the borrower, for value received.
    function make(Note storage note, uint256 id, Terms calldata terms, address lender) external {
        _requireMaker(terms);
        _make(note, id, terms, lender);
    }

    /// @dev By the borrower, to a lender that has yet to pay.
    function offer(
        mapping(bytes32 => uint24) storage offers,
        Terms calldata terms,
        address lender,
        uint24 until
    ) external {
        _requireMaker(terms);
        _requireContract(terms.calendar);
        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (until < today) revert INoteErrors.UntilPassed(until, today);
        bytes32 offered = offerOf(terms, lender);
        offers[offered] = until;
        emit INoteEvents.NoteOffered(offered, terms.borrower, lender, terms, until);
    }

    /// @dev By the borrower.
    function withdrawOffer(mapping(bytes32 => uint24) storage offers, Terms calldata terms, address lender) external {
        _requireMaker(terms);
        _takeOffer(offers, terms, lender);
        emit INoteEvents.OfferWithdrawn(offerOf(terms, lender), terms.borrower, lender);
    }

    /// @dev By the lender, paying. It names the factors of the stock it has seen: a split mined just before would buy it the same number of
    /// other shares.
    function subscribe(
        Note storage note,
        mapping(bytes32 => uint24) storage offers,
        uint256 id,
        Terms calldata terms,
        Factors calldata seen
    ) external {
        uint24 until = _takeOffer(offers, terms, msg.sender);
        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (today > until) revert INoteErrors.OfferExpired(until, today);

        _requireSeen(_make(note, id, terms, msg.sender), seen);
        emit INoteEvents.NoteSubscribed(id, msg.sender, terms.borrower, terms.principal);

        IERC20 currency = IERC20(terms.currency);
        uint256 balance = currency.balanceOf(terms.borrower);
        currency.safeTransferFrom(msg.sender, terms.borrower, terms.principal);
        uint256 received = currency.balanceOf(terms.borrower) - balance;
        if (received != terms.principal) revert INoteErrors.ReceivedDiffers(received, terms.principal);
    }

    function offerOf(Terms calldata terms, address lender) internal pure returns (bytes32) {
        return keccak256(abi.encode(terms, lender));
    }

    function _make(
        Note storage note,
        uint256 id,
        Terms calldata terms,
        address lender
    ) private returns (MakingFacts memory making) {
        _requireSound(terms, lender);
        uint24 today = ICalendar(terms.calendar).dateOf(block.timestamp);
        if (terms.dated > today) revert INoteErrors.DatedInFuture(terms.dated, today);

        making.lastDayToPay = terms.extendDeadlines ? ICalendar(terms.calendar).roll(terms.maturity) : terms.maturity;
        Reservation.reserveAtMaking(terms, making);
        note.terms = TermsCodec.write(terms, making);
        note.principal = terms.principal;
        emit INoteEvents.NoteMade(id, terms.borrower, lender, terms, making);
    }

    function _requireSeen(MakingFacts memory making, Factors calldata seen) private pure {
        Factors memory found = Factors(
            making.splitNumerator,
            making.splitDenominator,
            making.distributionNumerator,
            making.distributionDenominator
        );
        if (keccak256(abi.encode(found)) != keccak256(abi.encode(seen))) {
            revert INoteErrors.StockFactorsDiffer(found, seen);
        }
    }

    function _requireMaker(Terms calldata terms) private view {
        if (msg.sender != terms.borrower) revert INoteErrors.NotBorrower(msg.sender, terms.borrower);
    }

    function _requireSound(Terms calldata terms, address lender) private view {
        bool distinct = terms.borrower != lender && terms.borrower != terms.attestor && lender != terms.attestor;
        if (!distinct) revert INoteErrors.PartiesNotDistinct(terms.borrower, lender, terms.attestor);
        _requireContract(terms.calendar);
        _requireContract(terms.currency);
        if (terms.registry != address(0)) _requireContract(terms.registry);
        if (terms.principal == 0) revert INoteErrors.PrincipalZero();
        _requireRate(terms.rate);
        _requireRate(terms.overdueRate);
        if (terms.maturity <= terms.dated) revert INoteErrors.MaturityNotAfterDated(terms.maturity, terms.dated);
        if (terms.stock == address(0)) return;

        _requireContract(terms.stock);
        if (terms.priceNumerator == 0 || terms.priceDenominator == 0) {
            revert INoteErrors.PriceZero(terms.priceNumerator, terms.priceDenominator);
        }
        if (terms.convertibleUntil != 0 && terms.convertibleUntil <= terms.convertibleAfter) {
            revert INoteErrors.WindowEmpty(terms.convertibleAfter, terms.convertibleUntil);
        }
        address issuer = IConvertibleStock(terms.stock).issuer();
        if (issuer != terms.borrower) revert INoteErrors.StockNotOfBorrower(issuer, terms.borrower);
    }

    function _requireContract(address account) private view {
        if (account.code.length == 0) revert INoteErrors.NotAContract(account);
    }

    function _requireRate(uint32 rate) private pure {
        if (rate >= Accrual.UNIT_RATE) revert INoteErrors.RateTooHigh(rate, uint32(Accrual.UNIT_RATE));
    }

    function _takeOffer(
        mapping(bytes32 => uint24) storage offers,
        Terms calldata terms,
        address lender
    ) private returns (uint24 until) {
        bytes32 offered = offerOf(terms, lender);
        until = offers[offered];
        if (until == 0) revert INoteErrors.OfferUnknown(offered);
        delete offers[offered];
    }
}
