// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ICommonStock} from "../../../contracts/interfaces/ICommonStock.sol";
import {ConversionPreview} from "../../../contracts/interfaces/INoteLens.sol";
import {Balances} from "../../../contracts/libraries/Accrual.sol";
import {ConversionMath} from "../../../contracts/libraries/ConversionMath.sol";
import {Ending, MakingFacts, Record, Terms} from "../../../contracts/types/NoteTypes.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Account, Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Effect, Handler, Picture} from "./Handler.sol";

/// @notice The holder's right to convert, used, and used wrongly.
contract ConversionHandler is Handler {
    using Draw for Chance;

    /// @dev What is asked of `convert`.
    struct Asked {
        uint256 id;
        address actor;
        uint256 principal;
        uint256 charges;
        uint256 least;
    }

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function convert(uint256 seed) external {
        Chance memory chance = _chance(seed);
        Asked memory asked = _ask(chance);
        if (chance.percent(30)) _demandThenAll(asked);
        _convert("convert", asked);
    }

    /// @dev Converts, goes back, and does it in the other order: the same holdings, to the unit.
    function convertAroundSplit(uint256 seed) external {
        Chance memory chance = _chance(seed);
        Asked memory asked = _ask(chance);
        (uint64 n, uint64 d) = (uint64(chance.between(1, 12)), uint64(chance.between(1, 12)));
        bool splitFirst = chance.percent(50);

        uint256 snapshot = CHEATS.snapshotState();
        bytes32 one = _convertAndSplit(asked, n, d, splitFirst);
        CHEATS.revertToState(snapshot);
        bytes32 other = _convertAndSplit(asked, n, d, !splitFirst);
        _require(one == other, "18: a split before or after comes to another result");
    }

    function _convertAndSplit(Asked memory asked, uint64 n, uint64 d, bool splitFirst) private returns (bytes32) {
        if (splitFirst) _split(n, d);
        bool ok = _convert("convert around a split", asked);
        if (!splitFirst) _split(n, d);
        address holder = asked.actor;
        return
            keccak256(
                abi.encode(
                    ok,
                    stock().unitsOf(holder),
                    stock().balanceOf(holder),
                    stock().claimsOf(address(notes)),
                    notes.recordOf(asked.id),
                    notes.statementOf(asked.id)
                )
            );
    }

    /// @dev Notice and demand if it is time, and then all principal and none of the charges: what averts default (i) without ending the note.
    function _demandThenAll(Asked memory asked) private {
        CHEATS.prank(asked.actor);
        try notes.demand(asked.id, "") {
            if (notes.factOf(asked.id, "nonPayment").ordinal != 0) store.addFactName(asked.id, "nonPayment");
        } catch {}
        (asked.principal, asked.charges, asked.least) = (type(uint256).max, 0, 0);
    }

    function _split(uint64 n, uint64 d) private {
        ICommonStock target = stock();
        CHEATS.prank(world.maker());
        try target.split(n, d) {} catch {}
    }

    function _ask(Chance memory chance) private view returns (Asked memory asked) {
        asked.id = _convertible(chance);
        Record memory record = notes.recordOf(asked.id);
        asked.actor = _mostly(chance, record.holder);
        uint256 drawn = chance.below(100);
        if (drawn < 5) asked.principal = type(uint256).max;
        else if (drawn < 9) asked.principal = record.principal;
        else if (drawn < 15) asked.principal = uint256(record.principal) + 1 + chance.amount(1e30);
        else if (drawn < 22) asked.principal = 0;
        else if (drawn < 85) asked.principal = uint256(record.principal) / chance.between(1, 20);
        else asked.principal = chance.amount(record.principal);

        drawn = chance.below(100);
        if (drawn < 25) asked.charges = type(uint256).max;
        else if (drawn < 45) asked.charges = chance.amount(record.charges);
        else if (drawn < 50) asked.charges = uint256(record.charges) + 1;

        uint256 shares = lens.previewConversion(asked.id, asked.principal, asked.charges).shares;
        if (chance.percent(30)) asked.least = shares;
        else if (chance.percent(10)) asked.least = shares + 1;
    }

    /// @dev Four times in five a note whose window is open, if there is one.
    function _convertible(Chance memory chance) private view returns (uint256 id) {
        uint256 count = notes.noteCount();
        id = _note(chance);
        if (chance.percent(80)) for (uint256 i; i < count && !lens.isConvertible(id); ++i) id = (id % count) + 1;
    }

    function _convert(bytes32 act, Asked memory asked) private returns (bool ok) {
        Picture[] memory before = _lookAround(asked.id);
        ConversionPreview memory preview = lens.previewConversion(asked.id, asked.principal, asked.charges);
        bool allowed = _allowed(asked, before[asked.id - 1], preview);
        uint256 units = stock().unitsOf(asked.actor);
        uint256 tokens = stock().balanceOf(asked.actor);
        Effect memory effect;

        CHEATS.prank(asked.actor);
        try notes.convert(asked.id, asked.principal, asked.charges, asked.least, "") returns (uint256 shares) {
            _require(allowed, "11: a conversion too early, too late, by another, or of more than is owed");
            _require(shares == preview.shares, "21: other shares than the preview showed");
            _require(
                stock().balanceOf(asked.actor) - tokens >= preview.tokens,
                "21: fewer tokens than the preview showed"
            );
            _require(
                stock().unitsOf(asked.actor) - units == _unitsOf(asked.id, shares),
                "19: other units than were bought"
            );
            effect = _bought(asked.id, before[asked.id - 1].owed.total, preview, shares);
            ok = true;
        } catch (bytes memory reason) {
            bool noRoom = bytes4(reason) == ICommonStock.NotEnoughAuthorized.selector;
            _require(!allowed || noRoom, "21: the preview promised a conversion that was refused");
            bool reserved = preview.overdueInterest == 0 && preview.charges == 0 && !_unitCompletesShare(asked.id);
            _require(!(allowed && noRoom && reserved), "15: reserved shares were refused for want of room");
        }
        _compare(act, asked.id, ok, before, effect);
    }

    /// @dev Accounts for what was converted: the price of the shares, rounded up, and what a conversion of everything lets go.
    function _bought(
        uint256 id,
        uint256 owed,
        ConversionPreview memory preview,
        uint256 shares
    ) private returns (Effect memory effect) {
        (uint256 numerator, uint256 denominator) = _price(id);
        uint256 cost = Math.mulDiv(shares, numerator, denominator, Math.Rounding.Ceil);
        _require(cost <= preview.amount, "6: the shares cost more than was converted");
        _require(
            Math.mulDiv(shares + 1, numerator, denominator, Math.Rounding.Ceil) > preview.amount,
            "6: one more share could have been bought"
        );
        _require(preview.amount - cost == preview.leftover, "21: another leftover than the preview showed");

        Account memory moved;
        moved.bought = cost;
        effect.lowered = cost;
        effect.opensPayment = effect.byHolder = true;
        effect.endsIt = preview.ends;
        if (preview.ends) moved.released = owed - cost;
        _account(id, moved);
    }

    function _allowed(
        Asked memory asked,
        Picture memory note,
        ConversionPreview memory preview
    ) private returns (bool) {
        Record memory record = note.record;
        Terms memory terms = _termsOf(asked.id);
        uint24 today = notes.dayOf(asked.id);
        bool inWindow =
            terms.stock != address(0) &&
                today > terms.convertibleAfter &&
                (terms.convertibleUntil == 0 || today <= terms.convertibleUntil);
        bool whole = asked.principal == type(uint256).max;
        bool within =
            (whole || asked.principal <= record.principal) &&
                (asked.charges == type(uint256).max || asked.charges <= record.charges) &&
                (asked.principal != 0 || record.principal == 0);
        _require(preview.open == (inWindow && record.ending == Ending.None), "21: the preview's window is another");
        return
            record.ending == Ending.None &&
            asked.actor == record.holder &&
            inWindow &&
            within &&
            preview.shares != 0 &&
            preview.shares >= asked.least;
    }

    /// @dev Price of a share as shares stood when the note was made, from the terms and both distribution factors.
    function _price(uint256 id) private view returns (uint256 numerator, uint256 denominator) {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        (uint64 n, uint64 d) = stock().distributionFactor();
        numerator = uint256(terms.priceNumerator) * making.distributionNumerator * d;
        denominator = uint256(terms.priceDenominator) * making.distributionDenominator * n;
    }

    /// @dev Whether one unit more of debt would be one share more: the unit that floors may leave with the rest (L6).
    function _unitCompletesShare(uint256 id) private view returns (bool) {
        (Terms memory terms, ) = notes.termsOf(id);
        Record memory record = notes.recordOf(id);
        uint256 covered = ConversionMath.covered(terms, Balances(record.principal, record.carried, 0, 0));
        (uint256 numerator, uint256 denominator) = _price(id);
        return Math.mulDiv(covered + 1, denominator, numerator) > Math.mulDiv(covered, denominator, numerator);
    }

    function _unitsOf(uint256 id, uint256 shares) private view returns (uint256) {
        (, MakingFacts memory making) = notes.termsOf(id);
        return Math.mulDiv(shares, 1e27 * uint256(making.splitDenominator), making.splitNumerator, Math.Rounding.Ceil);
    }
}
