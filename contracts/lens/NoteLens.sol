// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Reservation} from "../clauses/Reservation.sol";
import {ConversionPreview, INoteLens, StandingDefault} from "../interfaces/INoteLens.sol";
import {IPromissoryNotes} from "../interfaces/IPromissoryNotes.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {ConversionMath, Purchase, Taken} from "../libraries/ConversionMath.sol";
import {Facts} from "../libraries/Facts.sol";
import {Factors} from "../types/Factors.sol";
import {Ending, Fact, MakingFacts, Record, Terms} from "../types/NoteTypes.sol";

/// @title NoteLens
/// @notice Views over `PromissoryNotes` that no act needs.
contract NoteLens is INoteLens {
    using Facts for Fact;
    using Facts for Fact[];

    IPromissoryNotes private immutable _notes;

    constructor(IPromissoryNotes notes) {
        _notes = notes;
    }

    /// @inheritdoc INoteLens
    function dueOn(uint256 id) external view returns (uint24) {
        (Terms memory terms, ) = _notes.termsOf(id);
        (, Fact[] memory facts) = _notes.openFactsOf(id);
        uint24 since = facts.standingSince(_notes.dayOf(id));
        return since < terms.maturity ? since : terms.maturity;
    }

    /// @inheritdoc INoteLens
    function payableThrough(uint256 id) external view returns (uint24) {
        (, MakingFacts memory making) = _notes.termsOf(id);
        return making.lastDayToPay;
    }

    /// @inheritdoc INoteLens
    function standingDefaults(uint256 id) external view returns (StandingDefault[] memory standing) {
        (bytes32[] memory names, Fact[] memory facts) = _notes.openFactsOf(id);
        uint24 today = _notes.dayOf(id);
        standing = new StandingDefault[](facts.length);
        uint256 count;
        for (uint256 i; i < facts.length; ++i) {
            if (facts[i].standsOn(today)) {
                standing[count++] = StandingDefault(names[i], facts[i].kind, facts[i].occurred, facts[i].begins);
            }
        }
        assembly ("memory-safe") {
            mstore(standing, count)
        }
    }

    /// @inheritdoc INoteLens
    function isConvertible(uint256 id) external view returns (bool) {
        (Terms memory terms, ) = _notes.termsOf(id);
        return _isOpen(terms, _notes.recordOf(id), _notes.dayOf(id));
    }

    /// @inheritdoc INoteLens
    function pricePerShare(uint256 id) external view returns (uint256 numerator, uint256 denominator) {
        (Terms memory terms, MakingFacts memory making) = _notes.termsOf(id);
        if (terms.stock == address(0)) return (0, 1);
        Factors memory factors = Reservation.factorsOf(terms.stock);
        return ConversionMath.priceToday(terms, making, factors);
    }

    /// @inheritdoc INoteLens
    function previewConversion(
        uint256 id,
        uint256 principal,
        uint256 charges
    ) external view returns (ConversionPreview memory preview) {
        (Terms memory terms, MakingFacts memory making) = _notes.termsOf(id);
        if (terms.stock == address(0)) return preview;
        Record memory record = _notes.recordOf(id);
        uint24 today = _notes.dayOf(id);
        Debt memory debt = _debtOn(terms, making, record, today);
        Taken memory taken = ConversionMath.takenDown(
            terms,
            debt,
            record.carried,
            today,
            Math.min(principal, debt.principal),
            Math.min(charges, debt.charges)
        );
        Factors memory factors = Reservation.factorsOf(terms.stock);
        Purchase memory purchase = ConversionMath.buy(terms, making, factors, taken);
        uint256 units = ConversionMath.unitsUp(making, purchase.shares);
        preview = ConversionPreview({
            open: _isOpen(terms, record, today),
            principal: taken.principal,
            interest: taken.interest,
            overdueInterest: taken.overdueInterest,
            charges: taken.charges,
            amount: purchase.amount,
            shares: purchase.shares,
            tokens: ConversionMath.tokensDown(factors, units),
            leftover: purchase.leftover,
            ends: taken.principal == debt.principal && taken.charges == debt.charges
        });
    }

    /// @inheritdoc INoteLens
    function replacementsOf(uint256 id) external view returns (uint256[] memory chain) {
        uint256 first = id;
        for (uint256 before = _replaces(first); before != 0; before = _replaces(first)) first = before;
        uint256 length;
        for (uint256 next = first; next != 0; next = _notes.recordOf(next).replacedBy) ++length;
        chain = new uint256[](length);
        for (uint256 i; i < length; ++i) {
            chain[i] = first;
            first = _notes.recordOf(first).replacedBy;
        }
    }

    function _replaces(uint256 id) private view returns (uint256) {
        (, MakingFacts memory making) = _notes.termsOf(id);
        return making.replaces;
    }

    function _debtOn(
        Terms memory terms,
        MakingFacts memory making,
        Record memory record,
        uint24 today
    ) private pure returns (Debt memory) {
        Balances memory balances = Balances(
            record.principal,
            record.carried,
            record.charges,
            today > making.lastDayToPay ? record.overdueCarried : int256(0)
        );
        return Accrual.debtOn(terms, making.lastDayToPay, balances, today);
    }

    function _isOpen(Terms memory terms, Record memory record, uint24 today) private pure returns (bool) {
        return
            record.ending == Ending.None &&
            terms.stock != address(0) &&
            today > terms.convertibleAfter &&
            (terms.convertibleUntil == 0 || today <= terms.convertibleUntil);
    }
}
