// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {INoteActs} from "../interfaces/INoteActs.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {Errors} from "../libraries/Errors.sol";
import {PaymentOrder} from "../libraries/PaymentOrder.sol";
import {Ending, Note} from "../types/NoteTypes.sol";
import {Loaded} from "./NoteStore.sol";
import {Prepayment} from "./Prepayment.sol";

/// @title Payment
/// @notice Clause: payment in money, acknowledged payment made elsewhere, and release.
abstract contract Payment is Prepayment {
    using SafeERC20 for IERC20;

    /// @inheritdoc INoteActs
    function pay(uint256 id, uint256 most) external override nonReentrant returns (uint256 paid) {
        (Note storage note, Loaded memory loaded) = _load(id);
        address holder = _holder(id);
        if (most == 0) revert Errors.ZeroAmount();
        if (msg.sender == holder) revert Errors.PayerIsHolder(msg.sender);
        _requirePayable(note, loaded);

        Balances memory before = _balances(note, loaded);
        Debt memory debt = _debt(loaded, before);
        paid = Math.min(most, Accrual.total(debt));
        (Taken memory taken, Balances memory balances) = _apply(note, loaded, before, debt, paid);
        emit PaymentMade(id, msg.sender, holder, taken, balances);

        _releaseReservation(loaded, before, balances);
        _pull(IERC20(loaded.terms.currency), holder, paid);
    }

    /// @inheritdoc INoteActs
    function acknowledge(uint256 id, uint256 amount, string calldata reference_) external override nonReentrant {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireHolder(id);
        if (amount == 0) revert Errors.ZeroAmount();

        Balances memory before = _balances(note, loaded);
        Debt memory debt = _debt(loaded, before);
        uint256 owed = Accrual.total(debt);
        if (amount > owed) revert Errors.ExceedsOwed(amount, owed);
        (Taken memory taken, Balances memory balances) = _apply(note, loaded, before, debt, amount);
        emit PaymentAcknowledged(id, msg.sender, taken, balances, reference_);

        _releaseReservation(loaded, before, balances);
    }

    /// @inheritdoc INoteActs
    function release(uint256 id) external override nonReentrant {
        (Note storage note, Loaded memory loaded) = _load(id);
        _requireHolder(id);

        Balances memory before = _balances(note, loaded);
        emit DebtReleased(id, msg.sender, Accrual.statementOf(_debt(loaded, before)));
        _end(note, loaded, Ending.Released);

        Balances memory nothing;
        _releaseReservation(loaded, before, nothing);
    }

    function _apply(
        Note storage note,
        Loaded memory loaded,
        Balances memory before,
        Debt memory debt,
        uint256 amount
    ) private returns (Taken memory taken, Balances memory balances) {
        taken = loaded.today < loaded.terms.maturity
            ? PaymentOrder.beforeMaturity(debt, amount)
            : PaymentOrder.fromMaturity(debt, amount);
        balances = _reduce(note, loaded, before, debt, taken, 0, Ending.Paid);
    }

    /// @dev Straight from the caller to the holder, and the holder must have what was paid.
    function _pull(IERC20 currency, address holder, uint256 amount) private {
        uint256 balance = currency.balanceOf(holder);
        currency.safeTransferFrom(msg.sender, holder, amount);
        uint256 received = currency.balanceOf(holder) - balance;
        if (received != amount) revert Errors.ReceivedDiffers(received, amount);
    }
}
