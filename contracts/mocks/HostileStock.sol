// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {Reentrant} from "./Reentrant.sol";

/// @title HostileStock
/// @notice A stock that reserves nothing and mints less than it was asked to, or refuses, or calls back while it mints.
contract HostileStock is IConvertibleStock, Reentrant {
    /// @notice It refuses to mint.
    error Unwilling();

    uint256 private constant UNITS_PER_TOKEN = 1e9;

    address public immutable issuer;
    mapping(address account => uint256) public balanceOf;

    uint256 private _withheld;
    bool private _refuses;

    constructor(address issuer_) {
        issuer = issuer_;
    }

    /// @notice Mints so many tokens less than asked from now on, at most all of them.
    function withhold(uint256 tokens) external {
        _withheld = tokens;
    }

    /// @notice Refuses to mint from now on.
    function refuse() external {
        _refuses = true;
    }

    /// @inheritdoc IConvertibleStock
    function issueOnConversion(address to, uint256 units, uint256, uint256, uint256) external {
        if (_refuses) revert Unwilling();
        _reenter();
        uint256 tokens = units / UNITS_PER_TOKEN;
        balanceOf[to] += tokens < _withheld ? 0 : tokens - _withheld;
    }

    /// @inheritdoc IConvertibleStock
    function reserve(uint256, uint256, uint256) external {
        _reenter();
    }

    /// @inheritdoc IConvertibleStock
    function isConverter(address) external pure returns (bool) {
        return true;
    }

    /// @inheritdoc IConvertibleStock
    function convertsInto() external view returns (address) {
        return address(this);
    }

    /// @inheritdoc IConvertibleStock
    function factors() external pure returns (uint64, uint64, uint64, uint64) {
        return (1, 1, 1, 1);
    }
}
