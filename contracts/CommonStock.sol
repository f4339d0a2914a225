// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICommonStock} from "./interfaces/ICommonStock.sol";
import {Ratio} from "./libraries/Ratio.sol";
import {StockUnits} from "./libraries/StockUnits.sol";
import {Recapitalization} from "./stock/Recapitalization.sol";
import {Factors} from "./types/Factors.sol";

/// @title CommonStock
/// @notice See `ICommonStock`, which is where every function, event and error is described. What the issuer does is here, who holds what
/// in `ShareLedger`, the reserved shares and conversion in `Claims`, what comes of a successor in `Recapitalization`.
contract CommonStock is Recapitalization {
    using SafeCast for uint256;
    using StockUnits for Factors;

    constructor(
        string memory name_,
        string memory symbol_,
        address issuer_,
        uint256 authorizedTokens
    ) ERC20(name_, symbol_) ERC20Permit(_domainName(name_, symbol_)) Recapitalization(issuer_) {
        _capital.authorized = _factors.toUnitsUp(authorizedTokens).toUint128();
        emit AuthorizedChanged(0, authorizedTokens);
    }

    /// @inheritdoc ICommonStock
    function issue(address to, uint256 tokens) external override onlyIssuer {
        // Check:
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        Factors memory factors_ = _factorsInForce();
        Capital memory capital = _capital;
        uint256 units = factors_.toUnitsUp(tokens);
        _requireRoom(Math.saturatingAdd(capital.issued + factors_.reservedUp(_allClaims()), units), capital.authorized);

        // Effect:
        _capital.issued = (capital.issued + units).toUint128();
        _units[to] += units;
        emit Transfer(address(0), to, tokens);
    }

    /// @inheritdoc ICommonStock
    function setAuthorized(uint256 tokens) external override onlyIssuer {
        // Check:
        Factors memory factors_ = _factorsInForce();
        Capital memory capital = _capital;
        uint256 units = factors_.toUnitsUp(tokens);
        if (units < capital.authorized) _requireRoom(capital.issued + factors_.reservedUp(_allClaims()), units);

        // Effect:
        _capital.authorized = units.toUint128();
        emit AuthorizedChanged(factors_.toTokensDown(capital.authorized), factors_.toTokensDown(units));
    }

    /// @inheritdoc ICommonStock
    function split(uint64 numerator, uint64 denominator) external override onlyIssuer {
        // Check:
        if (numerator == 0 || denominator == 0 || numerator == denominator) revert InvalidRatio(numerator, denominator);
        Factors memory factors_ = _factorsInForce();
        (uint64 n, uint64 d) = Ratio.product(
            factors_.splitNumerator,
            factors_.splitDenominator,
            numerator,
            denominator
        );

        // Effect:
        (_factors.splitNumerator, _factors.splitDenominator) = (n, d);
        emit Split(numerator, denominator, n, d);
    }

    /// @inheritdoc ICommonStock
    function recordDistribution(
        uint64 numerator,
        uint64 denominator,
        string calldata description
    ) external override onlyIssuer {
        // Check:
        if (denominator == 0 || numerator < denominator) revert InvalidRatio(numerator, denominator);
        Factors memory factors_ = _factorsInForce();
        (factors_.distributionNumerator, factors_.distributionDenominator) = Ratio.product(
            factors_.distributionNumerator,
            factors_.distributionDenominator,
            numerator,
            denominator
        );
        _requireRoom(_capital.issued + factors_.reservedUp(_allClaims()), _capital.authorized);

        // Effect:
        _factors = factors_;
        emit Distribution(
            numerator,
            denominator,
            factors_.distributionNumerator,
            factors_.distributionDenominator,
            description
        );
    }

    /// @inheritdoc ICommonStock
    function grantConversion(address converter) external override onlyIssuer {
        _factorsInForce();
        if (converter == address(0)) revert InvalidParty(converter);
        _grant(converter);
    }

    /// @dev OpenZeppelin's domains hold 31 bytes, and the full names of stock are often longer. `eip712Domain` tells which it is.
    function _domainName(string memory name_, string memory symbol_) private pure returns (string memory) {
        return bytes(name_).length < 32 ? name_ : symbol_;
    }
}
