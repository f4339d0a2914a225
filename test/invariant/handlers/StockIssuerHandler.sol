// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler, Picture} from "./Handler.sol";

/// @notice The maker as issuer of its stock.
contract StockIssuerHandler is Handler {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function split(uint256 seed) external {
        Chance memory chance = _chance(seed);
        (uint64 n, uint64 d) = (uint64(chance.between(0, 10)), uint64(chance.between(0, 10)));
        _issuer(chance, "split", abi.encodeCall(stock.split, (n, d)));
    }

    function distribute(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint64 d = uint64(chance.between(3, 20));
        uint64 n = uint64(d + chance.between(0, 2));
        _issuer(chance, "distribute", abi.encodeCall(stock.recordDistribution, (n, d, "")));
    }

    function issue(uint256 seed) external {
        Chance memory chance = _chance(seed);
        address to = chance.percent(50) ? world.holdings() : chance.among(world.everyone());
        _issuer(chance, "issue", abi.encodeCall(stock.issue, (to, chance.amount(1e24))));
    }

    /// @dev Tight against what is issued and reserved, wide open, or too low.
    function setAuthorized(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 tokens = stock.totalSupply() + stock.reservedShares();
        if (chance.percent(40)) tokens += 1 + chance.amount(3 ether);
        else if (chance.percent(80)) tokens = tokens * 2 + 1e8 ether;
        else tokens -= chance.amount(tokens);
        _issuer(chance, "setAuthorized", abi.encodeCall(stock.setAuthorized, (tokens)));
    }

    function _issuer(Chance memory chance, bytes32 act, bytes memory call) private {
        Picture[] memory before = _lookAtAll();
        address actor = chance.percent(90) ? world.maker() : chance.among(world.everyone());
        CHEATS.prank(actor);
        (bool ok, ) = address(stock).call(call);
        _require(!ok || actor == world.maker(), "13: another than the issuer acted for it");
        _compareNone(act, ok, before);
    }
}
