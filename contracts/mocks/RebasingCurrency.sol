// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title RebasingCurrency
/// @notice A currency whose balances are parts of a whole that grows and shrinks: what arrives may be one unit less than was sent.
contract RebasingCurrency is IERC20 {
    mapping(address account => uint256) private _parts;
    mapping(address owner => mapping(address spender => uint256)) public allowance;
    uint256 private _numerator = 1;
    uint256 private _denominator = 1;
    uint256 private _allParts;

    function mint(address to, uint256 amount) external {
        uint256 parts = (amount * _denominator) / _numerator;
        _parts[to] += parts;
        _allParts += parts;
    }

    /// @notice What one part is worth from now on.
    function rebase(uint256 numerator, uint256 denominator) external {
        (_numerator, _denominator) = (numerator, denominator);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
        return true;
    }

    function balanceOf(address account) public view returns (uint256) {
        return (_parts[account] * _numerator) / _denominator;
    }

    function totalSupply() external view returns (uint256) {
        return (_allParts * _numerator) / _denominator;
    }

    function _move(address from, address to, uint256 amount) private {
        uint256 parts = (amount * _denominator) / _numerator;
        _parts[from] -= parts;
        _parts[to] += parts;
    }
}
