// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {HeldPaymentBox} from "./HeldPaymentBox.sol";
import {IHeldPayments} from "./interfaces/IHeldPayments.sol";

/// @title HeldPayments
/// @notice See `IHeldPayments`. Serves any contract of notes, each its own notes alone; nobody owns it.
contract HeldPayments is IHeldPayments {
    address private immutable _box = address(new HeldPaymentBox());

    /// @inheritdoc IHeldPayments
    function sendOn(uint256 id, address holder, IERC20 currency, address to) external returns (uint256 amount) {
        address box = boxOf(msg.sender, id, holder);
        if (box.code.length == 0) Clones.cloneDeterministic(_box, _saltOf(msg.sender, id, holder));
        return HeldPaymentBox(box).sendOn(currency, to);
    }

    /// @inheritdoc IHeldPayments
    function boxOf(address notes, uint256 id, address holder) public view returns (address) {
        return Clones.predictDeterministicAddress(_box, _saltOf(notes, id, holder));
    }

    function _saltOf(address notes, uint256 id, address holder) private pure returns (bytes32) {
        return keccak256(abi.encode(notes, id, holder));
    }
}
