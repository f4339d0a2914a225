// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CommonStock} from "../CommonStock.sol";

/// @title StockDeployer
/// @notice Deploys stock, and is asked in vain whether it did.
contract StockDeployer {
    /// @notice Deploys stock of an issuer.
    function make(address issuer) external returns (CommonStock) {
        return new CommonStock("Stock", "STOCK", issuer, 1000 ether);
    }
}
