// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonStock} from "../../interfaces/ICommonStock.sol";
import {IControlRegistry} from "../../interfaces/IControlRegistry.sol";
import {IConvertibleStock} from "../../interfaces/IConvertibleStock.sol";
import {INoteLens} from "../../interfaces/INoteLens.sol";
import {INoteViews} from "../../interfaces/INoteViews.sol";

/// @notice The contracts looked at.
/// @param stock The first of its line; zero for none.
struct Scene {
    address notes;
    address lens;
    address stock;
    address registry;
    address currency;
    address maker;
}

/// @notice What is looked at.
/// @param id The note.
/// @param depth How much: zero for what is stored and owed, two for all the views that follow from others.
/// @param principal Principal whose conversion is previewed.
/// @param charges Charges whose conversion is previewed.
/// @param dates Days for which to ask what is owed.
/// @param people Addresses whose standing and holdings are asked for.
/// @param names Facts asked for.
struct Look {
    uint256 id;
    uint256 depth;
    uint256 principal;
    uint256 charges;
    uint24[] dates;
    address[] people;
    bytes32[] names;
}

/// @notice Words written one after another.
struct Page {
    bytes text;
    uint256 length;
}

/// @title LifeReader
/// @notice What the contracts say of notes, in one row of words as they answered them; `test/lives` knows the order.
contract LifeReader {
    error TextTooLong(uint256 length, uint256 size);

    uint256 private constant _SIZE = 24_576;

    function read(Scene calldata scene, Look[] calldata looks) external view returns (bytes memory text) {
        Page memory page = Page(new bytes(_SIZE * looks.length), 0);
        for (uint256 i; i < looks.length; ++i) {
            Look calldata look = looks[i];
            _readNote(page, scene, look);
            if (look.depth > 0) _readState(page, scene, look);
            if (look.depth > 1) _readLens(page, scene, look);
        }

        text = page.text;
        uint256 length = page.length;
        assembly ("memory-safe") {
            mstore(text, length)
        }
    }

    function _readState(Page memory page, Scene calldata scene, Look calldata look) private view {
        _ask(page, scene.notes, abi.encodeCall(INoteViews.isPayable, (look.id)));
        _askWord(page, scene.notes, abi.encodeCall(INoteViews.openFactsOf, (look.id)), 2);
        _ask(page, scene.lens, abi.encodeCall(INoteLens.dueOn, (look.id)));
        for (uint256 i; i < look.dates.length; ++i) {
            _ask(page, scene.notes, abi.encodeCall(INoteViews.statementOn, (look.id, look.dates[i])));
        }
        for (uint256 i; i < look.names.length; ++i) {
            _ask(page, scene.notes, abi.encodeCall(INoteViews.factOf, (look.id, look.names[i])));
        }
        for (uint256 i; i < look.people.length; ++i) _readPerson(page, scene, look, look.people[i]);
        _ask(page, scene.notes, abi.encodeCall(INoteViews.recoveryOf, (look.id)));
        if (scene.stock != address(0)) _readStock(page, scene, look);
    }

    function _readNote(Page memory page, Scene calldata scene, Look calldata look) private view {
        _ask(page, scene.notes, abi.encodeCall(INoteViews.statusOf, (look.id)));
        _ask(page, scene.notes, abi.encodeCall(INoteViews.recordOf, (look.id)));
        _ask(page, scene.notes, abi.encodeCall(INoteViews.statementOf, (look.id)));
    }

    function _readPerson(Page memory page, Scene calldata scene, Look calldata look, address person) private view {
        _ask(page, scene.notes, abi.encodeCall(INoteViews.transferBasis, (look.id, person)));
        _ask(page, scene.notes, abi.encodeCall(INoteViews.acceptanceOf, (look.id, person)));
        _ask(page, scene.registry, abi.encodeCall(IControlRegistry.areAffiliates, (scene.maker, person)));
        _ask(page, scene.currency, abi.encodeCall(ICommonStock.balanceOf, (person)));
        (address box, ) = INoteViews(scene.notes).heldFor(look.id, person);
        _ask(page, scene.currency, abi.encodeCall(ICommonStock.balanceOf, (box)));
        _askWord(page, scene.notes, abi.encodeCall(INoteViews.heldFor, (look.id, person)), 1);
        if (scene.stock == address(0)) return;
        address inForce = _readUnits(page, IConvertibleStock(scene.stock).convertsInto(), person);
        for (address old = scene.stock; old != inForce; old = ICommonStock(old).successor())
            _readUnits(page, old, person);
    }

    function _readUnits(Page memory page, address stock, address person) private view returns (address) {
        _ask(page, stock, abi.encodeCall(ICommonStock.balanceOf, (person)));
        _ask(page, stock, abi.encodeCall(ICommonStock.unitsOf, (person)));
        return stock;
    }

    function _readStock(Page memory page, Scene calldata scene, Look calldata look) private view {
        address inForce = IConvertibleStock(scene.stock).convertsInto();
        _ask(page, inForce, abi.encodeCall(ICommonStock.capitalization, ()));
        _ask(page, inForce, abi.encodeCall(ICommonStock.claimsOf, (scene.notes)));
        (uint256 principal, uint256 charges) = (look.principal, look.charges);
        _ask(page, scene.lens, abi.encodeCall(INoteLens.previewConversion, (look.id, principal, charges)));
    }

    function _readLens(Page memory page, Scene calldata scene, Look calldata look) private view {
        _ask(page, scene.notes, abi.encodeCall(INoteViews.dayOf, (look.id)));
        _ask(page, scene.lens, abi.encodeCall(INoteLens.payableThrough, (look.id)));
        _ask(page, scene.lens, abi.encodeCall(INoteLens.isConvertible, (look.id)));
        _ask(page, scene.lens, abi.encodeCall(INoteLens.pricePerShare, (look.id)));
        _askWord(page, scene.lens, abi.encodeCall(INoteLens.standingDefaults, (look.id)), 1);
        _askWord(page, scene.notes, abi.encodeCall(INoteViews.termsOf, (look.id)), 32);
        if (scene.stock == address(0)) return;
        address inForce = IConvertibleStock(scene.stock).convertsInto();
        _ask(page, inForce, abi.encodeWithSignature("totalSupply()"));
        _ask(page, inForce, abi.encodeCall(ICommonStock.reservedShares, ()));
        _ask(page, inForce, abi.encodeCall(ICommonStock.authorizedShares, ()));
        _ask(page, scene.stock, abi.encodeWithSignature("factors()"));
        for (address old = scene.stock; old != inForce; old = ICommonStock(old).successor()) {
            _ask(page, old, abi.encodeWithSignature("totalSupply()"));
        }
    }

    /// @dev All words of an answer.
    function _ask(Page memory page, address target, bytes memory question) private view {
        _call(target, question);
        (bytes memory text, uint256 length) = (page.text, page.length);
        assembly ("memory-safe") {
            returndatacopy(add(add(text, 32), length), 0, returndatasize())
            length := add(length, returndatasize())
        }
        page.length = length;
        if (length > text.length) revert TextTooLong(length, text.length);
    }

    /// @dev One word of an answer.
    function _askWord(Page memory page, address target, bytes memory question, uint256 index) private view {
        _call(target, question);
        (bytes memory text, uint256 length) = (page.text, page.length);
        assembly ("memory-safe") {
            returndatacopy(add(add(text, 32), length), mul(index, 32), 32)
        }
        page.length = length + 32;
    }

    function _call(address target, bytes memory question) private view {
        assembly ("memory-safe") {
            if iszero(staticcall(gas(), target, add(question, 32), mload(question), 0, 0)) {
                let free := mload(0x40)
                returndatacopy(free, 0, returndatasize())
                revert(free, returndatasize())
            }
        }
    }
}
