// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OddMetadata} from "./OddMetadata.sol";

/// @title OddCurrency
/// @notice A currency of which nothing is known but what it says of itself.
contract OddCurrency is OddMetadata {}
