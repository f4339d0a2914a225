// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ContractPermit} from "./ContractPermit.sol";
import {ICommonStock} from "./interfaces/ICommonStock.sol";
import {IConvertibleStock} from "./interfaces/IConvertibleStock.sol";
import {Ratio} from "./libraries/Ratio.sol";
import {Factors, StockUnits} from "./libraries/StockUnits.sol";

/// @title CommonStock
/// @notice See `ICommonStock`, which is where every function, event and error is described.
/// @dev Balances and supply of the inherited ERC-20 stay empty: `_update`, `balanceOf` and `totalSupply` are this contract's own.
/// A conversion touches four slots: the converter's, the issued with the claims, both factors, the receiver's. It reads a fifth, the
/// authorized, only if it needs room beyond its claim.
contract CommonStock is ICommonStock, ContractPermit {
    using SafeCast for uint256;
    using StockUnits for Factors;

    // slot: original units, and original units before any distribution
    struct Commitments {
        uint128 issued;
        uint128 claims;
    }

    // slot: the grant is read with the claims it allows
    struct Converter {
        bool granted;
        uint128 claims;
    }

    /// @inheritdoc IConvertibleStock
    address public immutable override issuer;

    Factors private _factors = Factors(1, 1, 1, 1);
    Commitments private _commitments;
    uint128 private _authorized;
    mapping(address account => uint256) private _units;
    mapping(address converter => Converter) private _converters;

    modifier onlyIssuer() {
        if (msg.sender != issuer) revert NotTheIssuer(msg.sender, issuer);
        _;
    }

    constructor(
        string memory name_,
        string memory symbol_,
        address issuer_,
        uint256 authorizedTokens
    ) ERC20(name_, symbol_) ERC20Permit(_domainName(name_, symbol_)) {
        if (issuer_ == address(0)) revert InvalidParty(issuer_);
        issuer = issuer_;
        _authorized = _factors.toUnitsUp(authorizedTokens).toUint128();
        emit AuthorizedChanged(0, authorizedTokens);
    }

    // ---------------------------------------------------------------- the issuer

    /// @inheritdoc ICommonStock
    function issue(address to, uint256 tokens) external override onlyIssuer {
        // Check:
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        Factors memory factors_ = _factors;
        Commitments memory committed = _commitments;
        uint256 units = factors_.toUnitsUp(tokens);
        _requireRoom(Math.saturatingAdd(committed.issued + factors_.reservedUp(committed.claims), units));

        // Effect:
        _commitments.issued = (committed.issued + units).toUint128();
        _units[to] += units;
        emit Transfer(address(0), to, tokens);
    }

    /// @inheritdoc ICommonStock
    function setAuthorized(uint256 tokens) external override onlyIssuer {
        // Check:
        Factors memory factors_ = _factors;
        uint256 unitsBefore = _authorized;
        uint256 unitsAfter = factors_.toUnitsUp(tokens);
        if (unitsAfter < unitsBefore) {
            uint256 needed = _commitments.issued + factors_.reservedUp(_commitments.claims);
            if (needed > unitsAfter) revert NotEnoughAuthorized(needed, unitsAfter);
        }

        // Effect:
        _authorized = unitsAfter.toUint128();
        emit AuthorizedChanged(factors_.toTokensDown(unitsBefore), factors_.toTokensDown(unitsAfter));
    }

    /// @inheritdoc ICommonStock
    function split(uint64 numerator, uint64 denominator) external override onlyIssuer {
        // Check:
        if (numerator == 0 || denominator == 0 || numerator == denominator) revert InvalidRatio(numerator, denominator);
        Factors memory factors_ = _factors;
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
        Factors memory factors_ = _factors;
        (factors_.distributionNumerator, factors_.distributionDenominator) = Ratio.product(
            factors_.distributionNumerator,
            factors_.distributionDenominator,
            numerator,
            denominator
        );
        _requireRoom(_commitments.issued + factors_.reservedUp(_commitments.claims));

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
        if (converter == address(0)) revert InvalidParty(converter);
        if (_converters[converter].granted) revert AlreadyAConverter(converter);
        _converters[converter].granted = true;
        emit ConversionGranted(converter);
    }

    // ---------------------------------------------------------------- the converters

    /// @inheritdoc IConvertibleStock
    function reserve(uint256 claimBefore, uint256 claimAfter, uint256 fraction) external override {
        Commitments memory committed = _commitments;
        uint256 claims = _replaceClaim(committed.claims, claimBefore, claimAfter, fraction);

        // A claim that shrinks needs no room: it may be given back even where a cap has no room left.
        if (claimAfter > claimBefore) {
            Factors memory factors_ = _factors;
            _requireRoomBut(fraction, claims, committed.issued, factors_);
        }
        _commitments.claims = uint128(claims);
    }

    /// @inheritdoc IConvertibleStock
    function issueOnConversion(
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external override {
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        Factors memory factors_ = _factors;
        Commitments memory committed = _commitments;
        uint256 issued = uint256(committed.issued) + units.toUint128();
        uint256 claims = _replaceClaim(committed.claims, claimBefore, claimAfter, fraction);

        // No look at the cap if what is minted comes out of the claim: reserved shares are the holder's already.
        if (issued + factors_.reservedUp(claims) > committed.issued + factors_.reservedUp(committed.claims)) {
            _requireRoomBut(fraction, claims, issued, factors_);
        }

        _commitments = Commitments(uint128(issued), uint128(claims));
        _units[to] += units;
        emit Transfer(address(0), to, factors_.toTokensDown(units));
    }

    // ---------------------------------------------------------------- views

    /// @inheritdoc IConvertibleStock
    function isConverter(address converter) external view override returns (bool) {
        return _converters[converter].granted;
    }

    /// @inheritdoc ICommonStock
    function claimsOf(address converter) external view override returns (uint256) {
        return _converters[converter].claims;
    }

    /// @inheritdoc ICommonStock
    function unitsOf(address account) external view override returns (uint256) {
        return _units[account];
    }

    /// @inheritdoc ICommonStock
    function authorizedShares() external view override returns (uint256) {
        return _factors.toTokensDown(_authorized);
    }

    /// @inheritdoc ICommonStock
    function reservedShares() external view override returns (uint256) {
        return _factors.toTokensDown(_factors.reservedUp(_commitments.claims));
    }

    /// @inheritdoc ICommonStock
    function capitalization() external view override returns (uint256 issued, uint256 reserved, uint256 authorized) {
        return (_commitments.issued, _factors.reservedUp(_commitments.claims), _authorized);
    }

    /// @inheritdoc IConvertibleStock
    function factors() external view override returns (uint64, uint64, uint64, uint64) {
        Factors memory f = _factors;
        return (f.splitNumerator, f.splitDenominator, f.distributionNumerator, f.distributionDenominator);
    }

    /// @inheritdoc ICommonStock
    function splitFactor() external view override returns (uint64, uint64) {
        return (_factors.splitNumerator, _factors.splitDenominator);
    }

    /// @inheritdoc ICommonStock
    function distributionFactor() external view override returns (uint64, uint64) {
        return (_factors.distributionNumerator, _factors.distributionDenominator);
    }

    /// @inheritdoc ICommonStock
    function balanceOf(address account) public view override(ERC20, ICommonStock) returns (uint256) {
        return _factors.toTokensDown(_units[account]);
    }

    /// @inheritdoc IERC20
    function totalSupply() public view override(ERC20, IERC20) returns (uint256) {
        return _factors.toTokensDown(_commitments.issued);
    }

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

    // ---------------------------------------------------------------- inside

    /// @dev Reached by transfers alone, both addresses already known not to be zero: minting goes by units, and nothing burns.
    function _update(address from, address to, uint256 amount) internal override {
        Factors memory factors_ = _factors;
        uint256 held = _units[from];
        uint256 balance = factors_.toTokensDown(held);
        if (amount > balance) revert ERC20InsufficientBalance(from, balance, amount);

        // Within the balance the product is at most held · N, below 2^192, and the quotient at most what is held.
        uint256 moved = factors_.toUnitsUp(amount);
        _units[from] = held - moved;
        _units[to] += moved;
        emit Transfer(from, to, amount);
    }

    /// @dev OpenZeppelin's domains hold 31 bytes, and the full names of stock are often longer. `eip712Domain` tells which it is.
    function _domainName(string memory name_, string memory symbol_) private pure returns (string memory) {
        return bytes(name_).length < 32 ? name_ : symbol_;
    }

    /// @dev Replaces a claim among the caller's own; answers the sum of all claims, for the caller to store.
    function _replaceClaim(
        uint256 allClaims,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) private returns (uint256) {
        Converter storage converter = _converters[msg.sender];
        (bool granted, uint256 claims) = (converter.granted, converter.claims);
        if (!granted) revert NotAConverter(msg.sender);
        if (claimBefore > claims) revert NotEnoughClaimed(claimBefore, claims);
        if (fraction > claimAfter) revert FractionExceedsClaim(fraction, claimAfter);
        if (claimBefore == claimAfter) return allClaims;

        // Each converter's claims are part of all claims, so if these fit 128 bits, so do those.
        uint256 allClaimsAfter = (allClaims - claimBefore + claimAfter.toUint128()).toUint128();
        converter.claims = uint128(claims - claimBefore + claimAfter);
        return allClaimsAfter;
    }

    /// @dev All but the named fraction of the claims must fit the authorized; with it, 128 bits, so that a fraction named falsely
    /// can never make the issued overflow under another converter's conversion.
    function _requireRoomBut(uint256 fraction, uint256 claims, uint256 issued, Factors memory factors_) private view {
        (issued + factors_.reservedUp(claims)).toUint128();
        _requireRoom(issued + factors_.reservedUp(claims - fraction));
    }

    function _requireRoom(uint256 needed) private view {
        uint256 authorized = _authorized;
        if (needed > authorized) revert NotEnoughAuthorized(needed, authorized);
    }
}
