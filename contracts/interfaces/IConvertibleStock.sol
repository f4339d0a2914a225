// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title IConvertibleStock
/// @notice What a note needs of the stock it converts into.
/// @dev Two units are used. *Tokens* are ERC-20 amounts of today, 18 decimals. *Original units* are 1e-27 of a share as shares stood
/// before any split: balances, the authorized and the reserved are kept in them, and a split changes none. A *claim* is
/// in original units before any distribution as well: shares reserved by a claim grow with the distribution factor.
interface IConvertibleStock {
    /// @notice Whether stock may be reserved and minted by an address, for good.
    function isConverter(address converter) external view returns (bool);

    /// @notice The company whose stock it is.
    function issuer() external view returns (address);

    /// @notice Tokens held, floored.
    function balanceOf(address account) external view returns (uint256);

    /// @notice Both cumulative factors, exact, in lowest terms, 1/1 at first.
    function factors()
        external
        view
        returns (
            uint64 splitNumerator,
            uint64 splitDenominator,
            uint64 distributionNumerator,
            uint64 distributionDenominator
        );

    /// @notice Where a conversion mints today: this stock, or the last of its successors. `factors` are of that stock too.
    function convertsInto() external view returns (address);

    /// @notice Replaces one claim of the caller on authorized stock by another.
    /// @dev Requirements: the caller is a converter; if the claim grows, issued shares and those reserved by all claims but `fraction` stay
    /// within the authorized.
    /// @param claimBefore Claim given up.
    /// @param claimAfter Claim taken.
    /// @param fraction Part of `claimAfter` beyond whole shares, which can never be converted and so does not count against the cap;
    /// at most `claimAfter`.
    function reserve(uint256 claimBefore, uint256 claimAfter, uint256 fraction) external;

    /// @notice Mints converted shares and replaces the caller's claim, at once.
    /// @dev Requirements: the caller is a converter; if issued and reserved shares together grow, issued shares and those reserved by all
    /// claims but `fraction` stay within the authorized. Shares minted out of the claim are never refused for the cap.
    /// @param to Receiver.
    /// @param units Original units to mint.
    /// @param claimBefore Claim given up.
    /// @param claimAfter Claim taken.
    /// @param fraction As in `reserve`.
    function issueOnConversion(
        address to,
        uint256 units,
        uint256 claimBefore,
        uint256 claimAfter,
        uint256 fraction
    ) external;
}
