// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ending, Record, Recovery, Terms} from "../../../contracts/types/NoteTypes.sol";
import {BlockingDollar} from "../../../contracts/mocks/lives/BlockingDollar.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Effect, Handler, Picture} from "./Handler.sol";
import {PassingOfTime} from "./PassingOfTime.sol";
import {SharedActs} from "./SharedActs.sol";

/// @notice Lost notes, and money that waits for its owner: all who have a part in either.
contract RecoveryHandler is SharedActs, PassingOfTime {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function declareLost(uint256 seed) external {
        Chance memory chance = _chance(seed);
        _declare(_note(chance), _mostly(chance, world.attestor()));
    }

    function consentToRecovery(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _underWay(chance, 40);
        _consent(id, _mostly(chance, notes.obligorOf(id)), chance.among(world.everyone()));
    }

    function revokeRecoveryConsent(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _underWay(chance, 80);
        // a consent stands too seldom by itself
        if (chance.percent(60)) _consent(id, notes.obligorOf(id), chance.among(world.everyone()));
        Picture[] memory before = _lookAround(id);
        address actor = _mostly(chance, before[id - 1].record.obligor);
        Recovery memory recovery = before[id - 1].recovery;
        bool over = before[id - 1].record.ending != Ending.None && recovery.declaredOn == 0;
        bool allowed = !over && actor == before[id - 1].record.obligor && recovery.to != address(0);
        Effect memory effect;
        effect.setsRecovery = true;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.revokeRecoveryConsent, (id)));
        _require(ok == allowed, "28: a consent to recovery was revoked by another, or the borrower refused");
        _compare("revoke recovery consent", id, ok, before, effect);
    }

    function object(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _underWay(chance, 80);
        Picture[] memory before = _lookAround(id);
        Recovery memory recovery = before[id - 1].recovery;
        bool ended = before[id - 1].record.ending != Ending.None;
        address holder = ended ? recovery.holder : before[id - 1].record.holder;
        address actor = _mostly(chance, holder);
        bool stands = recovery.declaredOn != 0 || (!ended && recovery.to != address(0));
        Effect memory effect;
        effect.setsRecovery = true;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.object, (id)));
        _require(ok == (stands && actor == holder), "28: an objection by another, or of no account");
        recovery = notes.recoveryOf(id);
        if (ok) _require(recovery.declaredOn == 0 && recovery.to == address(0), "28: a step outlived an objection");
        _compare("object", id, ok, before, effect);
    }

    function recover(uint256 seed) external {
        Chance memory chance = _chance(seed);
        _recover(_underWay(chance, 80), world.stranger());
    }

    /// @dev Both steps, a payment perhaps, and the days to object, on which the holder does nothing.
    function loseAndRecover(uint256 seed) external {
        Chance memory chance = _chance(seed);
        if (!chance.percent(60)) return;
        uint256 id = _losable(chance);
        if (id == 0) return;
        _declare(id, world.attestor());
        _consent(id, notes.obligorOf(id), _newAddress(chance, id));
        if (chance.percent(50)) _pay("pay by a stranger", chance, id, world.stranger());
        _pass("pass the days to object", block.timestamp + 1 days * chance.between(30, 36));
        _recover(id, world.stranger());
    }

    /// @dev Mostly where something is held.
    function withdraw(uint256 seed) external {
        Chance memory chance = _chance(seed);
        (uint256 id, address holder) = _heldSomewhere(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address owner = store.ownerOfHeld(id, holder);
        address actor = _mostly(chance, owner);
        address to = chance.among(world.everyone());
        uint256 amount = store.held(id, holder);
        uint256 had = world.dollar().balanceOf(to);
        Effect memory effect;
        effect.byHolder = actor == record.holder;
        effect.setsRecovery = record.ending != Ending.None;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.withdraw, (id, holder, to)));
        _require(
            ok == (actor == owner && amount != 0 && !_isBlocked(to)),
            "29: withdrawn by another, or the owner refused"
        );
        if (ok) {
            _require(world.dollar().balanceOf(to) == had + amount, "29: another amount was withdrawn");
            store.setHeld(id, holder, 0);
        }
        _compare("withdraw", id, ok, before, effect);
    }

    /// @dev Mostly a holder; as often let go again.
    function block_(uint256 seed) external {
        Chance memory chance = _chance(seed);
        address account = _mostly(chance, notes.recordOf(_note(chance)).holder);
        bool blocked = !_isBlocked(account) && chance.percent(60);
        address actor = chance.percent(70) ? world.issuer() : chance.among(world.everyone());
        Picture[] memory before = _lookAround(0);
        BlockingDollar dollar = world.dollar();

        CHEATS.prank(actor);
        (bool ok, ) = address(dollar).call(abi.encodeCall(dollar.setBlocked, (account, blocked)));
        _compareNone(blocked ? bytes32("block") : bytes32("unblock"), ok, before);
    }

    function _declare(uint256 id, address actor) private {
        Picture[] memory before = _lookAround(id);
        Terms memory terms = _termsOf(id);
        Recovery memory recovery = before[id - 1].recovery;
        uint24 today = notes.dayOf(id);
        bool allowed =
            before[id - 1].record.ending == Ending.None &&
                terms.attestor != address(0) &&
                actor == terms.attestor &&
                (recovery.lastDeclaredOn == 0 || today > recovery.lastDeclaredOn + 365);
        Effect memory effect;
        effect.setsRecovery = true;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.declareLost, (id, "")));
        _require(ok == allowed, "28: declared lost by another, or twice within a year, or the attestor refused");
        _compare("declare lost", id, ok, before, effect);
    }

    function _consent(uint256 id, address actor, address to) private {
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        Recovery memory recovery = before[id - 1].recovery;
        address holder = record.ending == Ending.None ? record.holder : recovery.holder;
        bool over = record.ending != Ending.None && recovery.declaredOn == 0;
        bool allowed = !over && actor == record.obligor && to != recovery.to && to != holder && !_isBarred(id, to);
        Effect memory effect;
        effect.setsRecovery = true;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.consentToRecovery, (id, to)));
        _require(ok == allowed, "28: a recovery consented to by another, or the borrower refused");
        _compare("consent to recovery", id, ok, before, effect);
    }

    /// @dev The only way past the rule that transfers obey.
    function _recover(uint256 id, address actor) private {
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        Recovery memory recovery = before[id - 1].recovery;
        uint24 later = recovery.declaredOn > recovery.consentedOn ? recovery.declaredOn : recovery.consentedOn;
        uint24 today = world.newYork().dateOf(block.timestamp);
        if (_termsOf(id).calendar == address(world.utc())) today = world.utc().dateOf(block.timestamp);
        bool allowed = recovery.declaredOn != 0 && recovery.to != address(0) && today > later + 30;
        Effect memory effect;
        effect.setsRecovery = effect.movesNote = effect.endsConsent = true;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.recover, (id)));
        _require(ok == allowed, "28: recovered without both steps or too early, or refused");
        if (ok) {
            bool lives = record.ending == Ending.None;
            _require(notes.recordOf(id).holder == (lives ? recovery.to : address(0)), "28: recovered to another");
            _require(!lives || record.holder == recovery.holder, "28: recovered from another than was declared lost");
            store.setMoved(id, recovery.holder, recovery.to);
        }
        _compare("recover", id, ok, before, effect);
    }

    /// @dev A live note that the attestor may declare lost; zero if there is none.
    function _losable(Chance memory chance) private view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = chance.between(1, count);
        for (uint256 i; i < count; ++i) {
            uint24 last = notes.recoveryOf(id).lastDeclaredOn;
            bool free = last == 0 || notes.dayOf(id) > last + 365;
            bool lives = notes.recordOf(id).ending == Ending.None;
            if (free && lives && _termsOf(id).attestor != address(0)) return id;
            id = (id % count) + 1;
        }
        return 0;
    }

    /// @dev One that could hold the note and does not, if there is one.
    function _newAddress(Chance memory chance, uint256 id) private view returns (address to) {
        address holder = notes.recordOf(id).holder;
        for (uint256 i; i < 8; ++i) {
            to = chance.among(world.everyone());
            if (to != holder && !_isBarred(id, to)) return to;
        }
    }

    /// @dev A note that is being recovered, with a likelihood, if there is one.
    function _underWay(Chance memory chance, uint256 likelihood) private view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = chance.between(1, count);
        if (!chance.percent(likelihood)) return _note(chance);
        for (uint256 i; i < count && !_isUnderWay(id); ++i) id = (id % count) + 1;
    }

    function _isUnderWay(uint256 id) private view returns (bool) {
        Recovery memory recovery = notes.recoveryOf(id);
        return recovery.declaredOn != 0 || recovery.to != address(0);
    }

    function _heldSomewhere(Chance memory chance) private view returns (uint256 id, address holder) {
        address[] memory everyone = world.everyone();
        uint256 count = notes.noteCount();
        uint256 start = chance.next() % 1e9;
        for (uint256 i; i < count * everyone.length; ++i) {
            id = ((start + i) % count) + 1;
            holder = everyone[((start + i) / count) % everyone.length];
            if (store.held(id, holder) != 0) break;
        }
        if (chance.percent(15)) holder = chance.among(everyone);
    }
}
