// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "./interfaces/ICalendar.sol";
import {CivilDate} from "./libraries/CivilDate.sol";

/// @title UTCCalendar
/// @notice Days of Coordinated Universal Time, each a business day.
contract UTCCalendar is ICalendar {
    /// @inheritdoc ICalendar
    function dateOf(uint256 timestamp) external pure returns (uint24 day) {
        return CivilDate.toDay(timestamp / 1 days);
    }

    /// @inheritdoc ICalendar
    function startOf(uint24 day) external pure returns (uint256 timestamp) {
        return uint256(day) * 1 days;
    }

    /// @inheritdoc ICalendar
    function isBusinessDay(uint24) external pure returns (bool) {
        return true;
    }

    /// @inheritdoc ICalendar
    function roll(uint24 day) external pure returns (uint24) {
        return day;
    }
}
