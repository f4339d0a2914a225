// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ConversionMath} from "../../../contracts/libraries/ConversionMath.sol";
import {StockUnits} from "../../../contracts/libraries/StockUnits.sol";
import {Factors} from "../../../contracts/types/Factors.sol";
import {MakingFacts} from "../../../contracts/types/NoteTypes.sol";

contract StockUnitsFuzz {
    using StockUnits for Factors;

    function testFuzz_L8_tokensAskedForAreMovedAndNotOneMoreThanNeeded(
        uint64 n,
        uint64 d,
        uint120 tokens
    ) external pure {
        if (n == 0 || d == 0) return;
        Factors memory factors = Factors(n, d, 1, 1);
        uint256 units = factors.toUnitsUp(tokens);
        require(factors.toTokensDown(units) >= tokens, "L8: fewer tokens than asked for");
        require(tokens == 0 || factors.toTokensDown(units - 1) < tokens, "L8: more units than needed");
    }

    /// @dev A whole share of the day the note was made shows, on that day, as at least the tokens promised.
    function testFuzz_L8_sharesBoughtShowAsSharesOfTheDay(uint32 n, uint32 d, uint64 shares) external pure {
        if (n == 0 || d == 0) return;
        MakingFacts memory making = MakingFacts(0, n, d, 1, 1, 0);
        uint256 units = ConversionMath.unitsUp(making, shares);
        uint256 shown = ConversionMath.tokensDown(Factors(n, d, 1, 1), units);
        require(shown >= uint256(shares) * 1e18, "L8: less than whole shares");
        require(shown <= uint256(shares) * 1e18 + uint256(n) / (uint256(d) * 1e9) + 1, "L8: more than rounding adds");
    }
}
