// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {ICalendar} from "../../../contracts/interfaces/ICalendar.sol";
import {ICommonStock} from "../../../contracts/interfaces/ICommonStock.sol";
import {INoteLens} from "../../../contracts/interfaces/INoteLens.sol";
import {IPromissoryNotes} from "../../../contracts/interfaces/IPromissoryNotes.sol";
import {Ending, Record, Recovery, Statement, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {Account, Store} from "../support/Store.sol";
import {World} from "../support/World.sol";

/// @notice A note as it stands between two acts.
/// @param later What will be owed on a day after every maturity there is, if nothing is done until then.
/// @param payable_ Whether it may be paid today.
struct Picture {
    Record record;
    Statement owed;
    Statement later;
    Recovery recovery;
    bool payable_;
}

/// @notice What an act that was let through may have done to its note.
/// @param lowered By how much what is owed falls.
/// @param charged By how much charges rise.
/// @param endsIt Whether it ends the note whatever is left.
/// @param opensPayment Whether it may make the note payable.
/// @param setsConsent Whether it is an act on the consent itself.
/// @param endsConsent Whether it ends the consent though no figure changes.
/// @param byHolder Whether it shows that the holder's key is not lost.
/// @param setsRecovery Whether it is a step of a recovery itself, which may go on for money held after the note has ended.
/// @param endsRecoveryConsent Whether it ends the borrower's consent to a recovery.
/// @param movesNote Whether another may hold the note afterwards.
struct Effect {
    uint256 lowered;
    uint256 charged;
    bool endsIt;
    bool opensPayment;
    bool setsConsent;
    bool endsConsent;
    bool byHolder;
    bool setsRecovery;
    bool endsRecoveryConsent;
    bool movesNote;
}

/// @notice Looks at every note before and after an act, and holds the difference against what that act may do.
abstract contract Handler {
    using Draw for Chance;

    uint24 internal constant LATER = 16_000;

    World internal immutable world;
    Store internal immutable store;
    IPromissoryNotes internal immutable notes;
    INoteLens internal immutable lens;
    IERC721 internal immutable token;

    constructor(World world_, Store store_) {
        (world, store) = (world_, store_);
        (notes, lens, token) = (world_.notes(), world_.lens(), world_.token());
    }

    /// @dev The stock in force.
    function stock() internal view returns (ICommonStock) {
        return world.stock();
    }

    function _chance(uint256 seed) internal returns (Chance memory) {
        return Chance(store.nextDraw(seed));
    }

    /// @dev A live note nine times in ten, if there is one.
    function _note(Chance memory chance) internal view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = chance.between(1, count);
        if (chance.percent(90)) {
            for (uint256 i; i < count && notes.recordOf(id).ending != Ending.None; ++i) id = (id % count) + 1;
        }
    }

    /// @dev `usual` four times in five, else anybody.
    function _mostly(Chance memory chance, address usual) internal view returns (address) {
        return usual != address(0) && chance.percent(80) ? usual : chance.among(world.everyone());
    }

    function _termsOf(uint256 id) internal view returns (Terms memory terms) {
        (terms, ) = notes.termsOf(id);
    }

    function _look(uint256 id) internal view returns (Picture memory picture) {
        picture.record = notes.recordOf(id);
        picture.owed = notes.statementOf(id);
        picture.later = notes.statementOn(id, LATER);
        picture.recovery = notes.recoveryOf(id);
        picture.payable_ = notes.isPayable(id);
    }

    function _lookAtAll() internal view returns (Picture[] memory pictures) {
        pictures = new Picture[](notes.noteCount());
        for (uint256 i; i < pictures.length; ++i) pictures[i] = _look(i + 1);
    }

    /// @dev The note acted on, and the others: all of them, or if the store says to look less, in turn. What is not looked at has no obligor.
    function _lookAround(uint256 id) internal view returns (Picture[] memory pictures) {
        pictures = new Picture[](notes.noteCount());
        for (uint256 i; i < pictures.length; ++i) {
            if (i + 1 == id || store.looksAt(i)) pictures[i] = _look(i + 1);
        }
    }

    /// @dev After an act on one note: that one changed as the act may change it, the others not at all.
    function _compare(bytes32 act, uint256 id, bool ok, Picture[] memory before, Effect memory effect) internal {
        store.count(act, ok);
        for (uint256 i; i < before.length; ++i) {
            if (before[i].record.obligor == address(0)) continue;
            Picture memory now_ = _look(i + 1);
            if (ok && i + 1 == id) _compareOne(id, before[i], now_, effect);
            else _require(_hash(now_) == _hash(before[i]), "3: a refused act, or one on another note, changed it");
        }
    }

    /// @dev After an act on no note at all.
    function _compareNone(bytes32 act, bool ok, Picture[] memory before) internal {
        Effect memory nothing;
        _compare(act, 0, ok, before, nothing);
    }

    function _compareOne(uint256 id, Picture memory before, Picture memory now_, Effect memory effect) private {
        bool ended = now_.record.ending != Ending.None;
        bool moves = effect.lowered != 0 || effect.charged != 0;
        uint256 expected = before.owed.total + effect.charged - effect.lowered;

        if (before.record.ending != Ending.None) {
            _require(effect.setsRecovery, "26: an ended note let an act through");
            now_.recovery = before.recovery;
            return _require(_hash(now_) == _hash(before), "26: an act changed an ended note");
        }
        _compareRecovery(before.recovery, now_.recovery, effect);
        if (!ended && !effect.movesNote) {
            _require(now_.record.holder == before.record.holder, "28: another act moved the note");
        }
        if (ended) {
            _require(effect.endsIt || expected == 0, "3: a note ended though something was owed");
            _require(now_.owed.total == 0, "26: something is owed under an ended note");
        } else {
            _require(!effect.endsIt && now_.owed.total == expected, "3: what is owed did not move by the act's amount");
        }
        if (!moves && !ended) {
            bool same =
                keccak256(abi.encode(before.owed, before.later)) == keccak256(abi.encode(now_.owed, now_.later));
            _require(same, "4: an act without an amount changed a figure");
        }
        if (now_.payable_ && !before.payable_) _require(effect.opensPayment, "9: it became payable without the holder");

        if (ended || moves || effect.endsConsent)
            _require(now_.record.consentUntil == 0, "27: the consent outlived the act");
        else if (!effect.setsConsent) {
            bool stands =
                now_.record.consentUntil == before.record.consentUntil &&
                    now_.record.consentTo == before.record.consentTo;
            _require(stands, "27: the consent changed without cause");
        }
        if (ended) store.setEndedAs(id, keccak256(abi.encode(now_.record, now_.owed, notes.statusOf(id))));
    }

    /// @dev An act of the holder's undoes both steps, a change of obligor the borrower's, and nothing else touches either.
    function _compareRecovery(Recovery memory before, Recovery memory now_, Effect memory effect) private {
        if (effect.setsRecovery) return;
        Recovery memory expected = before;
        if (effect.byHolder) expected.declaredOn = 0;
        if (effect.byHolder || effect.endsRecoveryConsent) (expected.to, expected.consentedOn) = (address(0), 0);
        _require(
            keccak256(abi.encode(now_)) == keccak256(abi.encode(expected)),
            "28: a recovery outlived an act of the holder's, or changed without cause"
        );
    }

    /// @dev Whether an account can neither send nor receive the currency.
    function _isBlocked(address account) internal view returns (bool) {
        return world.dollar().isBlocked(account);
    }

    /// @dev Whether it may never hold the note: it owes it, is neutral, or the note was recovered from it.
    function _isBarred(uint256 id, address account) internal view returns (bool) {
        Terms memory terms = _termsOf(id);
        if (account == terms.borrower || account == notes.obligorOf(id)) return true;
        return account == terms.attestor || store.movedTo(id, account) != address(0);
    }

    /// @dev Adds to the account of a note what an act has moved.
    function _account(uint256 id, Account memory moved) internal {
        Account memory account = store.accountOf(id);
        account.owedEver += moved.owedEver;
        account.received += moved.received;
        account.acknowledged += moved.acknowledged;
        account.bought += moved.bought;
        account.released += moved.released;
        store.setAccount(id, account);
    }

    function _require(bool holds, string memory what) internal {
        if (!holds) store.breached(what);
    }

    function _hash(Picture memory picture) internal pure returns (bytes32) {
        return keccak256(abi.encode(picture));
    }
}
