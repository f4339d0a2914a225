// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Balances, Debt} from "../libraries/Accrual.sol";
import {ConversionMath, Purchase, Taken} from "../libraries/ConversionMath.sol";
import {Factors} from "../types/Factors.sol";
import {Ending, Note, Terms} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Reservation} from "./Reservation.sol";

/// @title Conversion
/// @notice Clause: the holder may turn debt into the maker's stock at a fixed price, adjusted for splits and distributions.
library Conversion {
    using NoteStore for Note;
    using NoteStore for Loaded;

    /// @dev By the holder.
    function convert(
        Note storage note,
        uint256 id,
        address holder,
        uint256 principal,
        uint256 charges,
        uint256 leastShares,
        string calldata notice
    ) external returns (uint256 shares, bool ended) {
        Loaded memory loaded = note.load(id, holder);
        note.requireHolder(loaded);
        _requireOpen(loaded);

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        Taken memory taken = _taken(loaded, before, debt, principal, charges);
        Factors memory factors = Reservation.factorsOf(loaded.terms.stock);
        Purchase memory purchase = ConversionMath.buy(loaded.terms, loaded.making, factors, taken);
        _requireEnough(purchase, leastShares);

        bool all = taken.principal == debt.principal && taken.charges == debt.charges;
        Balances memory balances;
        (balances, ended) = Discharge.reduce(
            note,
            loaded,
            before,
            debt,
            taken,
            all ? 0 : purchase.leftover,
            Ending.Converted
        );
        shares = purchase.shares;
        emit INoteEvents.Converted(id, holder, taken, balances, shares, purchase.leftover, notice);
        _issue(loaded, shares, factors, before, balances);
    }

    function _requireOpen(Loaded memory loaded) private pure {
        Terms memory terms = loaded.terms;
        if (terms.stock == address(0)) revert INoteErrors.NoConversionRight(loaded.id);
        if (loaded.today <= terms.convertibleAfter) {
            revert INoteErrors.ConversionNotOpen(loaded.today, terms.convertibleAfter);
        }
        if (terms.convertibleUntil != 0 && loaded.today > terms.convertibleUntil) {
            revert INoteErrors.ConversionClosed(loaded.today, terms.convertibleUntil);
        }
    }

    function _requireEnough(Purchase memory purchase, uint256 leastShares) private pure {
        if (purchase.shares == 0) revert INoteErrors.NoWholeShare(purchase.amount, purchase.costOfOne);
        if (purchase.shares < leastShares) {
            revert INoteErrors.FewerSharesThanLeast(purchase.shares, leastShares);
        }
    }

    /// @dev The largest uint256 stands for all, so that no payment mined first can make the holder's figure stale.
    function _taken(
        Loaded memory loaded,
        Balances memory balances,
        Debt memory debt,
        uint256 principal,
        uint256 charges
    ) private pure returns (Taken memory) {
        if (principal == type(uint256).max) principal = debt.principal;
        if (charges == type(uint256).max) charges = debt.charges;
        if (principal > debt.principal) revert INoteErrors.ExceedsPrincipal(principal, debt.principal);
        if (principal == 0 && debt.principal != 0) revert INoteErrors.PrincipalRequired(debt.principal);
        if (charges > debt.charges) revert INoteErrors.ExceedsCharges(charges, debt.charges);
        return ConversionMath.takenDown(loaded.terms, debt, balances.carried, loaded.today, principal, charges);
    }

    /// @dev The stock is not trusted: the holder's balance must rise by what was promised.
    function _issue(
        Loaded memory loaded,
        uint256 shares,
        Factors memory factors,
        Balances memory before,
        Balances memory balances
    ) private {
        IConvertibleStock stock = IConvertibleStock(loaded.terms.stock);
        uint256 units = ConversionMath.unitsUp(loaded.making, shares);
        (uint256 claim, uint256 fraction) = Reservation.claimWithFraction(
            loaded.terms,
            loaded.making,
            factors,
            balances
        );
        IConvertibleStock minting = IConvertibleStock(stock.convertsInto());
        uint256 balance = minting.balanceOf(loaded.holder);
        stock.issueOnConversion(loaded.holder, units, Reservation.claimOf(loaded, before), claim, fraction);
        uint256 received = minting.balanceOf(loaded.holder) - balance;
        uint256 promised = ConversionMath.tokensDown(factors, units);
        if (received < promised) revert INoteErrors.SharesNotReceived(received, promised);
    }
}
