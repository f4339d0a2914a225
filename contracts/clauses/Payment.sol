// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IHeldPayments} from "../interfaces/IHeldPayments.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {Accrual, Balances, Debt} from "../libraries/Accrual.sol";
import {Taken} from "../libraries/ConversionMath.sol";
import {PaymentOrder} from "../libraries/PaymentOrder.sol";
import {Ending, Note, Permit} from "../types/NoteTypes.sol";
import {Discharge} from "./Discharge.sol";
import {Loaded, NoteStore} from "./NoteStore.sol";
import {Prepayment} from "./Prepayment.sol";
import {Reservation} from "./Reservation.sol";
import {Settlement} from "./Settlement.sol";

/// @title Payment
/// @notice Clause: payment in money, acknowledged payment made elsewhere, and release.
library Payment {
    using NoteStore for Note;
    using NoteStore for Loaded;

    /// @dev Ten times what common currencies take for a transfer.
    uint256 private constant _AMPLE_GAS = 500_000;

    /// @dev By anyone but the holder.
    function pay(
        Note storage note,
        uint256 id,
        address holder,
        uint256 most,
        IHeldPayments held
    ) external returns (uint256 paid, bool ended) {
        return _pay(note, note.load(id, holder), most, held);
    }

    /// @dev By anyone but the holder. A permit that is refused may have been used already, by whoever saw it first: what counts is
    /// whether the currency then pays.
    function payWithPermit(
        Note storage note,
        uint256 id,
        address holder,
        uint256 most,
        Permit calldata permit,
        IHeldPayments held
    ) external returns (uint256 paid, bool ended) {
        Loaded memory loaded = note.load(id, holder);
        try
            IERC20Permit(loaded.terms.currency).permit(
                msg.sender,
                address(this),
                permit.value,
                permit.deadline,
                permit.v,
                permit.r,
                permit.s
            )
        {} catch {}
        return _pay(note, loaded, most, held);
    }

    /// @dev By whose money it is; after a recovery, by the new address.
    function withdraw(
        Note storage note,
        uint256 id,
        address holder,
        address owner,
        address to,
        IHeldPayments held
    ) external returns (uint256 amount) {
        Loaded memory loaded = NoteStore.loadTerms(id, holder);
        address entitled = note.ownerOfHeld(owner);
        if (msg.sender != entitled) revert INoteErrors.NotEntitled(msg.sender, entitled);
        bool holds = entitled == holder || (note.lost && entitled == note.recovery.holder);
        if (holds) note.objectByActing(id, entitled);
        amount = held.send(id, owner, IERC20(loaded.terms.currency), to);
        emit INoteEvents.HeldPaymentWithdrawn(id, owner, to, amount);
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
        note.requireHolder(loaded);
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
        note.requireHolder(loaded);

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

    function _pay(
        Note storage note,
        Loaded memory loaded,
        uint256 most,
        IHeldPayments held
    ) private returns (uint256 paid, bool ended) {
        if (most == 0) revert INoteErrors.ZeroAmount();
        if (msg.sender == loaded.holder) revert INoteErrors.PayerIsHolder(msg.sender);
        Prepayment.requirePayable(note, loaded);

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        paid = Math.min(most, Accrual.total(debt));
        Taken memory taken;
        Balances memory balances;
        (taken, balances, ended) = _apply(note, loaded, before, debt, paid);
        emit INoteEvents.PaymentMade(loaded.id, msg.sender, loaded.holder, taken, balances);

        Reservation.letGo(loaded, before, balances);
        _settle(loaded, paid, note.lost, held);
    }

    /// @dev Straight from the caller to the holder; kept for it if it cannot be reached, though there was gas to spare, or if its key is said
    /// to be lost.
    function _settle(Loaded memory loaded, uint256 amount, bool lost, IHeldPayments held) private {
        IERC20 currency = IERC20(loaded.terms.currency);
        if (lost) return _hold(loaded, currency, amount, held);
        uint256 gasGiven = gasleft();
        try Settlement.pull(currency, msg.sender, loaded.holder, amount) {} catch {
            if (gasGiven < _AMPLE_GAS) revert INoteErrors.GasNotAmple(gasGiven, _AMPLE_GAS);
            _hold(loaded, currency, amount, held);
        }
    }

    function _hold(Loaded memory loaded, IERC20 currency, uint256 amount, IHeldPayments held) private {
        Settlement.pull(currency, msg.sender, held.boxOf(address(this), loaded.id, loaded.holder), amount);
        emit INoteEvents.PaymentHeld(loaded.id, loaded.holder, amount);
    }
}
