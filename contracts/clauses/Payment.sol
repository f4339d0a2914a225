// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {NotePart} from "../NotePart.sol";
import {IHeldPayments} from "../interfaces/IHeldPayments.sol";
import {INoteErrors} from "../interfaces/INoteErrors.sol";
import {INoteEvents} from "../interfaces/INoteEvents.sol";
import {INotePayment} from "../interfaces/INotePayment.sol";
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
contract Payment is NotePart, INotePayment {
    using NoteStore for Note;
    using NoteStore for Loaded;

    /// @dev Ten times what common currencies take for a transfer.
    uint256 private constant _AMPLE_GAS = 500_000;

    /// @notice Where money is kept that cannot reach a holder.
    IHeldPayments public immutable held;

    /// @param held_ Where money is kept that cannot reach a holder.
    constructor(IHeldPayments held_) {
        held = held_;
    }

    /// @inheritdoc INotePayment
    function pay(uint256 id, uint256 most) external onlyPassed nonReentrant returns (uint256 paid) {
        Note storage note = _notes[id];
        return _pay(note, note.load(id, _ownerOf(id)), most);
    }

    /// @inheritdoc INotePayment
    function payWithPermit(
        uint256 id,
        uint256 most,
        Permit calldata permit
    ) external onlyPassed nonReentrant returns (uint256 paid) {
        Note storage note = _notes[id];
        Loaded memory loaded = note.load(id, _ownerOf(id));
        // a permit that is refused may have been used already, by whoever saw it first
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
        return _pay(note, loaded, most);
    }

    /// @inheritdoc INotePayment
    function withdraw(
        uint256 id,
        address holder,
        address to
    ) external onlyPassed nonReentrant returns (uint256 amount) {
        Note storage note = _notes[id];
        Loaded memory loaded = NoteStore.loadTerms(id, _ownerOf(id));
        address entitled = note.ownerOfHeld(holder);
        if (msg.sender != entitled) revert INoteErrors.NotEntitled(msg.sender, entitled);
        bool holds = entitled == loaded.holder || (note.lost && entitled == note.recovery.holder);
        if (holds) note.objectByActing(id, entitled);
        amount = held.sendOn(id, holder, IERC20(loaded.terms.currency), to);
        emit INoteEvents.HeldPaymentWithdrawn(id, holder, to, amount);
    }

    /// @inheritdoc INotePayment
    function acknowledge(uint256 id, uint256 amount, string calldata reference_) external onlyPassed nonReentrant {
        Note storage note = _notes[id];
        Loaded memory loaded = note.load(id, _ownerOf(id));
        note.requireHolder(loaded);
        if (amount == 0) revert INoteErrors.ZeroAmount();

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        uint256 owed = Accrual.total(debt);
        if (amount > owed) revert INoteErrors.ExceedsOwed(amount, owed);
        (Taken memory taken, Balances memory balances, bool ended) = _apply(note, loaded, before, debt, amount);
        emit INoteEvents.PaymentAcknowledged(id, loaded.holder, taken, balances, reference_);

        if (ended) _burn(id);
        Reservation.letGo(loaded, before, balances);
    }

    /// @inheritdoc INotePayment
    function release(uint256 id) external onlyPassed nonReentrant {
        Note storage note = _notes[id];
        Loaded memory loaded = note.load(id, _ownerOf(id));
        note.requireHolder(loaded);

        Balances memory before = note.balancesOf(loaded);
        emit INoteEvents.DebtReleased(id, loaded.holder, Accrual.statementOf(loaded.debtOf(before)));
        Discharge.end(note, loaded, Ending.Released);

        _burn(id);
        Balances memory nothing;
        Reservation.letGo(loaded, before, nothing);
    }

    /// @notice Moves money within a payment, so that what fails of it can be undone whole. Of no use to anyone else.
    function pull(IERC20 currency, address from, address to, uint256 amount) external onlyPassed {
        Settlement.pull(currency, from, to, amount);
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

    function _pay(Note storage note, Loaded memory loaded, uint256 most) private returns (uint256 paid) {
        if (most == 0) revert INoteErrors.ZeroAmount();
        if (msg.sender == loaded.holder) revert INoteErrors.PayerIsHolder(msg.sender);
        Prepayment.requirePayable(note, loaded);

        Balances memory before = note.balancesOf(loaded);
        Debt memory debt = loaded.debtOf(before);
        paid = Math.min(most, Accrual.total(debt));
        (Taken memory taken, Balances memory balances, bool ended) = _apply(note, loaded, before, debt, paid);
        emit INoteEvents.PaymentMade(loaded.id, msg.sender, loaded.holder, taken, balances);

        if (ended) _burn(loaded.id);
        Reservation.letGo(loaded, before, balances);
        _settle(loaded, paid, note.lost);
    }

    /// @dev Straight from the caller to the holder; kept for it if it cannot be reached, though there was gas to spare, or if its key is said
    /// to be lost.
    function _settle(Loaded memory loaded, uint256 amount, bool lost) private {
        IERC20 currency = IERC20(loaded.terms.currency);
        if (lost) return _hold(loaded, currency, amount);
        uint256 gasGiven = gasleft();
        // solhint-disable-next-line avoid-low-level-calls
        (bool reached, ) = _self.delegatecall(abi.encodeCall(this.pull, (currency, msg.sender, loaded.holder, amount)));
        if (reached) return;
        if (gasGiven < _AMPLE_GAS) revert INoteErrors.GasNotAmple(gasGiven, _AMPLE_GAS);
        _hold(loaded, currency, amount);
    }

    function _hold(Loaded memory loaded, IERC20 currency, uint256 amount) private {
        Settlement.pull(currency, msg.sender, held.boxOf(address(this), loaded.id, loaded.holder), amount);
        emit INoteEvents.PaymentHeld(loaded.id, loaded.holder, amount);
    }
}
