// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Chance, Draw} from "../support/Chance.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler} from "./Handler.sol";
import {SharedActs} from "./SharedActs.sol";

/// @notice The neutral whose word is taken where neither party's would be.
contract AttestorHandler is SharedActs {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function report(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _report("report by the attestor", chance, id, world.attestor());
    }

    function cure(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _cure("cure by the attestor", chance, id, _mostly(chance, world.attestor()));
    }

    function admitCharge(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 id = _note(chance);
        _admit("admit by the attestor", chance, id, world.attestor());
    }
}
