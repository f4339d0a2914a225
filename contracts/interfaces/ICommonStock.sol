// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {IConvertibleStock} from "./IConvertibleStock.sol";
import {IRecapitalization} from "./IRecapitalization.sol";

/// @title ICommonStock
/// @notice A company's common stock: an ERC-20 with permit whose balances, authorized and reserved shares all follow a split at once.
///
/// @dev Units. *Tokens* are ERC-20 amounts of today, 1e-18 of a share. *Original units* are 1e-27 of a share as shares stood before
/// any split; everything is stored in them, in 128 bits, and a split changes nothing that is stored. With split factor N/D,
///
///     tokens = floor(units · N / (D · 1e9))          units = ceil(tokens · D · 1e9 / N)
///
/// so every figure shown in tokens is floored, and what is asked for in tokens is rounded up when it is stored. One share is 1e27
/// units at 1/1; after 3:2 it is 2/3 of that rounded up, and shows as 1e18 tokens.
///
/// A *claim* is authorized stock reserved by a converter, in original units as shares stood before any distribution. With
/// distribution factor N/D the reserved shares are ceil(claims · N / D) original units.
///
/// Transfers. A transfer of `amount` moves ceil(amount · D · 1e9 / N) original units. If `amount` is within the sender's balance,
/// so is that, since what is stored is whole; nothing has to be capped. The receiver's balance rises by `amount` or, if the units
/// rounded up complete one token, by one more while N ≤ D · 1e9; the sender's falls likewise. The sum stored never changes.
/// `Transfer` shows the tokens asked for.
///
/// Allowances are in tokens of the day they are spent. A split changes none: an allowance of 100 tokens is one of 100
/// tokens after 2:1, which is then half as much of the company. Who wants it otherwise approves anew.
///
/// The cap. Whatever makes issued and reserved shares together grow must leave them within the authorized. A conversion that mints no
/// more than its claim gives up makes nothing grow and is never refused for the cap, whatever else the issuer or another
/// converter has done: this is what a reservation is for. One that mints more (overdue interest, charges) must find room.
///
/// A recapitalized stock. Most of this holds until the stock is replaced by a successor: see `IRecapitalization`.
///
/// Trust. A converter may mint within the cap for good, so the issuer grants that only to a contract whose rules it accepts. A converter
/// changes its own claims alone. What it names as `fraction` is believed up to the claim it takes: a converter that lies can take shares
/// above the cap, which dilutes as raising the cap would, and can take up all room for shares that nobody has reserved. It cannot use up another's
/// claim, nor block a conversion that needs no more than its claim.
interface ICommonStock is IConvertibleStock, IRecapitalization, IERC20Metadata, IERC20Permit {
    /// @notice Emitted when shares are split, combined or paid as a stock dividend.
    /// @param numerator New shares.
    /// @param denominator Old shares they replace.
    /// @param factorNumerator Cumulative split factor from now on, in lowest terms.
    /// @param factorDenominator The same, denominator.
    event Split(uint64 numerator, uint64 denominator, uint64 factorNumerator, uint64 factorDenominator);

    /// @notice Emitted when value distributed to the shareholders is recorded.
    /// @param numerator Value of a share before the distribution, to
    /// @param denominator its value after.
    /// @param factorNumerator Cumulative distribution factor from now on, in lowest terms.
    /// @param factorDenominator The same, denominator.
    /// @param description What was distributed.
    event Distribution(
        uint64 numerator,
        uint64 denominator,
        uint64 factorNumerator,
        uint64 factorDenominator,
        string description
    );

    /// @notice Emitted when the cap is set, first by the constructor (from zero). In tokens of today.
    event AuthorizedChanged(uint256 authorizedBefore, uint256 authorizedAfter);

    /// @notice Emitted when an address is given the power to reserve and to mint on conversion, for good.
    event ConversionGranted(address indexed converter);

    /// @notice A caller that is not the issuer, where only the issuer may act.
    error NotTheIssuer(address caller, address issuer);

    /// @notice A caller that has not been granted conversion.
    error NotAConverter(address caller);

    /// @notice A converter that has been granted conversion already.
    error AlreadyAConverter(address converter);

    /// @notice More converters than a stock can keep count of.
    error TooManyConverters(uint256 converters, uint256 most);

    /// @notice An address that can be neither issuer nor converter, or for which nobody else may exchange.
    error InvalidParty(address party);

    /// @notice A ratio that is not one of positive numbers, or of a split that changes nothing, or of a distribution below one.
    error InvalidRatio(uint64 numerator, uint64 denominator);

    /// @notice Issued and reserved shares that the authorized cannot hold. In original units.
    error NotEnoughAuthorized(uint256 needed, uint256 authorized);

    /// @notice A claim given up that is more than the caller holds. In original units before any distribution.
    error NotEnoughClaimed(uint256 claimBefore, uint256 claims);

    /// @notice A fraction larger than the claim it is said to be part of. In original units before any distribution.
    error FractionExceedsClaim(uint256 fraction, uint256 claimAfter);

    /// @notice Issues shares for value. Adjusts no conversion price.
    /// @dev Emits `Transfer` from zero. Requirements: the caller is the issuer; `to` is not zero; issued, new and reserved shares
    /// stay within the authorized.
    /// @param to Receiver.
    /// @param tokens Amount in tokens of today.
    function issue(address to, uint256 tokens) external;

    /// @notice Sets the number of authorized shares.
    /// @dev Emits `AuthorizedChanged`. Requirements: the caller is the issuer; if it is lowered, issued and reserved shares fit.
    /// @param tokens Authorized shares in tokens of today; stored rounded up to the original unit.
    function setAuthorized(uint256 tokens) external;

    /// @notice Splits (2:1), combines (1:10) or pays a stock dividend (11:10): so many new shares for so many old.
    /// @dev Emits `Split`. Balances, authorized and reserved shares and conversion prices follow at once; conversion before or after
    /// comes to the same stored units. Requirements: the caller is the issuer; both positive and different; the cumulative
    /// factor in lowest terms fits 64 bits over 64 bits (`RatioTooLarge`).
    /// @param numerator New shares.
    /// @param denominator Old shares they replace.
    function split(uint64 numerator, uint64 denominator) external;

    /// @notice Records value distributed to the shareholders, which lowers conversion prices by denominator/numerator and raises the
    /// reserved shares by its inverse.
    /// @dev Emits `Distribution`. Example: shares worth 1.00 pay out 0.20, a ratio of 5:4; a price of 0.05 becomes 0.04.
    /// Requirements: the caller is the issuer; numerator not below denominator, denominator above zero; the authorized holds the issued and
    /// the raised reserved shares; the cumulative factor fits as for `split`.
    /// @param numerator Value of a share before the distribution, to
    /// @param denominator its value after.
    /// @param description What was distributed.
    function recordDistribution(uint64 numerator, uint64 denominator, string calldata description) external;

    /// @notice Gives an address the power to reserve authorized shares and to mint on conversion. It cannot be taken back.
    /// @dev Emits `ConversionGranted`. Requirements: the caller is the issuer; not zero; not granted before; at most sixteen in all.
    /// @param converter The notes contract.
    function grantConversion(address converter) external;

    /// @inheritdoc IConvertibleStock
    function balanceOf(address account) external view override(IConvertibleStock, IERC20) returns (uint256);

    /// @notice What an account holds, exact, in original units.
    function unitsOf(address account) external view returns (uint256);

    /// @notice Claims of one converter, in original units before any distribution; none once they have passed to a successor.
    function claimsOf(address converter) external view returns (uint256);

    /// @notice Authorized shares in tokens of today, floored.
    function authorizedShares() external view returns (uint256);

    /// @notice Reserved shares in tokens of today, floored.
    function reservedShares() external view returns (uint256);

    /// @notice What stands against the cap, exact, in original units.
    /// @return issued Sum of what all accounts hold.
    /// @return reserved Sum of all claims at the present distribution factor, rounded up once.
    /// @return authorized The cap.
    function capitalization() external view returns (uint256 issued, uint256 reserved, uint256 authorized);

    /// @notice The split factor with 18 decimals, floored: what relates `unitsOf` to tokens. `balanceOf` has it in already.
    /// @dev tokens = floor(units · multiplier / 1e27), but for what its floor loses; `splitFactor` is exact. The name is ERC-8056's, of which
    /// this view alone is spoken. There balances stay as they were before all splits, and whoever shows them multiplies; here balances, supply,
    /// transfers and allowances are in tokens of today, and multiplying them again would be wrong. So that nobody takes this for a stock to scale,
    /// neither that standard's event nor its ERC-165 identifier is here.
    function uiMultiplier() external view returns (uint256);

    /// @notice Cumulative split factor, in lowest terms: shares of today for one share before any split. Of a recapitalized stock, as it last was.
    function splitFactor() external view returns (uint64 numerator, uint64 denominator);

    /// @notice Cumulative distribution factor, in lowest terms, at least one. Of a recapitalized stock, as it last was.
    function distributionFactor() external view returns (uint64 numerator, uint64 denominator);
}
