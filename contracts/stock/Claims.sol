// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICommonStock} from "../interfaces/ICommonStock.sol";
import {IConvertibleStock} from "../interfaces/IConvertibleStock.sol";
import {IRecapitalization} from "../interfaces/IRecapitalization.sol";
import {StockUnits} from "../libraries/StockUnits.sol";
import {ShareLedger} from "./ShareLedger.sol";
import {Factors} from "../types/Factors.sol";

/// @title Claims
/// @notice What converters have reserved of the authorized shares, and what they mint.
/// @dev A claim is stored once, with its converter; all claims are their sum. A claim that shrinks touches that one slot. One that grows
/// also reads the factors and the capital, and a conversion writes the capital and the receiver's units. Only where several converters
/// have been granted are the claims of the others read, and by a conversion only if it mints more than it gives up.
abstract contract Claims is ShareLedger {
    using SafeCast for uint256;
    using StockUnits for Factors;

    // slot: the grant is read with the claims it allows, and with whether they are all there are
    struct Converter {
        bool granted;
        bool alone;
        uint128 claims;
    }

    uint256 private constant MOST_CONVERTERS = 16;

    mapping(address account => Converter) private _converters;
    address[] private _granted;

    /// @inheritdoc IConvertibleStock
    function reserve(uint256 claimBefore, uint256 claimAfter, uint256 fraction) external override {
        _reserve(msg.sender, claimBefore, claimAfter, fraction);
    }

    /// @inheritdoc IConvertibleStock
    function issueOnConversion(
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external override {
        _issueOnConversion(msg.sender, to, units, claimBefore, claimAfter, fraction);
    }

    // ---------------------------------------------------------------- views

    /// @inheritdoc IConvertibleStock
    function factors() external view override returns (uint64, uint64, uint64, uint64) {
        (uint64 n, uint64 d) = (_factors.splitNumerator, _factors.splitDenominator);
        if (d == 0) return IConvertibleStock(successor).factors();
        return (n, d, _factors.distributionNumerator, _factors.distributionDenominator);
    }

    /// @inheritdoc IConvertibleStock
    function convertsInto() external view override returns (address) {
        return _factors.splitDenominator == 0 ? IConvertibleStock(successor).convertsInto() : address(this);
    }

    /// @inheritdoc IConvertibleStock
    function isConverter(address converter) external view override returns (bool) {
        if (successor != address(0)) return IConvertibleStock(successor).isConverter(converter);
        return _converters[converter].granted;
    }

    /// @inheritdoc ICommonStock
    function claimsOf(address converter) external view override returns (uint256) {
        return _converters[converter].claims;
    }

    /// @inheritdoc ICommonStock
    function authorizedShares() external view override returns (uint256) {
        return _shownFactors().toTokensDown(_capital.authorized);
    }

    /// @inheritdoc ICommonStock
    function reservedShares() external view override returns (uint256) {
        Factors memory shown = _shownFactors();
        return shown.toTokensDown(shown.reservedUp(_allClaims()));
    }

    /// @inheritdoc ICommonStock
    function capitalization() external view override returns (uint256 issued, uint256 reserved, uint256 authorized) {
        return (_capital.issued, _shownFactors().reservedUp(_allClaims()), _capital.authorized);
    }

    // ---------------------------------------------------------------- inside

    function _grant(address account) internal {
        if (_converters[account].granted) revert AlreadyAConverter(account);
        uint256 count = _granted.length;
        if (count == MOST_CONVERTERS) revert TooManyConverters(count + 1, MOST_CONVERTERS);
        if (count == 1) _converters[_granted[0]].alone = false;
        _converters[account] = Converter({granted: true, alone: count == 0, claims: 0});
        _granted.push(account);
        emit ConversionGranted(account);
    }

    /// @dev Hands over every grant and claim; none is left.
    function _surrenderClaims() internal returns (address[] memory accounts, uint128[] memory claims) {
        accounts = _granted;
        claims = new uint128[](accounts.length);
        for (uint256 i; i < accounts.length; ++i) {
            claims[i] = _converters[accounts[i]].claims;
            delete _converters[accounts[i]];
        }
        delete _granted;
    }

    /// @dev Where nothing is claimed yet.
    function _takeClaims(address[] calldata accounts, uint128[] calldata claims) internal {
        for (uint256 i; i < accounts.length; ++i) {
            if (!_converters[accounts[i]].granted) _grant(accounts[i]);
            _converters[accounts[i]].claims = claims[i];
        }
    }

    function _reserve(address account, uint256 claimBefore, uint256 claimAfter, uint256 fraction) internal {
        Converter memory converter = _converters[account];
        if (!converter.granted) {
            IRecapitalization next = _successorFor(account);
            if (claimAfter > claimBefore) revert StockRecapitalized(address(next));
            return next.reserveFor(account, claimBefore, claimAfter, fraction);
        }
        uint256 claims = _replacedClaim(converter.claims, claimBefore, claimAfter, fraction);
        if (claimBefore == claimAfter) return;

        // A claim that shrinks needs no room: it may be given back even where a cap has no room left.
        if (claimAfter > claimBefore) {
            _requireRoomBut(fraction, _allClaims(converter) - converter.claims + claims, _capital, _factors);
        }
        _converters[account].claims = uint128(claims);
    }

    function _issueOnConversion(
        address account,
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) internal {
        if (to == address(0)) revert ERC20InvalidReceiver(to);
        Converter memory converter = _converters[account];
        if (!converter.granted) {
            IRecapitalization next = _successorFor(account);
            return next.issueOnConversionFor(account, to, units, claimBefore, claimAfter, fraction);
        }
        Factors memory factors_ = _factors;
        Capital memory capital = _capital;
        uint256 claims = _replacedClaim(converter.claims, claimBefore, claimAfter, fraction);
        uint256 issued = uint256(capital.issued) + units.toUint128();

        // No look at the cap if what is minted comes out of the claim: reserved shares are the holder's already.
        if (!factors_.covers(claimBefore, claimAfter, units)) {
            uint256 allBefore = _allClaims(converter);
            uint256 allAfter = allBefore - converter.claims + claims;
            bool grows = issued + factors_.reservedUp(allAfter) > capital.issued + factors_.reservedUp(allBefore);
            capital.issued = issued.toUint128();
            if (grows) _requireRoomBut(fraction, allAfter, capital, factors_);
        }

        if (claimBefore != claimAfter) _converters[account].claims = uint128(claims);
        _capital.issued = uint128(issued);
        _units[to] += units;
        emit Transfer(address(0), to, factors_.toTokensDown(units));
    }

    /// @dev All claims, of all converters.
    function _allClaims() internal view returns (uint256 claims) {
        uint256 count = _granted.length;
        for (uint256 i; i < count; ++i) claims += _converters[_granted[i]].claims;
    }

    function _requireRoom(uint256 needed, uint256 authorized) internal pure {
        if (needed > authorized) revert NotEnoughAuthorized(needed, authorized);
    }

    /// @dev The same, where the converter just read may be the only one.
    function _allClaims(Converter memory converter) private view returns (uint256) {
        return converter.alone ? converter.claims : _allClaims();
    }

    /// @dev A converter unknown here is one of the successor, if there is any.
    function _successorFor(address account) private view returns (IRecapitalization) {
        address successor_ = successor;
        if (successor_ == address(0)) revert NotAConverter(account);
        return IRecapitalization(successor_);
    }

    /// @dev What a converter's claims come to with one in another's place. If all claims fit 128 bits, so do these.
    function _replacedClaim(
        uint256 claims,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) private pure returns (uint256) {
        if (claimBefore > claims) revert NotEnoughClaimed(claimBefore, claims);
        if (fraction > claimAfter) revert FractionExceedsClaim(fraction, claimAfter);
        return claims - claimBefore + claimAfter.toUint128();
    }

    /// @dev All but the named fraction of the claims must fit the authorized; with it, 128 bits, so that a fraction named falsely
    /// can never make the issued overflow under another converter's conversion.
    function _requireRoomBut(
        uint256 fraction,
        uint256 claims,
        Capital memory capital,
        Factors memory factors_
    ) private pure {
        (capital.issued + factors_.reservedUp(claims)).toUint128();
        _requireRoom(capital.issued + factors_.reservedUp(claims - fraction), capital.authorized);
    }
}
