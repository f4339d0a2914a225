// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Dollar} from "./Dollar.sol";

/// @title DollarWithBlocklist
/// @notice A currency whose issuer can stop an account from receiving it, as issuers of stablecoins do. Anyone speaks for the issuer,
/// for tests and simulations.
contract DollarWithBlocklist is Dollar {
    mapping(address account => bool) private _blocked;

    error ReceiverBlocked(address account);

    constructor(string memory symbol_, uint8 decimals_) Dollar(symbol_, decimals_) {}

    /// @notice Lets an account receive nothing from now on, or lets it receive again.
    function setBlocked(address account, bool blocked) external {
        _blocked[account] = blocked;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (_blocked[to]) revert ReceiverBlocked(to);
        super._update(from, to, value);
    }
}
