// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConvertibleStock} from "../../../contracts/interfaces/IConvertibleStock.sol";
import {Factors} from "../../../contracts/types/Factors.sol";
import {Consents, Ending, MakingFacts, Record, Signature, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account, Store} from "../support/Store.sol";
import {TermsBook} from "../support/TermsBook.sol";
import {World} from "../support/World.sol";
import {Effect, Handler, Picture} from "./Handler.sol";

/// @notice Acts by signature: a note replaced by another, a transfer with the consent it needs, a nonce cancelled.
contract SignatureHandler is Handler {
    using Draw for Chance;

    uint256 private constant MOST_NOTES = 30;
    uint256 private constant NONCES = 60;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function novate(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        uint256 count = notes.noteCount();
        if (count >= MOST_NOTES) return;
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        Terms memory terms = _amended(chance, id);
        address caller =
            chance.percent(50)
                ? record.holder
                : chance.percent(70)
                    ? record.obligor
                    : world.stranger();
        Consents memory consents = _consents(chance, caller, record, terms.borrower);
        Effect memory effect;
        bool agreed = _agreed(caller, record, terms.borrower, consents);
        Factors memory factors = _factors(terms);

        CHEATS.prank(caller);
        try notes.novate(id, terms, factors, consents) returns (uint256 replacement) {
            _require(agreed, "30: a note was replaced without the consent of all");
            _require(replacement == count + 1 && notes.noteCount() == replacement, "30: another number");
            _use(caller, record.holder, consents.holder);
            _use(caller, record.obligor, consents.obligor);
            if (terms.borrower != record.obligor) _use(caller, terms.borrower, consents.maker);
            _replaced(id, replacement, record.holder, terms);
            Account memory moved;
            moved.released = effect.lowered = before[id - 1].owed.total;
            effect.endsIt = effect.byHolder = true;
            _account(id, moved);
            _compare("novate", id, true, before, effect);
        } catch {
            _compare("novate", id, false, before, effect);
        }
    }

    function transfer(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        Picture[] memory before = _lookAround(id);
        Record memory record = before[id - 1].record;
        address to = chance.percent(70) ? world.buyer() : chance.among(world.everyone());
        Signature memory byHolder = _sign(chance, record.holder);
        Signature memory byBorrower = _sign(chance, record.obligor);
        bool allowed =
            record.ending == Ending.None &&
                _isGood(record.holder, byHolder) &&
                _isGood(record.obligor, byBorrower) &&
                !_isBarred(id, to);
        Effect memory effect;
        effect.endsConsent = effect.byHolder = effect.movesNote = true;
        address submitter = world.stranger();
        uint24 today = notes.dayOf(id);

        CHEATS.prank(submitter);
        (bool ok, ) = address(notes).call(
            abi.encodeCall(notes.transferBySignature, (id, to, today, byBorrower, byHolder))
        );
        _require(ok == allowed, "31: a transfer by bad signatures, or good ones refused");
        if (ok) {
            _require(notes.recordOf(id).holder == to, "12: the transferee does not hold it");
            _use(submitter, record.holder, byHolder);
            _use(submitter, record.obligor, byBorrower);
        }
        _compare("transfer by signature", id, ok, before, effect);
    }

    function cancel(uint256 seed) external {
        Chance memory chance = _chance(seed);
        Picture[] memory before = _lookAround(0);
        address signer = chance.percent(50) ? world.maker() : world.lender();
        uint256 nonce = chance.below(NONCES);
        bool used = store.isNonceUsed(signer, nonce);

        CHEATS.prank(signer);
        (bool ok, ) = address(notes).call(abi.encodeCall(notes.cancelSignature, (nonce)));
        _require(ok == !used, "31: a used nonce was cancelled, or a fresh one not");
        if (ok) store.useNonce(signer, nonce);
        _compareNone("cancel a signature", ok, before);
    }

    /// @dev Each record names the other note; the new one is the holder's, on the new terms.
    function _replaced(uint256 id, uint256 replacement, address holder, Terms memory terms) private {
        Record memory record = notes.recordOf(replacement);
        (Terms memory written, MakingFacts memory making) = notes.termsOf(replacement);
        _require(keccak256(abi.encode(written)) == keccak256(abi.encode(terms)), "30: on other terms than were signed");
        _require(record.holder == holder && record.obligor == terms.borrower, "30: other parties");
        _require(making.replaces == id && notes.recordOf(id).replacedBy == replacement, "30: not linked");
        Account memory account;
        account.owedEver = notes.statementOf(replacement).total;
        store.setAccount(replacement, account);
    }

    /// @dev The terms it has, some of them changed; or any. Another maker can promise no stock.
    function _amended(Chance memory chance, uint256 id) private view returns (Terms memory terms) {
        uint24 today = world.newYork().dateOf(block.timestamp);
        if (chance.percent(40)) {
            terms = TermsBook.drawn(world, chance, today);
        } else {
            terms = _termsOf(id);
            if (chance.percent(40)) terms.principal = uint96(1 + (notes.statementOf(id).total % (1 << 90)));
            if (chance.percent(40)) (terms.dated, terms.maturity) = (today - 1, uint24(today + chance.amount(500)));
            if (chance.percent(20)) terms.rate = uint32(chance.amount(120_000_000));
            if (chance.percent(20)) terms.affiliatesFree = !terms.affiliatesFree;
        }
        if (chance.percent(15)) (terms.borrower, terms.stock) = (world.sister(), address(0));
    }

    function _consents(
        Chance memory chance,
        address caller,
        Record memory record,
        address maker
    ) private view returns (Consents memory consents) {
        if (caller != record.holder) consents.holder = _sign(chance, record.holder);
        if (caller != record.obligor) consents.obligor = _sign(chance, record.obligor);
        if (caller != maker && maker != record.obligor) consents.maker = _sign(chance, maker);
    }

    function _agreed(
        address caller,
        Record memory record,
        address maker,
        Consents memory consents
    ) private view returns (bool) {
        return
            (caller == record.holder || _isGood(record.holder, consents.holder)) &&
            (caller == record.obligor || _isGood(record.obligor, consents.obligor)) &&
            (caller == maker || maker == record.obligor || _isGood(maker, consents.maker));
    }

    /// @dev Its own mostly, in time mostly, with a nonce that may be used.
    function _sign(Chance memory chance, address signer) private view returns (Signature memory) {
        address who = chance.percent(92) ? signer : chance.among(world.everyone());
        uint256 deadline = block.timestamp + 1 - chance.amount(chance.percent(90) ? 1 : 3);
        return Signature(chance.below(NONCES), deadline, abi.encode(who));
    }

    function _isGood(address signer, Signature memory signature) private view returns (bool) {
        return
            keccak256(signature.signature) == keccak256(abi.encode(signer)) &&
            signature.deadline >= block.timestamp &&
            !store.isNonceUsed(signer, signature.nonce);
    }

    function _use(address caller, address signer, Signature memory signature) private {
        if (caller == signer && signature.signature.length == 0) return;
        _require(store.useNonce(signer, signature.nonce), "31: a nonce was used twice");
    }

    function _factors(Terms memory terms) private view returns (Factors memory seen) {
        if (terms.stock == address(0)) return Factors(1, 1, 1, 1);
        (
            seen.splitNumerator,
            seen.splitDenominator,
            seen.distributionNumerator,
            seen.distributionDenominator
        ) = IConvertibleStock(terms.stock).factors();
    }
}
