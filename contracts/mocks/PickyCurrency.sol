// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Dollar} from "./Dollar.sol";

/// @title PickyCurrency
/// @notice A currency that moves no nothing and, from a point on, takes no approval.
contract PickyCurrency is Dollar {
    error Nothing();
    error ApprovalsOver();

    bool private _closed;

    constructor() Dollar("PICKY", 6) {}

    /// @notice Takes no approval from now on.
    function closeApprovals() external {
        _closed = true;
    }

    function approve(address spender, uint256 amount) public override returns (bool) {
        if (_closed) revert ApprovalsOver();
        return super.approve(spender, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (amount == 0) revert Nothing();
        super._update(from, to, amount);
    }
}
