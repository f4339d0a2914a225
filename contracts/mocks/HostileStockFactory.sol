// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CommonStock} from "../CommonStock.sol";
import {Reentrant} from "./Reentrant.sol";

/// @title HostileStockFactory
/// @notice Makes true stocks, vouches for anything, and is itself a successor that calls back when it should take over or deliver.
contract HostileStockFactory is Reentrant {
    /// @notice As a successor: of the same company as whatever it replaces.
    address public issuer;

    /// @notice Makes a stock of its issuer.
    function make(address issuer_) external returns (CommonStock) {
        issuer = issuer_;
        return new CommonStock("Stock", "STOCK", issuer_, 1000 ether);
    }

    /// @notice As a factory: yes, whatever is asked.
    function isStock(address) external pure returns (uint256) {
        return 1;
    }

    fallback() external {
        _reenter();
    }
}
