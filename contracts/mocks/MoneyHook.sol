// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Reentrant} from "./Reentrant.sol";

/// @notice What a hook does with money.
enum Manner {
    Accept,
    Refuse,
    Forward,
    BurnGas,
    Flood
}

/// @title MoneyHook
/// @notice What an account has a currency call when money comes or goes.
contract MoneyHook is Reentrant {
    /// @notice It wants none of it.
    error Unwelcome(address account, uint256 amount);

    Manner private _manner;
    address private _onward;

    /// @notice What to do with money that arrives from now on.
    function setManner(Manner manner) external {
        _manner = manner;
    }

    /// @notice Passes on whatever arrives from now on; the account must have approved this.
    function forwardTo(address onward) external {
        (_manner, _onward) = (Manner.Forward, onward);
    }

    /// @notice Called before money leaves an account.
    function moneyLeaves(address, uint256) external {
        _reenter();
    }

    /// @notice Called when money has arrived at an account.
    function moneyArrives(address account, uint256 amount) external {
        _reenter();
        if (_manner == Manner.Refuse) revert Unwelcome(account, amount);
        if (_manner == Manner.Forward) IERC20(msg.sender).transferFrom(account, _onward, amount);
        if (_manner == Manner.BurnGas) _burnGas();
        if (_manner == Manner.Flood) _flood();
    }

    function _burnGas() private pure {
        assembly ("memory-safe") {
            invalid()
        }
    }

    function _flood() private pure {
        assembly ("memory-safe") {
            revert(0, 50000)
        }
    }
}
