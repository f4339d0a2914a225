// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @notice OpenZeppelin's ERC-721 and nothing else: the floor under every act on a token. Anybody may mint and burn.
contract PlainNote is ERC721("Plain Note", "PLAIN") {
    function mint(address to, uint256 id) external {
        _mint(to, id);
    }

    function burn(uint256 id) external {
        _burn(id);
    }
}

/// @notice OpenZeppelin's ERC-20 with permits and nothing else: the floor under every act on money or stock. Anybody may mint.
contract PlainMoney is ERC20("Plain Money", "PLAIN"), ERC20Permit("Plain Money") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}
