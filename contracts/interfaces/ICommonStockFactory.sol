// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonStock} from "./ICommonStock.sol";

/// @title ICommonStockFactory
/// @notice Makes stocks, for anybody, and vouches that it made them: that they are of the one code it makes.
interface ICommonStockFactory {
    /// @notice Emitted when a stock is made.
    event StockMade(address indexed stock, address indexed issuer, string name, string symbol);

    /// @notice Makes a stock. Whoever calls has no power over it.
    /// @dev Emits `StockMade`. Requirements: as those of the stock's constructor.
    /// @param name Of the stock.
    /// @param symbol Of the stock.
    /// @param issuer The company whose stock it is.
    /// @param authorized Authorized shares in tokens, 18 decimals.
    /// @return stock The new stock.
    function make(
        string calldata name,
        string calldata symbol,
        address issuer,
        uint256 authorized
    ) external returns (ICommonStock stock);

    /// @notice Whether a stock was made here.
    function isStock(address stock) external view returns (bool);
}
