// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A source of draws: all that a step decides comes from the one number it is given.
struct Chance {
    uint256 state;
}

/// @notice Draws from it.
library Draw {
    function next(Chance memory chance) internal pure returns (uint256) {
        chance.state = uint256(keccak256(abi.encode(chance.state)));
        return chance.state;
    }

    function below(Chance memory chance, uint256 bound) internal pure returns (uint256) {
        return next(chance) % bound;
    }

    function between(Chance memory chance, uint256 least, uint256 most) internal pure returns (uint256) {
        return least + below(chance, most - least + 1);
    }

    function percent(Chance memory chance, uint256 likelihood) internal pure returns (bool) {
        return below(chance, 100) < likelihood;
    }

    function among(Chance memory chance, address[] memory candidates) internal pure returns (address) {
        return candidates[below(chance, candidates.length)];
    }

    /// @dev Any size up to `most`, small ones as likely as large: first how many bits, then which.
    function amount(Chance memory chance, uint256 most) internal pure returns (uint256) {
        uint256 drawn = next(chance) >> between(chance, 0, 255);
        return drawn > most ? drawn % (most + 1) : drawn;
    }
}
