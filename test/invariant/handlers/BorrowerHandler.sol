// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Factors} from "../../../contracts/types/Factors.sol";
import {Ending, Record, Reporter, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account, Store} from "../support/Store.sol";
import {TermsBook} from "../support/TermsBook.sol";
import {World} from "../support/World.sol";
import {Effect, Handler, Picture} from "./Handler.sol";
import {SharedActs} from "./SharedActs.sol";

/// @notice The maker, the present obligor, and whoever may take its place.
contract BorrowerHandler is SharedActs {
    using Draw for Chance;

    uint256 private constant MOST_NOTES = 24;
    uint256 private constant MOST_ALIVE = 7;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    /// @dev The terms as written first, then any. For value received, or by an offer that the lender takes or lets lapse.
    function make(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 count = notes.noteCount();
        if (count >= MOST_NOTES || _alive() >= MOST_ALIVE) return;
        Terms memory terms =
            count < TermsBook.WRITTEN
                ? TermsBook.written(world, count)
                : TermsBook.drawn(world, chance, world.newYork().dateOf(block.timestamp));
        Picture[] memory before = _lookAround(0);
        bool ok = chance.percent(70) ? _make(chance, terms) : _offer(chance, terms);
        if (ok) {
            Account memory account;
            account.owedEver = notes.statementOf(count + 1).total;
            store.setAccount(count + 1, account);
        }
        _compareNone("make", ok, before);
    }

    function pay(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _pay("pay by the borrower", chance, id, chance.percent(50) ? world.maker() : world.sister());
    }

    function admitCharge(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _admit("admit by the borrower", chance, id, _mostly(chance, notes.obligorOf(id)));
    }

    function report(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _report("report by the borrower", chance, id, _mostly(chance, notes.obligorOf(id)));
    }

    /// @dev As many facts as the contract will take.
    function reportMany(uint256 seed) external {
        Chance memory chance = _chance(seed);
        if (!chance.percent(20)) return;
        uint256 id = _note(chance);
        address obligor = notes.obligorOf(id);
        for (uint256 i; i < 17; ++i) _report("report many", chance, id, obligor);
        _require(_openOf(id, Reporter.Borrower) <= 16, "23: more than sixteen facts are open");
    }

    function consent(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.obligor);
        address to = chance.percent(60) ? world.buyer() : chance.among(world.everyone());
        uint24 today = notes.dayOf(id);
        uint24 until = uint24(today - 1 + chance.amount(90));
        bool allowed = record.ending == Ending.None && actor == record.obligor && until >= today && !_isBarred(id, to);
        Effect memory effect;
        effect.setsConsent = true;
        bool ok;

        CHEATS.prank(actor);
        try notes.consentToTransfer(id, to, until) {
            _require(allowed, "13: a consent by another, or to a party");
            ok = true;
        } catch {
            _require(!allowed, "21: a consent was refused without cause");
        }
        _compare("consent", id, ok, before, effect);
    }

    function revokeConsent(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _consented(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.obligor);
        bool stands = record.consentUntil != 0 && record.consentUntil >= notes.dayOf(id);
        bool allowed = record.ending == Ending.None && actor == record.obligor && stands;
        Effect memory effect;
        effect.setsConsent = true;
        bool ok;

        CHEATS.prank(actor);
        try notes.revokeConsent(id) {
            _require(
                allowed && notes.recordOf(id).consentUntil == 0,
                "27: a consent was revoked by another, or stands"
            );
            ok = true;
        } catch {
            _require(!allowed, "21: a revocation was refused without cause");
        }
        _compare("revokeConsent", id, ok, before, effect);
    }

    function accept(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        address actor = _mostly(chance, world.sister());
        bool withdraws = chance.percent(30);
        if (withdraws && chance.percent(60)) _accept(id, actor);
        Picture[] memory before = _lookAround(id);
        Effect memory effect;
        effect.byHolder = actor == before[id - 1].record.holder;

        CHEATS.prank(actor);
        (bool ok, ) = address(notes).call(
            withdraws ? abi.encodeCall(notes.withdrawAcceptance, (id)) : abi.encodeCall(notes.acceptAssignment, (id))
        );
        if (ok) _require(notes.acceptanceOf(id, actor) == !withdraws, "21: acceptanceOf says otherwise");
        _compare(withdraws ? bytes32("withdrawAcceptance") : bytes32("acceptAssignment"), id, ok, before, effect);
    }

    function assign(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        address to = chance.percent(60) ? world.sister() : chance.among(world.everyone());
        if (chance.percent(60)) _accept(id, to);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address actor = _mostly(chance, record.obligor);
        bool affiliated = _isAffiliateOfMaker(id, to);
        bool allowed = record.ending == Ending.None && actor == record.obligor && to != actor;
        if (affiliated) {
            bool mayOwe = to != record.holder && to != _termsOf(id).attestor;
            allowed = allowed && mayOwe && notes.acceptanceOf(id, to);
        }
        Effect memory effect;
        effect.endsConsent = effect.endsRecoveryConsent = affiliated;
        bool ok;

        CHEATS.prank(actor);
        try notes.assign(id, to) {
            _require(allowed, "14: assigned by another, or to one who has not accepted");
            _require(notes.obligorOf(id) == (affiliated ? to : actor), "14: another became obligor");
            if (!affiliated) store.addFactName(id, "assignment");
            ok = true;
        } catch {
            _require(!allowed, "21: an assignment was refused without cause");
        }
        _compare(
            affiliated ? bytes32("assign to an affiliate") : bytes32("assign to a stranger"),
            id,
            ok,
            before,
            effect
        );
    }

    function _accept(uint256 id, address to) private {
        CHEATS.prank(to);
        try notes.acceptAssignment(id) {} catch {}
    }

    function _alive() private view returns (uint256 count) {
        for (uint256 id = 1; id <= notes.noteCount(); ++id) if (notes.recordOf(id).ending == Ending.None) ++count;
    }

    /// @dev A note for whose transfer a consent stands, if there is one.
    function _consented(Chance memory chance) private view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = _note(chance);
        for (uint256 i; i < count && notes.recordOf(id).consentUntil == 0; ++i) id = (id % count) + 1;
    }

    function _make(Chance memory chance, Terms memory terms) private returns (bool) {
        address actor = chance.percent(90) ? world.maker() : chance.among(world.everyone());
        address lender = world.lender();
        CHEATS.prank(actor);
        try notes.make(terms, lender) {
            _require(actor == terms.borrower, "13: a note was made by another than its borrower");
            return true;
        } catch {
            return false;
        }
    }

    function _offer(Chance memory chance, Terms memory terms) private returns (bool) {
        address lender = world.affiliate();
        CHEATS.prank(terms.borrower);
        notes.offer(terms, lender, 16_777_215);
        bool withdrawn = chance.percent(20);
        if (withdrawn) {
            CHEATS.prank(terms.borrower);
            notes.withdrawOffer(terms, lender);
        }
        address actor = chance.percent(80) ? lender : chance.among(world.everyone());
        uint256 had = world.dollar().balanceOf(terms.borrower);
        Factors memory seen = _factorsSeen(terms);
        CHEATS.prank(actor);
        try notes.subscribe(terms, seen) {
            _require(!withdrawn && actor == lender, "13: an offer was taken by another, or after its withdrawal");
            _require(world.dollar().balanceOf(terms.borrower) == had + terms.principal, "5: the borrower was not paid");
            return true;
        } catch {
            return false;
        }
    }

    function _isAffiliateOfMaker(uint256 id, address to) private view returns (bool) {
        Terms memory terms = _termsOf(id);
        if (to == terms.borrower) return true;
        return terms.registry != address(0) && world.registry().areAffiliates(terms.borrower, to);
    }

    /// @dev What the lender has seen of the stock; unity where there is none.
    function _factorsSeen(Terms memory terms) private view returns (Factors memory seen) {
        (seen.splitNumerator, seen.splitDenominator) = (1, 1);
        (seen.distributionNumerator, seen.distributionDenominator) = (1, 1);
        if (terms.stock == address(0)) return seen;
        (seen.splitNumerator, seen.splitDenominator, seen.distributionNumerator, seen.distributionDenominator) = world
            .stock()
            .factors();
    }
}
