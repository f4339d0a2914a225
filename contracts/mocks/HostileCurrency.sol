// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {Reentrant} from "./Reentrant.sol";

/// @title HostileCurrency
/// @notice A currency that keeps a fee, or answers false instead of paying, or calls back while it pays.
contract HostileCurrency is ERC20, Reentrant {
    uint256 private _fee;
    bool private _refuses;

    constructor() ERC20("Hostile Currency", "HOST") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice Keeps this much of each transfer from now on.
    function setFee(uint256 fee) external {
        _fee = fee;
    }

    /// @notice Answers false to each transfer from now on, and moves nothing.
    function refuse() external {
        _refuses = true;
    }

    /// @notice Takes any permit, and calls back.
    function permit(address, address, uint256, uint256, uint8, bytes32, bytes32) external {
        _reenter();
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (_refuses) return false;
        _reenter();
        _move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (_refuses) return false;
        _reenter();
        _spendAllowance(from, msg.sender, amount);
        _move(from, to, amount);
        return true;
    }

    function _move(address from, address to, uint256 amount) private {
        _transfer(from, to, amount - _fee);
        if (_fee != 0) _burn(from, _fee);
    }
}
