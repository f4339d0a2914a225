// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {INoteActs} from "../interfaces/INoteActs.sol";
import {Balances, Debt} from "../libraries/Accrual.sol";
import {ConversionMath, Factors, Taken} from "../libraries/ConversionMath.sol";
import {Errors} from "../libraries/Errors.sol";
import {Ending, Note, Terms} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Conversion
/// @notice Clause: the holder may turn debt into the maker's stock at a fixed price, adjusted for splits and distributions.
abstract contract Conversion is Discharge {
    /// @inheritdoc INoteActs
    function convert(
        uint256 id,
        uint256 principal,
        uint256 charges,
        uint256 leastShares,
        string calldata notice
    ) external override nonReentrant returns (uint256 shares) {
        (Note storage note, Loaded memory loaded) = _load(id);
        address holder = _holder(id);
        _requireHolder(id);
        _requireOpen(loaded);

        Balances memory before = _balances(note, loaded);
        Debt memory debt = _debt(loaded, before);
        Taken memory taken = _taken(loaded, before, debt, principal, charges);
        Factors memory factors = _factors(loaded.terms.stock);
        uint256 leftover;
        (shares, leftover) = _buy(loaded, factors, taken, leastShares);

        bool all = taken.principal == debt.principal && taken.charges == debt.charges;
        Balances memory balances = _reduce(
            note,
            loaded,
            before,
            debt,
            taken,
            all ? 0 : leftover,
            Ending.Converted
        );
        emit Converted(id, holder, taken, balances, shares, leftover, notice);
        _issue(loaded, holder, shares, factors, before, balances);
    }

    function _requireOpen(Loaded memory loaded) private pure {
        Terms memory terms = loaded.terms;
        if (terms.stock == address(0)) revert Errors.NoConversionRight(loaded.id);
        if (loaded.today <= terms.convertibleAfter) {
            revert Errors.ConversionNotOpen(loaded.today, terms.convertibleAfter);
        }
        if (terms.convertibleUntil != 0 && loaded.today > terms.convertibleUntil) {
            revert Errors.ConversionClosed(loaded.today, terms.convertibleUntil);
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
        if (principal > debt.principal) revert Errors.ExceedsPrincipal(principal, debt.principal);
        if (principal == 0 && debt.principal != 0) revert Errors.PrincipalRequired(debt.principal);
        if (charges > debt.charges) revert Errors.ExceedsCharges(charges, debt.charges);
        return
            ConversionMath.takenDown(
                loaded.terms,
                debt,
                balances.carried,
                loaded.today,
                principal,
                charges
            );
    }

    function _buy(
        Loaded memory loaded,
        Factors memory factors,
        Taken memory taken,
        uint256 leastShares
    ) private pure returns (uint256 shares, uint256 leftover) {
        uint256 amount = taken.principal + taken.interest + taken.overdueInterest + taken.charges;
        shares = ConversionMath.sharesDown(loaded.terms, loaded.making, factors, amount);
        if (shares == 0) {
            revert Errors.NoWholeShare(
                amount,
                ConversionMath.costUp(loaded.terms, loaded.making, factors, 1)
            );
        }
        if (shares < leastShares) revert Errors.FewerSharesThanLeast(shares, leastShares);
        leftover = amount - ConversionMath.costUp(loaded.terms, loaded.making, factors, shares);
    }

    /// @dev The stock is not trusted: the holder's balance must rise by what was promised.
    function _issue(
        Loaded memory loaded,
        address holder,
        uint256 shares,
        Factors memory factors,
        Balances memory before,
        Balances memory balances
    ) private {
        IConvertibleStock stock = IConvertibleStock(loaded.terms.stock);
        uint256 units = ConversionMath.unitsUp(loaded.making, shares);
        (uint256 claim, uint256 fraction) = _claimWithFraction(loaded.terms, loaded.making, factors, balances);

        uint256 balance = stock.balanceOf(holder);
        stock.issueOnConversion(holder, units, _claim(loaded, before), claim, fraction);
        uint256 received = stock.balanceOf(holder) - balance;
        uint256 promised = ConversionMath.tokensDown(factors, units);
        if (received < promised) revert Errors.SharesNotReceived(received, promised);
    }
}
