// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../interfaces/ICalendar.sol";
import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual} from "../libraries/Accrual.sol";
import {TermsCodec} from "../libraries/TermsCodec.sol";
import {Factors} from "../types/Factors.sol";
import {MakingFacts, Note, Terms} from "../types/NoteTypes.sol";
import {NoteStore} from "./NoteStore.sol";
import {Reservation} from "./Reservation.sol";

/// @title Issuance
/// @notice What every way of making a note has in common: the terms are sound, shares are reserved, the note is written.
library Issuance {
    function issue(
        Note storage note,
        uint256 id,
        Terms memory terms,
        address lender,
        uint64 replaces
    ) internal returns (MakingFacts memory making) {
        _requireSound(terms, lender);
        uint24 today = NoteStore.todayOf(terms.calendar);
        if (terms.dated > today) revert INoteErrors.DatedInFuture(terms.dated, today);

        making.lastDayToPay = terms.extendDeadlines ? ICalendar(terms.calendar).roll(terms.maturity) : terms.maturity;
        making.replaces = replaces;
        Reservation.reserveAtMaking(terms, making);
        note.principal = terms.principal;
        emit INoteEvents.NoteMade(id, terms.borrower, lender, TermsCodec.write(terms, making));
    }

    /// @dev A lender relies on the shares it has seen: a split mined just before would give it the same number of others.
    function requireSeen(MakingFacts memory making, Factors calldata seen) internal pure {
        bool same =
            making.splitNumerator == seen.splitNumerator &&
                making.splitDenominator == seen.splitDenominator &&
                making.distributionNumerator == seen.distributionNumerator &&
                making.distributionDenominator == seen.distributionDenominator;
        if (!same) {
            revert INoteErrors.StockFactorsDiffer(
                Factors(
                    making.splitNumerator,
                    making.splitDenominator,
                    making.distributionNumerator,
                    making.distributionDenominator
                ),
                seen
            );
        }
    }

    function requireContract(address account) internal view {
        if (account.code.length == 0) revert INoteErrors.NotAContract(account);
    }

    function _requireSound(Terms memory terms, address lender) private view {
        bool distinct = terms.borrower != lender && terms.borrower != terms.attestor && lender != terms.attestor;
        if (!distinct) revert INoteErrors.PartiesNotDistinct(terms.borrower, lender, terms.attestor);
        requireContract(terms.calendar);
        requireContract(terms.currency);
        if (terms.registry != address(0)) requireContract(terms.registry);
        if (terms.principal == 0) revert INoteErrors.PrincipalZero();
        _requireRate(terms.rate);
        _requireRate(terms.overdueRate);
        if (terms.maturity <= terms.dated) revert INoteErrors.MaturityNotAfterDated(terms.maturity, terms.dated);
        if (terms.stock != address(0)) _requireSoundConversion(terms);
    }

    function _requireSoundConversion(Terms memory terms) private view {
        requireContract(terms.stock);
        if (terms.priceNumerator == 0 || terms.priceDenominator == 0) {
            revert INoteErrors.PriceZero(terms.priceNumerator, terms.priceDenominator);
        }
        if (terms.convertibleUntil != 0 && terms.convertibleUntil <= terms.convertibleAfter) {
            revert INoteErrors.WindowEmpty(terms.convertibleAfter, terms.convertibleUntil);
        }
        address issuer = IConvertibleStock(terms.stock).issuer();
        if (issuer != terms.borrower) revert INoteErrors.StockNotOfBorrower(issuer, terms.borrower);
    }

    function _requireRate(uint32 rate) private pure {
        if (rate >= Accrual.UNIT_RATE) revert INoteErrors.RateTooHigh(rate, uint32(Accrual.UNIT_RATE));
    }
}
