// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {PaymentOrder} from "../libraries/PaymentOrder.sol";
import {Ending, Note} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Prepayment} from "./Prepayment.sol";
import {Reservation} from "./Reservation.sol";

/// @title Payment
/// @notice Clause: payment in money, acknowledged payment made elsewhere, and release.
library Payment {
    using SafeERC20 for IERC20;
    using NoteStore for Note;
    using NoteStore for Loaded;

    /// @dev By anyone but the holder.
    function pay(
        Note storage note,
        uint256 id,
        address holder,
        uint256 most
    ) external returns (uint256 paid, bool ended) {
        Loaded memory loaded = note.load(id, holder);
        if (most == 0) revert INoteErrors.ZeroAmount();
        if (msg.sender == holder) revert INoteErrors.PayerIsHolder(msg.sender);
        Prepayment.requirePayable(note, loaded);

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        paid = Math.min(most, Accrual.total(debt));
        Taken memory taken;
        Balances memory balances;
        (taken, balances, ended) = _apply(note, loaded, before, debt, paid);
        emit INoteEvents.PaymentMade(id, msg.sender, holder, taken, balances);

        Reservation.letGo(loaded, before, balances);
        _pull(IERC20(loaded.terms.currency), holder, paid);
    }

    /// @dev By the holder.
    function acknowledge(
        Note storage note,
        uint256 id,
        address holder,
        uint256 amount,
        string calldata reference_
    ) external returns (bool ended) {
        Loaded memory loaded = note.load(id, holder);
        loaded.requireHolder();
        if (amount == 0) revert INoteErrors.ZeroAmount();

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        uint256 owed = Accrual.total(debt);
        if (amount > owed) revert INoteErrors.ExceedsOwed(amount, owed);
        Taken memory taken;
        Balances memory balances;
        (taken, balances, ended) = _apply(note, loaded, before, debt, amount);
        emit INoteEvents.PaymentAcknowledged(id, holder, taken, balances, reference_);

        Reservation.letGo(loaded, before, balances);
    }

    /// @dev By the holder.
    function release(Note storage note, uint256 id, address holder) external {
        Loaded memory loaded = note.load(id, holder);
        loaded.requireHolder();

        Balances memory before = note.balancesOf(loaded);
        emit INoteEvents.DebtReleased(id, holder, Accrual.statementOf(loaded.debtOf(before)));
        Discharge.end(note, loaded, Ending.Released);

        Balances memory nothing;
        Reservation.letGo(loaded, before, nothing);
    }

    function _apply(
        Note storage note,
        Loaded memory loaded,
        Balances memory before,
        Debt memory debt,
        uint256 amount
    ) private returns (Taken memory taken, Balances memory balances, bool ended) {
        taken =
            loaded.today < loaded.terms.maturity
                ? PaymentOrder.beforeMaturity(debt, amount)
                : PaymentOrder.fromMaturity(debt, amount);
        (balances, ended) = Discharge.reduce(note, loaded, before, debt, taken, 0, Ending.Paid);
    }

    /// @dev Straight from the caller to the holder, who must have what was paid.
    function _pull(IERC20 currency, address holder, uint256 amount) private {
        uint256 balance = currency.balanceOf(holder);
        currency.safeTransferFrom(msg.sender, holder, amount);
        uint256 received = currency.balanceOf(holder) - balance;
        if (received != amount) revert INoteErrors.ReceivedDiffers(received, amount);
    }
}
