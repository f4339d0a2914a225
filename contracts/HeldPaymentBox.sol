// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IHeldPayments} from "./interfaces/IHeldPayments.sol";

/// @title HeldPaymentBox
/// @notice Holds money until its keeper sends it on.
contract HeldPaymentBox {
    using SafeERC20 for IERC20;

    address private immutable _keeper = msg.sender;

    /// @notice Sends all it has of a currency.
    function sendOn(IERC20 currency, address to) external returns (uint256 amount) {
        if (msg.sender != _keeper) revert IHeldPayments.NotKeeper(msg.sender, _keeper);
        amount = currency.balanceOf(address(this));
        if (amount == 0) revert IHeldPayments.NothingHeld(address(this), address(currency));
        currency.safeTransfer(to, amount);
    }
}
