// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title ICalendar
/// @notice The one place where a second becomes a day, and a day a business day. Days count from 1970-01-01 (day 0) in the
/// calendar's own civil time. Implementations are pure and ownerless.
interface ICalendar {
    /// @notice The civil day on which a moment falls.
    /// @param timestamp Seconds since 1970-01-01T00:00:00Z.
    /// @return day Days since 1970-01-01, local.
    function dateOf(uint256 timestamp) external view returns (uint24 day);

    /// @notice The first second of a civil day.
    /// @param day Days since 1970-01-01, local.
    /// @return timestamp Seconds since 1970-01-01T00:00:00Z.
    function startOf(uint24 day) external view returns (uint256 timestamp);

    /// @notice Whether a day is neither a weekend nor a public holiday.
    function isBusinessDay(uint24 day) external view returns (bool);

    /// @notice The day itself if it is a business day, else the next that is.
    /// @dev General Construction Law section 25.
    function roll(uint24 day) external view returns (uint24);
}
