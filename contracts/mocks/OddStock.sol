// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {HostileStock} from "./HostileStock.sol";
import {OddMetadata} from "./OddMetadata.sol";

/// @title OddStock
/// @notice A stock that reserves nothing, and says of itself what it was told to.
contract OddStock is HostileStock, OddMetadata {
    constructor(address issuer_) HostileStock(issuer_) {}
}
