// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CommonStock} from "./CommonStock.sol";
import {ICommonStock} from "./interfaces/ICommonStock.sol";
import {ICommonStockFactory} from "./interfaces/ICommonStockFactory.sol";

/// @title CommonStockFactory
/// @notice See `ICommonStockFactory`.
contract CommonStockFactory is ICommonStockFactory {
    /// @inheritdoc ICommonStockFactory
    mapping(address stock => bool) public override isStock;

    /// @inheritdoc ICommonStockFactory
    function make(
        string calldata name,
        string calldata symbol,
        address issuer,
        uint256 authorized
    ) external override returns (ICommonStock stock) {
        stock = new CommonStock(name, symbol, issuer, authorized);
        isStock[address(stock)] = true;
        emit StockMade(address(stock), issuer, name, symbol);
    }
}
