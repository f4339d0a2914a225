// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title SilentCurrency
/// @notice A currency that answers nothing when it has moved money, and changes no allowance but to or from zero.
contract SilentCurrency {
    error TooLittle(uint256 has, uint256 needed);
    error AllowanceStands(uint256 allowance);

    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        uint256 stands = allowance[msg.sender][spender];
        if (stands != 0 && amount != 0) revert AllowanceStands(stands);
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        _requireEnough(allowance[from][msg.sender], amount);
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    function _move(address from, address to, uint256 amount) private {
        _requireEnough(balanceOf[from], amount);
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }

    function _requireEnough(uint256 has, uint256 needed) private pure {
        if (has < needed) revert TooLittle(has, needed);
    }
}
