// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IHeldPayments} from "./interfaces/IHeldPayments.sol";

/// @title HeldPayments
/// @notice See `IHeldPayments`. Serves any contract of notes, each its own notes alone; nobody owns it.
contract HeldPayments is IHeldPayments {
    address private immutable _box = address(new Box());

    /// @inheritdoc IHeldPayments
    function send(uint256 id, address holder, IERC20 currency, address to) external returns (uint256 amount) {
        address box = boxOf(msg.sender, id, holder);
        if (box.code.length == 0) Clones.cloneDeterministic(_box, _saltOf(msg.sender, id, holder));
        return Box(box).send(currency, to);
    }

    /// @inheritdoc IHeldPayments
    function boxOf(address notes, uint256 id, address holder) public view returns (address) {
        return Clones.predictDeterministicAddress(_box, _saltOf(notes, id, holder));
    }

    function _saltOf(address notes, uint256 id, address holder) private pure returns (bytes32) {
        return keccak256(abi.encode(notes, id, holder));
    }
}

/// @title Box
/// @notice Holds money until its keeper sends it on.
contract Box {
    using SafeERC20 for IERC20;

    address private immutable _keeper = msg.sender;

    /// @notice Sends all it has of a currency.
    function send(IERC20 currency, address to) external returns (uint256 amount) {
        if (msg.sender != _keeper) revert IHeldPayments.NotKeeper(msg.sender, _keeper);
        amount = currency.balanceOf(address(this));
        if (amount == 0) revert IHeldPayments.NothingHeld(address(this), address(currency));
        currency.safeTransfer(to, amount);
    }
}
