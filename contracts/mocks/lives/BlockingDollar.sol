// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Dollar} from "../Dollar.sol";

/// @title BlockingDollar
/// @notice A currency whose issuer may bar anyone from sending and receiving it.
contract BlockingDollar is Dollar {
    error NotTheIssuer(address caller, address issuer);
    error Blocklisted(address account);

    address private immutable _issuer;
    mapping(address account => bool) public isBlocked;

    constructor(address issuer) Dollar("USD", 6) {
        _issuer = issuer;
    }

    /// @notice Bars an account, or bars it no more.
    function setBlocked(address account, bool blocked) external {
        if (msg.sender != _issuer) revert NotTheIssuer(msg.sender, _issuer);
        isBlocked[account] = blocked;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (isBlocked[from]) revert Blocklisted(from);
        if (isBlocked[to]) revert Blocklisted(to);
        super._update(from, to, amount);
    }
}
