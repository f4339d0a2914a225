// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {Balances} from "../libraries/Accrual.sol";
import {ConversionMath} from "../libraries/ConversionMath.sol";
import {Factors} from "../types/Factors.sol";
import {MakingFacts, Terms} from "../types/NoteTypes.sol";
import {Loaded} from "./NoteStore.sol";

/// @title Reservation
/// @notice Clause: authorized shares are reserved for full conversion of principal and interest at maturity. The claim on
/// the stock is a function of the terms and the stored balances alone, so it follows every act and is stored nowhere.
library Reservation {
    function factorsOf(address stock) internal view returns (Factors memory factors) {
        (
            factors.splitNumerator,
            factors.splitDenominator,
            factors.distributionNumerator,
            factors.distributionDenominator
        ) = IConvertibleStock(stock).factors();
    }

    /// @dev Takes note of the stock's factors and makes the first claim.
    function reserveAtMaking(Terms memory terms, MakingFacts memory making) internal {
        if (terms.stock == address(0)) {
            making.splitNumerator = making.splitDenominator = 1;
            making.distributionNumerator = making.distributionDenominator = 1;
            return;
        }
        Factors memory factors = factorsOf(terms.stock);
        making.splitNumerator = factors.splitNumerator;
        making.splitDenominator = factors.splitDenominator;
        making.distributionNumerator = factors.distributionNumerator;
        making.distributionDenominator = factors.distributionDenominator;

        Balances memory balances;
        balances.principal = terms.principal;
        (uint256 claim, uint256 fraction) = claimWithFraction(terms, making, factors, balances);
        IConvertibleStock(terms.stock).reserve(0, claim, fraction);
    }

    /// @dev Lets go of what a payment has made needless. A claim only shrinks here, so its fraction plays no part.
    function letGo(Loaded memory loaded, Balances memory before, Balances memory balances) internal {
        if (loaded.terms.stock == address(0)) return;
        uint256 claimBefore = claimOf(loaded, before);
        // a note that has ended claims nothing, which need not be computed
        bool ended = balances.principal == 0 && balances.carried == 0;
        uint256 claimAfter = ended ? 0 : claimOf(loaded, balances);
        if (claimBefore != claimAfter) IConvertibleStock(loaded.terms.stock).reserve(claimBefore, claimAfter, 0);
    }

    function claimOf(Loaded memory loaded, Balances memory balances) internal pure returns (uint256) {
        uint256 amount = ConversionMath.covered(loaded.terms, balances);
        return ConversionMath.claimUp(loaded.terms, loaded.making, amount);
    }

    function claimWithFraction(
        Terms memory terms,
        MakingFacts memory making,
        Factors memory factors,
        Balances memory balances
    ) internal pure returns (uint256 claim, uint256 fraction) {
        uint256 amount = ConversionMath.covered(terms, balances);
        claim = ConversionMath.claimUp(terms, making, amount);
        fraction = ConversionMath.fractionOfClaim(terms, making, factors, amount, claim);
    }
}
