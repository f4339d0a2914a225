// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommonStock} from "../../contracts/interfaces/ICommonStock.sol";
import {Accrual, Balances} from "../../contracts/libraries/Accrual.sol";
import {ConversionMath} from "../../contracts/libraries/ConversionMath.sol";
import {Factors} from "../../contracts/types/Factors.sol";
import {MakingFacts, Record, Terms} from "../../contracts/types/NoteTypes.sol";
import {Campaign} from "./support/Campaign.sol";

/// @notice Invariants 15, 16, 17, 19 and 28.
abstract contract Stock is Campaign {
    /// @dev The claim of every live note, from its terms and what is stored of it.
    function _claimOf(uint256 id) internal view returns (uint256 claim, uint256 fraction) {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        if (terms.stock == address(0) || !_isLive(id)) return (0, 0);
        Record memory record = notes.recordOf(id);
        Balances memory balances = Balances(record.principal, record.carried, record.charges, record.overdueCarried);
        Factors memory factors;
        (
            factors.splitNumerator,
            factors.splitDenominator,
            factors.distributionNumerator,
            factors.distributionDenominator
        ) = ICommonStock(terms.stock).factors();

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
        ICommonStock stock = world.stock();
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
        ICommonStock[] memory stocks = world.stocks();
        for (uint256 i; i < stocks.length; ++i) {
            uint256 expected = i + 1 == stocks.length ? claims : 0;
            require(stocks[i].claimsOf(address(notes)) == expected, "16: another claim is on record");
        }
    }

    function _17_theContractHoldsNoMoneyAndNoStock() internal view {
        require(world.dollar().balanceOf(address(notes)) == store.sentToNotes(), "17: money");
        require(world.dollar().balanceOf(address(lens)) == 0, "17: money in the lens");
        ICommonStock[] memory stocks = world.stocks();
        for (uint256 i; i < stocks.length; ++i) {
            require(stocks[i].unitsOf(address(notes)) == 0 && stocks[i].unitsOf(address(lens)) == 0, "17: stock");
        }
        require(address(notes).balance == 0, "17: ether");
    }

    function _19_whatAllHoldIsWhatWasIssued() internal view {
        address[] memory everyone = world.everyone();
        ICommonStock[] memory stocks = world.stocks();
        for (uint256 i; i < stocks.length; ++i) {
            uint256 held = i == 0 ? 0 : stocks[i].unitsOf(address(stocks[i - 1]));
            for (uint256 j; j < everyone.length; ++j) held += stocks[i].unitsOf(everyone[j]);
            (uint256 issued, , ) = stocks[i].capitalization();
            require(held == issued, "19: issued shares are not where they should be");
        }
    }

    function _28_theSuccessorHoldsInTrustWhatIsNotExchanged() internal view {
        ICommonStock[] memory stocks = world.stocks();
        for (uint256 i; i + 1 < stocks.length; ++i) {
            (uint256 issued, uint256 reserved, ) = stocks[i].capitalization();
            require(stocks[i + 1].unitsOf(address(stocks[i])) == issued, "28: held in trust");
            require(reserved == 0, "28: reserved in a stock that was replaced");
            require(stocks[i].convertsInto() == address(world.stock()), "28: converts into another");
        }
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

contract Invariant28 is Stock {
    constructor() Campaign(28) {}

    function invariant_28_theSuccessorHoldsInTrustWhatIsNotExchanged() external view {
        _28_theSuccessorHoldsInTrustWhatIsNotExchanged();
        _noBreach();
    }
}
