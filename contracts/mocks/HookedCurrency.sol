// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Dollar} from "./Dollar.sol";
import {MoneyHook} from "./MoneyHook.sol";

/// @title HookedCurrency
/// @notice A currency in the manner of ERC-777: whoever sends or receives may name a contract that is called then.
contract HookedCurrency is Dollar {
    mapping(address account => MoneyHook) private _hooks;

    constructor() Dollar("HOOK", 6) {}

    /// @notice Names the contract to be called when the caller's balance changes.
    function setHook(MoneyHook hook) external {
        _hooks[msg.sender] = hook;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (address(_hooks[from]) != address(0)) _hooks[from].moneyLeaves(from, amount);
        super._update(from, to, amount);
        if (address(_hooks[to]) != address(0)) _hooks[to].moneyArrives(to, amount);
    }
}
