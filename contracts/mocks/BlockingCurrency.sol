// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Dollar} from "./Dollar.sol";

/// @title BlockingCurrency
/// @notice A currency that lets some accounts neither send nor receive, or stands still altogether.
contract BlockingCurrency is Dollar {
    error Blocked(address account);
    error Paused();

    mapping(address account => bool) private _blocked;
    bool private _paused;

    constructor() Dollar("BLOCK", 6) {}

    /// @notice Blocks an account, or lets it go.
    function setBlocked(address account, bool blocked) external {
        _blocked[account] = blocked;
    }

    /// @notice Stands still, or moves again.
    function setPaused(bool paused) external {
        _paused = paused;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (_paused) revert Paused();
        if (_blocked[from]) revert Blocked(from);
        if (_blocked[to]) revert Blocked(to);
        super._update(from, to, amount);
    }
}
