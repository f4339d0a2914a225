// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICommonStock} from "../interfaces/ICommonStock.sol";
import {ICommonStockFactory} from "../interfaces/ICommonStockFactory.sol";
import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {Estate, IRecapitalization} from "../interfaces/IRecapitalization.sol";
import {Ratio} from "../libraries/Ratio.sol";
import {StockUnits} from "../libraries/StockUnits.sol";
import {Claims} from "./Claims.sol";
import {Factors} from "../types/Factors.sol";

/// @title Recapitalization
/// @notice A stock hands on what it is to a successor, and its shares are exchanged for the successor's.
abstract contract Recapitalization is Claims {
    using SafeCast for uint256;
    using StockUnits for Factors;

    uint8 private constant MOST_GENERATIONS = 8;

    /// @inheritdoc IConvertibleStock
    address public immutable override issuer;

    /// @inheritdoc IRecapitalization
    address public immutable override factory = msg.sender;

    /// @inheritdoc IRecapitalization
    address public override predecessor;

    /// @inheritdoc IRecapitalization
    uint8 public override generation = 1;

    modifier onlyIssuer() {
        if (msg.sender != issuer) revert NotTheIssuer(msg.sender, issuer);
        _;
    }

    modifier onlyPredecessor() {
        if (msg.sender != predecessor) revert NotThePredecessor(msg.sender, predecessor);
        _;
    }

    constructor(address issuer_) {
        if (issuer_ == address(0)) revert InvalidParty(issuer_);
        issuer = issuer_;
    }

    /// @inheritdoc IRecapitalization
    function recapitalize(address successor_, uint64 numerator, uint64 denominator) external override onlyIssuer {
        // Check:
        Factors memory factors_ = _factorsInForce();
        if (numerator == 0 || denominator == 0) revert InvalidRatio(numerator, denominator);
        _requireVouchedFor(successor_);
        address issuerOfSuccessor = ICommonStock(successor_).issuer();
        if (issuerOfSuccessor != issuer) revert IssuersDiffer(issuer, issuerOfSuccessor);
        (factors_.splitNumerator, factors_.splitDenominator) = Ratio.product(
            factors_.splitNumerator,
            factors_.splitDenominator,
            numerator,
            denominator
        );

        // Effect:
        _freeze(successor_);
        (address[] memory converters, uint128[] memory claims) = _surrenderClaims();
        emit Recapitalized(successor_, numerator, denominator);

        // Interaction:
        IRecapitalization(successor_).takeOver(Estate(factors_, generation + 1, _capital.issued, converters, claims));
    }

    /// @inheritdoc IRecapitalization
    /// @dev That the issuers are the same has been seen to by the caller, which is of this code.
    function takeOver(Estate calldata estate) external override {
        // Check:
        _requireVouchedFor(msg.sender);
        Factors memory factorsBefore = _factorsInForce();
        Factors memory factors_ = estate.factors;
        uint256 claimed = _allClaims();
        if (_capital.issued != 0 || claimed != 0 || predecessor != address(0)) {
            revert SuccessorInUse(_capital.issued, claimed, predecessor);
        }
        if (estate.generation > MOST_GENERATIONS) revert TooManyGenerations(estate.generation, MOST_GENERATIONS);
        uint256 authorized = factors_.toUnitsUp(factorsBefore.toTokensDown(_capital.authorized)).toUint128();

        // Effect:
        (predecessor, generation) = (msg.sender, estate.generation);
        _takeClaims(estate.converters, estate.claims);
        _requireRoom(estate.issued + factors_.reservedUp(_allClaims()), authorized);
        _factors = factors_;
        _capital = Capital(uint128(estate.issued), uint128(authorized));
        _units[msg.sender] = estate.issued;
        emit Succeeded(
            msg.sender,
            factors_.splitNumerator,
            factors_.splitDenominator,
            factors_.distributionNumerator,
            factors_.distributionDenominator
        );
        emit Transfer(address(0), msg.sender, factors_.toTokensDown(estate.issued));
    }

    // ---------------------------------------------------------------- exchange

    /// @inheritdoc IRecapitalization
    function exchange(uint256 units) external override {
        _exchange(msg.sender, msg.sender, units == type(uint256).max ? _units[msg.sender] : units);
    }

    /// @inheritdoc IRecapitalization
    function exchangeFor(address holder) external override {
        if (holder == predecessor) revert InvalidParty(holder);
        _exchange(holder, holder, _units[holder]);
    }

    /// @inheritdoc IRecapitalization
    function deliver(address to, uint256 units) external override onlyPredecessor {
        if (successor != address(0)) return _exchange(msg.sender, to, units);
        _units[msg.sender] -= units;
        _units[to] += units;
        emit Transfer(msg.sender, to, _factors.toTokensDown(units));
    }

    // ---------------------------------------------------------------- for those who call the predecessor

    /// @inheritdoc IRecapitalization
    function reserveFor(
        address converter,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external override onlyPredecessor {
        _reserve(converter, claimBefore, claimAfter, fraction);
    }

    /// @inheritdoc IRecapitalization
    function issueOnConversionFor(
        address converter,
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external override onlyPredecessor {
        _issueOnConversion(converter, to, units, claimBefore, claimAfter, fraction);
    }

    // ---------------------------------------------------------------- inside

    function _exchange(address holder, address receiver, uint256 units) private {
        if (successor == address(0)) revert NotRecapitalized(address(this));
        uint256 held = _units[holder];
        if (units > held) revert NotEnoughHeld(units, held);

        _units[holder] = held - units;
        _capital.issued -= uint128(units);
        emit Transfer(holder, address(0), _shownFactors().toTokensDown(units));
        emit Exchanged(holder, receiver, units);
        IRecapitalization(successor).deliver(receiver, units);
    }

    /// @dev Whatever made this stock is asked as nobody knows it: one without code or without answer vouches for nothing.
    function _requireVouchedFor(address stock) private view {
        // solhint-disable-next-line avoid-low-level-calls
        (bool answered, bytes memory answer) = factory.staticcall(abi.encodeCall(ICommonStockFactory.isStock, (stock)));
        if (!answered || answer.length != 32 || uint256(bytes32(answer)) != 1) revert NotVouchedFor(stock, factory);
    }
}
