// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

import {Reentrant} from "./Reentrant.sol";

/// @title NoteReceiver
/// @notice A contract that can hold notes and act on them, also in the moment it receives one.
contract NoteReceiver is IERC721Receiver, Reentrant {
    /// @inheritdoc IERC721Receiver
    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        _reenter();
        return IERC721Receiver.onERC721Received.selector;
    }
}
