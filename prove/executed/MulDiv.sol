// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title mulDiv, run
/// @notice What the lemmas transcribe, run beside the floor.
contract MulDiv {
    function quotients(
        uint256[] calldata x,
        uint256[] calldata y,
        uint256[] calldata d
    ) external pure returns (uint256[] memory q) {
        q = new uint256[](x.length);
        for (uint256 i = 0; i < x.length; ++i) q[i] = Math.mulDiv(x[i], y[i], d[i]);
    }
}
