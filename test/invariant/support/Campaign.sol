// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {INoteLens} from "../../../contracts/interfaces/INoteLens.sol";
import {IPromissoryNotes} from "../../../contracts/interfaces/IPromissoryNotes.sol";
import {Ending} from "../../../contracts/types/NoteTypes.sol";
import {CHEATS} from "./Cheats.sol";
import {Store} from "./Store.sol";
import {World} from "./World.sol";

/// @notice Six notes, and everybody's handlers let loose on them. The number of an invariant is the salt of its draws, because the
/// runner gives every campaign the same seeds.
abstract contract Campaign {
    World internal world;
    Store internal store;
    IPromissoryNotes internal notes;
    INoteLens internal lens;
    IERC721 internal token;

    uint256 private immutable _salt;
    address[] private _handlers;

    constructor(uint256 salt) {
        _salt = salt;
    }

    function setUp() public virtual {
        world = World(_deploy("World", ""));
        store = Store(_deploy("Store", abi.encode(_salt)));
        (notes, lens, token) = (world.notes(), world.lens(), world.token());

        _handle("TimeHandler");
        _handle("TimeHandler");
        _handle("ConversionHandler");
        _handle("ConversionHandler");
        _handle("LenderHandler");
        _handle("BorrowerHandler");
        _handle("AttestorHandler");
        _handle("StrangerHandler");
        _handle("StockIssuerHandler");
        _handle("RegistrarHandler");
        _handle("RecoveryHandler");
        _handle("SignatureHandler");
        for (uint256 i; i < 24 && notes.noteCount() < 6; ++i) _call(_handlers[5], "make(uint256)", i);
    }

    /// @dev The runner asks which contracts to call.
    function targetContracts() public view returns (address[] memory) {
        return _handlers;
    }

    /// @dev After each run: it did something, and nothing on the way was a breach.
    function afterInvariant() public view {
        require(store.calls() > 6, "nothing was done");
        _noBreach();
    }

    function _noBreach() internal view {
        string memory breach = store.breach();
        require(bytes(breach).length == 0, breach);
    }

    function _isLive(uint256 id) internal view returns (bool) {
        return notes.recordOf(id).ending == Ending.None;
    }

    function _handlerAt(uint256 index) internal view returns (address) {
        return _handlers[index];
    }

    function _call(address handler, string memory act, uint256 seed) internal {
        (bool ok, bytes memory reason) = handler.call(abi.encodeWithSignature(act, seed));
        require(ok, string.concat(act, " of ", Strings.toString(seed), " reverted: ", Strings.toHexString(reason)));
    }

    function _handle(string memory name) private {
        _handlers.push(_deploy(name, abi.encode(world, store)));
    }

    function _deploy(string memory name, bytes memory arguments) private returns (address deployed) {
        bytes memory code = abi.encodePacked(CHEATS.getCode(name), arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 32), mload(code))
        }
        require(deployed != address(0), name);
    }
}
