// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {ContractPermit} from "../ContractPermit.sol";
import {ICommonStock} from "../interfaces/ICommonStock.sol";
import {IRecapitalization} from "../interfaces/IRecapitalization.sol";
import {StockUnits} from "../libraries/StockUnits.sol";
import {Factors} from "../types/Factors.sol";

/// @title ShareLedger
/// @notice Who holds how much, in original units, and by which factors that is shown as tokens.
/// @dev Balances and supply of the inherited ERC-20 stay empty: `_update`, `balanceOf` and `totalSupply` are this contract's own.
abstract contract ShareLedger is ICommonStock, ContractPermit {
    using StockUnits for Factors;

    // slot: original units, the cap beside what counts against it
    struct Capital {
        uint128 issued;
        uint128 authorized;
    }

    /// @dev All zero once the stock is frozen: whoever reads the factors, as nearly every act does, sees it in the same slot.
    Factors internal _factors = Factors(1, 1, 1, 1);
    Capital internal _capital;
    mapping(address account => uint256) internal _units;

    /// @inheritdoc IRecapitalization
    address public override successor;
    Factors private _lastFactors;

    // ---------------------------------------------------------------- permit

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) public override(ContractPermit, IERC20Permit) {
        super.permit(owner, spender, value, deadline, v, r, s);
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(ERC20Permit, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    // ---------------------------------------------------------------- views

    /// @inheritdoc ICommonStock
    function unitsOf(address account) external view override returns (uint256) {
        return _units[account];
    }

    /// @inheritdoc ICommonStock
    function splitFactor() external view override returns (uint64, uint64) {
        return _shownSplit();
    }

    /// @inheritdoc ICommonStock
    function distributionFactor() external view override returns (uint64, uint64) {
        Factors memory shown = _shownFactors();
        return (shown.distributionNumerator, shown.distributionDenominator);
    }

    /// @inheritdoc ICommonStock
    function uiMultiplier() external view override returns (uint256) {
        (uint64 numerator, uint64 denominator) = _shownSplit();
        return (numerator * uint256(1e18)) / denominator;
    }

    /// @inheritdoc ICommonStock
    function balanceOf(address account) public view override(ERC20, ICommonStock) returns (uint256) {
        return _shownTokens(_units[account]);
    }

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20, IERC20) returns (uint256) {
        return _shownTokens(_capital.issued);
    }

    // ---------------------------------------------------------------- inside

    /// @dev Reached by transfers alone, both addresses already known not to be zero: minting goes by units, and only exchange burns.
    function _update(address from, address to, uint256 amount) internal override {
        Factors memory factors_ = _factorsInForce();
        uint256 held = _units[from];
        uint256 balance = factors_.toTokensDown(held);
        if (amount > balance) revert ERC20InsufficientBalance(from, balance, amount);

        // Within the balance the product is at most held · N, below 2^192, and the quotient at most what is held.
        uint256 moved = factors_.toUnitsUp(amount);
        _units[from] = held - moved;
        _units[to] += moved;
        emit Transfer(from, to, amount);
    }

    function _freeze(address successor_) internal {
        _lastFactors = _factors;
        successor = successor_;
        delete _factors;
    }

    function _factorsInForce() internal view returns (Factors memory factors_) {
        factors_ = _factors;
        if (factors_.splitDenominator == 0) revert StockRecapitalized(successor);
    }

    function _shownFactors() internal view returns (Factors memory factors_) {
        factors_ = _factors;
        if (factors_.splitDenominator == 0) factors_ = _lastFactors;
    }

    function _shownTokens(uint256 units) internal view returns (uint256) {
        (uint256 numerator, uint256 denominator) = _shownSplit();
        return StockUnits.tokensDown(units, numerator, denominator);
    }

    function _shownSplit() private view returns (uint64 numerator, uint64 denominator) {
        (numerator, denominator) = (_factors.splitNumerator, _factors.splitDenominator);
        if (denominator == 0) (numerator, denominator) = (_lastFactors.splitNumerator, _lastFactors.splitDenominator);
    }
}
