// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Both cumulative factors of a stock, each positive and in lowest terms; one slot.
struct Factors {
    uint64 splitNumerator;
    uint64 splitDenominator;
    uint64 distributionNumerator;
    uint64 distributionDenominator;
}
