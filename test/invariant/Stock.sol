// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Accrual, Balances} from "../../contracts/libraries/Accrual.sol";
import {ConversionMath, Factors} from "../../contracts/libraries/ConversionMath.sol";
import {MakingFacts, Record, Terms} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariants 15, 16, 17 and 19.
abstract contract Stock is Campaign {
    /// @dev The claim of every live note, from its terms and what is stored of it.
    function _claimOf(uint256 id) internal view returns (uint256 claim, uint256 fraction) {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        if (terms.stock == address(0) || !_isLive(id)) return (0, 0);
        Record memory record = notes.recordOf(id);
        Balances memory balances = Balances(record.principal, record.carried, record.charges, record.overdueCarried);
        Factors memory factors;
        (factors.splitNumerator, factors.splitDenominator) = stock.splitFactor();
        (factors.distributionNumerator, factors.distributionDenominator) = stock.distributionFactor();

        uint256 amount = ConversionMath.covered(terms, balances);
        claim = ConversionMath.claimUp(terms, making, amount);
        fraction = ConversionMath.fractionOfClaim(terms, making, factors, amount, claim);
    }

    function _15_issuedAndReservedSharesFitTheAuthorized() internal view {
        uint256 fractions;
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            (, uint256 fraction) = _claimOf(id);
            fractions += fraction;
        }
        (uint256 issued, , uint256 authorized) = stock.capitalization();
        (uint256 n, uint256 d) = stock.distributionFactor();
        uint256 whole = stock.claimsOf(address(notes)) - fractions;
        require(issued + (whole * n + d - 1) / d <= authorized, "15: more than is authorized");
    }

    function _16_theStockReservesTheSumOfAllClaims() internal view {
        uint256 claims;
        for (uint256 id = 1; id <= notes.noteCount(); ++id) {
            (uint256 claim, ) = _claimOf(id);
            claims += claim;
        }
        require(stock.claimsOf(address(notes)) == claims, "16: another claim is on record");
    }

    function _17_theContractHoldsNoMoneyAndNoStock() internal view {
        require(world.dollar().balanceOf(address(notes)) == store.sentToNotes(), "17: money");
        require(world.dollar().balanceOf(address(lens)) == 0, "17: money in the lens");
        require(stock.unitsOf(address(notes)) == 0 && stock.unitsOf(address(lens)) == 0, "17: stock");
        require(address(notes).balance == 0, "17: ether");
    }

    function _19_whatAllHoldIsWhatWasIssued() internal view {
        address[] memory everyone = world.everyone();
        uint256 held;
        for (uint256 i; i < everyone.length; ++i) held += stock.unitsOf(everyone[i]);
        (uint256 issued, , ) = stock.capitalization();
        require(held == issued, "19: issued shares are not where they should be");
    }
}

contract Invariant15 is Stock {
    constructor() Campaign(15) {}

    function invariant_15_issuedAndReservedSharesFitTheAuthorized() external view {
        _15_issuedAndReservedSharesFitTheAuthorized();
        _noBreach();
    }
}

contract Invariant16 is Stock {
    constructor() Campaign(16) {}

    function invariant_16_theStockReservesTheSumOfAllClaims() external view {
        _16_theStockReservesTheSumOfAllClaims();
        _noBreach();
    }
}

contract Invariant17 is Stock {
    constructor() Campaign(17) {}

    function invariant_17_theContractHoldsNoMoneyAndNoStock() external view {
        _17_theContractHoldsNoMoneyAndNoStock();
        _noBreach();
    }
}

contract Invariant19 is Stock {
    constructor() Campaign(19) {}

    function invariant_19_whatAllHoldIsWhatWasIssued() external view {
        _19_whatAllHoldIsWhatWasIssued();
        _noBreach();
    }
}
