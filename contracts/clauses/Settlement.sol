// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {INoteErrors} from "../interfaces/INoteErrors.sol";

/// @title Settlement
/// @notice Moves money between others, exactly.
library Settlement {
    using SafeERC20 for IERC20;

    /// @dev The receiver must have what was sent when it is over: a currency that keeps a fee is refused, and so is a receiver's hook that
    /// passes it on, since the two cannot be told apart.
    function pull(IERC20 currency, address from, address to, uint256 amount) internal {
        uint256 balance = currency.balanceOf(to);
        currency.safeTransferFrom(from, to, amount);
        uint256 balanceAfter = currency.balanceOf(to);
        uint256 received = balanceAfter < balance ? 0 : balanceAfter - balance;
        if (received != amount) revert INoteErrors.ReceivedDiffers(received, amount);
    }
}
