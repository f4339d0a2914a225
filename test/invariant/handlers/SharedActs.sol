// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Facts} from "../../../contracts/libraries/Facts.sol";
import {ChargeKind, Ending, Fact, FactKind, Record, Reporter, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account} from "../support/Store.sol";
import {Effect, Handler, Picture} from "./Handler.sol";

/// @notice Acts open to more than one side.
abstract contract SharedActs is Handler {
    using Draw for Chance;
    using Facts for Fact;

    function _pay(bytes32 act, Chance memory chance, uint256 id, address payer) internal {
        Picture[] memory before = _lookAround(id);
        Picture memory note = before[id - 1];
        uint256 most = chance.percent(4) ? note.owed.total : chance.amount(note.owed.total + note.owed.total / 8);
        uint256 expected = most < note.owed.total ? most : note.owed.total;
        uint256 holderHad = world.dollar().balanceOf(note.record.holder);
        uint256 payerHad = world.dollar().balanceOf(payer);
        bool allowed = note.payable_ && most != 0 && payer != note.record.holder && !_isBlocked(payer);
        bool isHeld = note.recovery.declaredOn != 0 || _isBlocked(note.record.holder);
        Effect memory effect;

        CHEATS.prank(payer);
        try notes.pay(id, most) returns (uint256 paid) {
            _require(allowed, "10: a payment was let through before it might be made");
            _require(paid == expected, "5: more or less was paid than asked for and owed");
            _require(
                world.dollar().balanceOf(note.record.holder) == holderHad + (isHeld ? 0 : paid),
                "5: the holder did not receive it, or received what was to be held"
            );
            if (isHeld) {
                store.setHeld(id, note.record.holder, store.held(id, note.record.holder) + paid);
                store.count("hold a payment", true);
            }
            _require(world.dollar().balanceOf(payer) == payerHad - paid, "5: the payer paid another amount");
            Account memory moved;
            moved.received = effect.lowered = paid;
            _account(id, moved);
            _compare(act, id, true, before, effect);
        } catch {
            _require(!allowed, "21: isPayable promised a payment that was refused");
            _compare(act, id, false, before, effect);
        }
    }

    function _admit(bytes32 act, Chance memory chance, uint256 id, address actor) internal {
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        Terms memory terms = _termsOf(id);
        uint256 amount = chance.percent(5) ? chance.next() : chance.amount(uint256(terms.principal) / 4);
        bool byAttestor = actor != record.obligor;
        bool allowed =
            record.ending == Ending.None &&
                amount != 0 &&
                amount <= type(uint96).max - record.chargesAdmitted &&
                (actor == record.obligor || (terms.attestor != address(0) && actor == terms.attestor)) &&
                (!byAttestor || amount <= terms.principal - record.chargesByAttestor);
        Effect memory effect;

        CHEATS.prank(actor);
        try notes.admitCharge(id, ChargeKind(chance.below(2)), amount, "") {
            _require(allowed, "13: a charge was admitted by another, or above its limit");
            Account memory moved;
            moved.owedEver = effect.charged = amount;
            _account(id, moved);
            _compare(act, id, true, before, effect);
        } catch {
            _require(!allowed, "21: an admission was refused without cause");
            _compare(act, id, false, before, effect);
        }
    }

    function _report(bytes32 act, Chance memory chance, uint256 id, address actor) internal returns (bool ok) {
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        Terms memory terms = _termsOf(id);
        uint24 today = notes.dayOf(id);
        bytes32 name = bytes32(bytes2(uint16(0x6100 + chance.below(256))));
        uint24 occurred = uint24(today + 1 - chance.amount(chance.percent(95) ? today - terms.dated : today));
        if (occurred > today && chance.percent(90)) occurred = today;
        if (record.calledOn != 0 && chance.percent(50)) occurred = record.calledOn - uint24(chance.amount(3));
        bool known = notes.factOf(id, name).ordinal != 0;
        bool byAttestor = terms.attestor != address(0) && actor == terms.attestor;
        bool allowed =
            record.ending == Ending.None &&
                (actor == record.obligor || byAttestor) &&
                !known &&
                occurred >= terms.dated &&
                occurred <= today &&
                _openOf(id, actor == record.obligor ? Reporter.Borrower : Reporter.Attestor) < 16;
        Effect memory effect;

        CHEATS.prank(actor);
        try notes.report(id, name, FactKind(chance.below(6)), occurred, "") {
            _require(allowed, "13: a report by another, of another day, of a known name, or a seventeenth");
            store.addFactName(id, name);
            ok = true;
        } catch {
            _require(!allowed, "23: a report was refused without cause");
        }
        _compare(act, id, ok, before, effect);
    }

    function _cure(bytes32 act, Chance memory chance, uint256 id, address actor) internal {
        bytes32 name = _factName(chance, id);
        Fact memory fact = notes.factOf(id, name);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        uint24 today = notes.dayOf(id);
        uint24 occurred = uint24(today + 1 - chance.amount(today - fact.occurred + 1));
        if (occurred > today && chance.percent(90)) occurred = today;
        address attestor = _termsOf(id).attestor;
        bool allowed =
            record.ending == Ending.None &&
                (actor == record.holder || (attestor != address(0) && actor == attestor)) &&
                fact.known() &&
                fact.kind < FactKind.NonPayment &&
                occurred >= fact.occurred &&
                occurred <= today;
        Effect memory effect;
        effect.byHolder = actor == record.holder;
        bool ok;

        CHEATS.prank(actor);
        try notes.cure(id, name, occurred, "") {
            _require(allowed, "13: a cure by another, or of another day");
            uint24 cured = notes.factOf(id, name).cured;
            bool earliest = fact.cured == 0 || occurred < fact.cured;
            _require(cured == (earliest ? occurred : fact.cured), "22: the earliest cure does not count");
            ok = true;
        } catch {
            _require(!allowed, "21: a cure was refused without cause");
        }
        _compare(act, id, ok, before, effect);
    }

    /// @dev Mostly one on record.
    function _factName(Chance memory chance, uint256 id) internal view returns (bytes32) {
        bytes32[] memory names = store.factNames(id);
        if (names.length == 0 || chance.percent(5)) return "unheardOf";
        return names[chance.below(names.length)];
    }

    function _openOf(uint256 id, Reporter reporter) internal view returns (uint256 count) {
        bytes32[] memory names = store.factNames(id);
        for (uint256 i; i < names.length; ++i) {
            Fact memory fact = notes.factOf(id, names[i]);
            if (fact.open() && fact.reporter == reporter) ++count;
        }
    }
}
