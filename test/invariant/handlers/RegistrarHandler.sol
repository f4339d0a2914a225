// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IControlRegister} from "../../../contracts/interfaces/IControlRegister.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler, Picture} from "./Handler.sol";

/// @notice The registrar of control. Mostly it puts back what it has taken apart, so that affiliates remain.
contract RegistrarHandler is Handler {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function record(uint256 seed) external {
        Chance memory chance = _chance(seed);
        Picture[] memory before = _lookAround(0);
        address controlled = chance.among(world.everyone());
        address controller = chance.among(world.everyone());
        if (chance.percent(70)) {
            bool ofLender = chance.percent(50);
            controller = ofLender ? world.parent() : world.holdings();
            if (chance.percent(50)) controlled = ofLender ? world.lender() : world.maker();
            else controlled = ofLender ? world.affiliate() : world.sister();
        }
        bool ok = _write(chance, abi.encodeCall(IControlRegister.recordControl, (controller, controlled, "")));
        _compareNone("record control", ok, before);
    }

    function revoke(uint256 seed) external {
        Chance memory chance = _chance(seed);
        Picture[] memory before = _lookAround(0);
        address controlled = chance.among(world.everyone());
        bool ok = _write(chance, abi.encodeCall(IControlRegister.revokeControl, (controlled, "")));
        _compareNone("revoke control", ok, before);
    }

    function _write(Chance memory chance, bytes memory entry) private returns (bool ok) {
        address register = address(world.registry());
        address actor = chance.percent(90) ? world.registrar() : world.maker();
        CHEATS.prank(actor);
        (ok, ) = register.call(entry);
        _require(!ok || actor == world.registrar(), "13: another than the registrar wrote in the register");
    }
}
