// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {StandingDefault} from "../../../contracts/interfaces/INoteLens.sol";
import {Facts} from "../../../contracts/libraries/Facts.sol";
import {Ending, Fact, MakingFacts, Record, Terms, TransferBasis} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account, Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Effect, Handler, Picture} from "./Handler.sol";
import {SharedActs} from "./SharedActs.sol";

/// @notice The holder of a note, and who would like to be. Conversion is in a handler of its own.
contract LenderHandler is SharedActs {
    using Draw for Chance;
    using Facts for Fact;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function acknowledge(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        uint256 owed = before[id - 1].owed.total;
        uint256 amount = chance.percent(2) ? owed : chance.amount(owed / 3 + 2);
        address actor = _mostly(chance, record.holder);
        bool allowed = record.ending == Ending.None && actor == record.holder && amount != 0 && amount <= owed;
        Effect memory effect;

        CHEATS.prank(actor);
        try notes.acknowledge(id, amount, "wire") {
            _require(allowed, "13: a payment was acknowledged by another, or above what is owed");
            Account memory moved;
            moved.acknowledged = effect.lowered = amount;
            effect.opensPayment = effect.byHolder = true;
            _account(id, moved);
            _compare("acknowledge", id, true, before, effect);
        } catch {
            _require(!allowed, "21: an acknowledgement was refused without cause");
            _compare("acknowledge", id, false, before, effect);
        }
    }

    function release(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = chance.percent(10) ? record.holder : chance.among(world.everyone());
        bool allowed = record.ending == Ending.None && actor == record.holder;
        Effect memory effect;

        CHEATS.prank(actor);
        try notes.release(id) {
            _require(allowed, "13: a debt was released by another");
            Account memory moved;
            moved.released = effect.lowered = before[id - 1].owed.total;
            effect.endsIt = effect.byHolder = true;
            _account(id, moved);
            _compare("release", id, true, before, effect);
        } catch {
            _require(!allowed, "21: a release was refused without cause");
            _compare("release", id, false, before, effect);
        }
    }

    function permitPrepayment(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.holder);
        uint24 today = notes.dayOf(id);
        uint24 until = uint24(today - 1 + chance.amount(120));
        bool take = chance.percent(30);
        bool allowed = record.ending == Ending.None && actor == record.holder && (take || until >= today);
        Effect memory effect;
        (effect.opensPayment, effect.byHolder) = (!take, true);
        bool ok;

        CHEATS.prank(actor);
        (ok, ) = address(notes).call(
            take
                ? abi.encodeCall(notes.revokePrepaymentPermission, (id))
                : abi.encodeCall(notes.permitPrepayment, (id, until))
        );
        _require(ok == allowed, "13: prepayment permitted by another, or the holder refused");
        _compare(take ? bytes32("revokePermission") : bytes32("permitPrepayment"), id, ok, before, effect);
    }

    function demand(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.holder);
        (, MakingFacts memory making) = notes.termsOf(id);
        uint24 today = notes.dayOf(id);
        bool overdue = today > making.lastDayToPay && record.principal != 0;
        bool standing = lens.standingDefaults(id).length != 0;
        bool allowed = record.ending == Ending.None && actor == record.holder && (overdue || standing);
        Effect memory effect;
        effect.opensPayment = effect.byHolder = true;
        bool ok;

        CHEATS.prank(actor);
        try notes.demand(id, "") {
            _require(allowed, "13: a demand by another, or a premature one");
            if (overdue) store.addFactName(id, "nonPayment");
            ok = true;
        } catch {
            _require(!allowed, "21: a demand was refused without cause");
        }
        _compare("demand", id, ok, before, effect);
    }

    /// @dev Calls a debt in default and waives every default it was called for: prepayment is closed again.
    function callAndWaive(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _closed(chance);
        if (id == 0) return;
        _report("report by the borrower", chance, id, notes.obligorOf(id));
        address holder = notes.recordOf(id).holder;
        StandingDefault[] memory standing = lens.standingDefaults(id);
        if (standing.length == 0) return;

        CHEATS.prank(holder);
        notes.demand(id, "");
        _require(notes.isPayable(id), "21: a called debt cannot be paid");
        for (uint256 i; i < standing.length; ++i) {
            CHEATS.prank(holder);
            notes.waive(id, standing[i].name);
        }
        _require(!notes.isPayable(id), "9: it is payable for a default that was waived");
        store.count("call and waive", true);
    }

    function waive(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        bytes32 name = _factName(chance, id);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.holder);
        bool allowed = record.ending == Ending.None && actor == record.holder && notes.factOf(id, name).open();
        Effect memory effect;
        effect.byHolder = true;
        bool ok;

        CHEATS.prank(actor);
        try notes.waive(id, name) {
            _require(allowed && notes.factOf(id, name).waived, "13: a fact was waived by another, or was not open");
            ok = true;
        } catch {
            _require(!allowed, "21: a waiver was refused without cause");
        }
        _compare("waive", id, ok, before, effect);
    }

    function cure(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _cure("cure by the holder", chance, id, _mostly(chance, notes.recordOf(id).holder));
    }

    function payOwnNote(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        address holder = notes.recordOf(id).holder;
        if (holder != address(0)) _pay("pay by the holder", chance, id, holder);
    }

    /// @dev By the holder, by somebody the holder approved, or by nobody entitled to.
    function transfer(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Record memory record = notes.recordOf(id);
        address to = _transferee(chance, record);
        address actor = _mostly(chance, record.holder);
        // an approval that no transfer has used up still stands
        bool entitled = actor == record.holder || (record.ending == Ending.None && token.getApproved(id) == actor);
        if (!entitled && record.holder != address(0) && chance.percent(50)) {
            CHEATS.prank(record.holder);
            token.approve(actor, id);
            _require(notes.recoveryOf(id).declaredOn == 0, "28: an approval is no objection");
            entitled = true;
        }
        Picture[] memory before = _lookAround(id);
        TransferBasis basis = notes.transferBasis(id, to);
        bool allowed = entitled && (basis == TransferBasis.Consent || basis == TransferBasis.Affiliate);
        Terms memory terms = _termsOf(id);
        Effect memory effect;
        effect.endsConsent = effect.byHolder = effect.movesNote = true;
        bool ok;

        CHEATS.prank(actor);
        try token.transferFrom(record.holder, to, id) {
            bool consented = record.consentTo == to && record.consentUntil >= notes.dayOf(id);
            bool free =
                terms.affiliatesFree &&
                    (record.holder == to ||
                        (terms.registry != address(0) && world.registry().areAffiliates(record.holder, to)));
            _require(entitled && (consented || free), "12: a transfer without consent or affiliation");
            _require(!_isBarred(id, to), "14: a party, or an address it was recovered from, holds the note");
            Record memory now_ = notes.recordOf(id);
            _require(
                now_.holder == to && now_.prepaymentUntil == 0,
                "12: the transferee does not hold it, or may be prepaid"
            );
            ok = true;
        } catch {}
        _require(ok == allowed, "21: transferBasis said otherwise");
        _compare("transfer", id, ok, before, effect);
    }

    /// @dev A live note that is not payable; zero if there is none.
    function _closed(Chance memory chance) private view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = chance.between(1, count);
        for (uint256 i; i < count; ++i) {
            if (notes.recordOf(id).ending == Ending.None && !notes.isPayable(id)) return id;
            id = (id % count) + 1;
        }
        return 0;
    }

    /// @dev Often the one consented to, or an affiliate of the holder.
    function _transferee(Chance memory chance, Record memory record) private view returns (address) {
        if (record.consentUntil != 0 && chance.percent(60)) return record.consentTo;
        if (chance.percent(30)) return record.holder == world.lender() ? world.affiliate() : world.lender();
        return chance.among(world.everyone());
    }
}
