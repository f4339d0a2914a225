// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonStock} from "../../../contracts/interfaces/ICommonStock.sol";
import {IRecapitalization} from "../../../contracts/interfaces/IRecapitalization.sol";
import {Chance, Draw} from "../support/Chance.sol";
import {CHEATS} from "../support/Cheats.sol";
import {Store} from "../support/Store.sol";
import {World} from "../support/World.sol";
import {Handler, Picture} from "./Handler.sol";

/// @notice The maker as issuer of its stock, and whoever exchanges shares of one that was replaced.
contract StockIssuerHandler is Handler {
    using Draw for Chance;

    constructor(World world_, Store store_) Handler(world_, store_) {}

    function split(uint256 seed) external {
        Chance memory chance = _chance(seed);
        (uint64 n, uint64 d) = (uint64(chance.between(0, 10)), uint64(chance.between(0, 10)));
        _issuer(chance, "split", abi.encodeCall(ICommonStock.split, (n, d)));
    }

    function distribute(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint64 d = uint64(chance.between(3, 20));
        uint64 n = uint64(d + chance.between(0, 2));
        _issuer(chance, "distribute", abi.encodeCall(ICommonStock.recordDistribution, (n, d, "")));
    }

    function issue(uint256 seed) external {
        Chance memory chance = _chance(seed);
        address to = chance.percent(50) ? world.holdings() : chance.among(world.everyone());
        _issuer(chance, "issue", abi.encodeCall(ICommonStock.issue, (to, chance.amount(1e24))));
    }

    /// @dev Tight against what is issued and reserved, wide open, or too low.
    function setAuthorized(uint256 seed) external {
        Chance memory chance = _chance(seed);
        uint256 tokens = stock().totalSupply() + stock().reservedShares();
        if (chance.percent(40)) tokens += 1 + chance.amount(3 ether);
        else if (chance.percent(80)) tokens = tokens * 2 + 1e8 ether;
        else tokens -= chance.amount(tokens);
        _issuer(chance, "setAuthorized", abi.encodeCall(ICommonStock.setAuthorized, (tokens)));
    }

    /// @dev A successor with room, with hardly any, or with too little.
    function recapitalize(uint256 seed) external {
        Chance memory chance = _chance(seed);
        if (chance.percent(60)) return;
        (uint64 n, uint64 d) = (uint64(chance.between(0, 6)), uint64(chance.between(1, 6)));
        uint256 tokens = ((stock().totalSupply() + stock().reservedShares() + 1) * n) / d;
        if (chance.percent(40)) tokens += 1 + chance.amount(3 ether);
        else if (chance.percent(80)) tokens = tokens * 2 + 1e8 ether;
        // After many of these there may be more tokens than a stock can count.
        try world.stockFactory().make("Successor", "NEXT", world.maker(), tokens) returns (ICommonStock successor) {
            if (
                _issuer(
                    chance,
                    "recapitalize",
                    abi.encodeCall(IRecapitalization.recapitalize, (address(successor), n, d))
                )
            ) {
                world.recapitalized();
            }
        } catch {}
    }

    /// @dev By a holder or for one, in any stock there has been.
    function exchange(uint256 seed) external {
        Chance memory chance = _chance(seed);
        ICommonStock[] memory stocks = world.stocks();
        ICommonStock old = stocks[chance.below(stocks.length)];
        address holder = chance.among(world.everyone());
        uint256 held = old.unitsOf(holder);
        uint256 units = chance.percent(50) ? held : chance.amount(held + 1);
        bool whole = chance.percent(50);
        if (whole) units = held;
        uint256 had = stock().unitsOf(holder);
        Picture[] memory before = _lookAround(0);
        bytes memory call =
            whole
                ? abi.encodeCall(IRecapitalization.exchangeFor, (holder))
                : abi.encodeCall(IRecapitalization.exchange, (units));
        CHEATS.prank(whole ? world.stranger() : holder);
        (bool ok, ) = address(old).call(call);
        _require(ok == (old != stock() && units <= held), "28: an exchange refused, or of more than was held");
        if (ok) {
            _require(old.unitsOf(holder) == held - units, "28: old shares are not gone");
            _require(stock().unitsOf(holder) == had + units, "28: other units than were exchanged");
        }
        _compareNone("exchange", ok, before);
    }

    function _issuer(Chance memory chance, bytes32 act, bytes memory call) private returns (bool ok) {
        Picture[] memory before = _lookAround(0);
        address actor = chance.percent(90) ? world.maker() : chance.among(world.everyone());
        address target = address(stock());
        CHEATS.prank(actor);
        (ok, ) = target.call(call);
        _require(!ok || actor == world.maker(), "13: another than the issuer acted for it");
        _compareNone(act, ok, before);
    }
}
