// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {CivilDate} from "./CivilDate.sol";

/// @title NewYorkHolidays
/// @notice The public holidays of New York, General Construction Law section 24.
library NewYorkHolidays {
    uint256 private constant SUNDAY = 0;
    uint256 private constant MONDAY = 1;
    uint256 private constant TUESDAY = 2;
    uint256 private constant THURSDAY = 4;

    uint256 private constant FIRST_DAY_OF_2021 = 18_628;

    /// @notice Whether a day is a public holiday.
    /// @dev One of a fixed date that falls on a Sunday is kept on Monday too; one that falls on a Saturday stays there.
    /// The list is today's for every year, but for Juneteenth, which begins in 2021.
    function isPublicHoliday(uint24 day) internal pure returns (bool) {
        (, uint256 month, uint256 date) = CivilDate.dateOf(day);
        uint256 weekday = CivilDate.weekdayOf(day);
        // New Year, Martin Luther King
        if (month == 1) return _isFixed(date, weekday, 1) || _isNth(date, weekday, 3, MONDAY);
        // Lincoln, Washington
        if (month == 2) return _isFixed(date, weekday, 12) || _isNth(date, weekday, 3, MONDAY);
        // Memorial, the last Monday
        if (month == 5) return weekday == MONDAY && date > 24;
        // Juneteenth, Flag
        if (month == 6) {
            if (_isFixed(date, weekday, 19)) return day >= FIRST_DAY_OF_2021;
            return _isNth(date, weekday, 2, SUNDAY);
        }
        // Independence
        if (month == 7) return _isFixed(date, weekday, 4);
        // Labor
        if (month == 9) return _isNth(date, weekday, 1, MONDAY);
        // Columbus
        if (month == 10) return _isNth(date, weekday, 2, MONDAY);
        // Veterans, Thanksgiving, and Election, the Tuesday after the first Monday
        if (month == 11) {
            if (_isFixed(date, weekday, 11) || _isNth(date, weekday, 4, THURSDAY)) return true;
            return weekday == TUESDAY && date > 1 && date < 9;
        }
        // Christmas
        if (month == 12) return _isFixed(date, weekday, 25);
        return false;
    }

    /// @dev A holiday of a fixed date, or the Monday after if that is a Sunday.
    function _isFixed(uint256 date, uint256 weekday, uint256 fixedDate) private pure returns (bool) {
        return date == fixedDate || (date == fixedDate + 1 && weekday == MONDAY);
    }

    /// @dev The nth such weekday of a month lies among its days 7n − 6 to 7n.
    function _isNth(uint256 date, uint256 weekday, uint256 nth, uint256 which) private pure returns (bool) {
        return weekday == which && date + 6 >= 7 * nth && date <= 7 * nth;
    }
}
