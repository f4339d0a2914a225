// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICalendar} from "../../interfaces/ICalendar.sol";

/// @title SetCalendar
/// @notice A calendar over another whose clock is set by hand, so that the many days of a note's life fit one call.
contract SetCalendar is ICalendar {
    ICalendar private immutable _calendar;
    uint24 private _today;

    constructor(ICalendar calendar) {
        _calendar = calendar;
    }

    function set(uint256 timestamp) external {
        _today = _calendar.dateOf(timestamp);
    }

    /// @inheritdoc ICalendar
    function dateOf(uint256) external view returns (uint24 day) {
        return _today;
    }

    /// @inheritdoc ICalendar
    function startOf(uint24 day) external view returns (uint256 timestamp) {
        return _calendar.startOf(day);
    }

    /// @inheritdoc ICalendar
    function isBusinessDay(uint24 day) external view returns (bool) {
        return _calendar.isBusinessDay(day);
    }

    /// @inheritdoc ICalendar
    function roll(uint24 day) external view returns (uint24) {
        return _calendar.roll(day);
    }
}
