// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {CivilDate} from "../../libraries/CivilDate.sol";
import {Ratio} from "../../libraries/Ratio.sol";
import {PlainText} from "./PlainText.sol";

/// @title Figures
/// @notice Numbers and dates as a certificate writes them: exact, thousands apart.
library Figures {
    uint256 private constant _RATE_DECIMALS = 6;

    /// @notice An amount in smallest units. Cents always, where the currency has them; further decimals as needed; zero as "0".
    /// @dev Example: 203323700000 with 6 decimals is "203,323.70".
    function money(uint256 units, uint256 decimals) internal pure returns (string memory) {
        return units == 0 ? "0" : decimal(units, decimals, Math.min(2, decimals));
    }

    /// @notice A price in smallest units per share, as money if a finite decimal holds it, else as a fraction in lowest terms.
    /// @dev With the denominator 2^a · 5^b · c in lowest terms a finite decimal does just if c is 1, and max(a, b) more decimals are
    /// enough. A numerator of 96 bits and a denominator of 32 keep numerator · 10^31 within 256. Example: 50000/1 with 6 decimals is
    /// "0.05"; 100000/3, which is 0.1/3, is "1/30".
    function price(uint256 numerator, uint256 denominator, uint256 decimals) internal pure returns (string memory) {
        (numerator, denominator) = _lowest(numerator, denominator);
        (uint256 rest, uint256 twos) = _takeOut(denominator, 2);
        uint256 fives;
        (rest, fives) = _takeOut(rest, 5);
        if (rest == 1) {
            uint256 more = Math.max(twos, fives);
            return decimal((numerator * 10 ** more) / denominator, decimals + more, Math.min(2, decimals));
        }
        (numerator, denominator) = _lowest(numerator, denominator * 10 ** decimals);
        return string.concat(Strings.toString(numerator), "/", Strings.toString(denominator));
    }

    /// @notice A rate scaled by 1e8, in percent. Example: 7750000 is "7.75%".
    function percent(uint256 rate) internal pure returns (string memory) {
        return string.concat(decimal(rate, _RATE_DECIMALS, 0), "%");
    }

    /// @notice A day as a date. Example: 12417 is "December 31, 2003".
    function date(uint24 day) internal pure returns (string memory) {
        (uint256 year, uint256 month, uint256 dayOfMonth) = CivilDate.dateOf(day);
        string[12] memory months = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December"
        ];
        return string.concat(months[month - 1], " ", Strings.toString(dayOfMonth), ", ", Strings.toString(year));
    }

    /// @notice units / 10^decimals, at least so many decimals, no zeros after them.
    function decimal(uint256 units, uint256 decimals, uint256 least) internal pure returns (string memory) {
        while (decimals > least && units % 10 == 0) (units, decimals) = (units / 10, decimals - 1);
        bytes memory digits = bytes(Strings.toString(units));
        while (digits.length <= decimals) digits = abi.encodePacked("0", digits);
        uint256 whole = digits.length - decimals;
        string memory written = _grouped(PlainText.slice(string(digits), 0, whole));
        if (decimals == 0) return written;
        return string.concat(written, ".", PlainText.slice(string(digits), whole, digits.length));
    }

    function _grouped(string memory digits) private pure returns (string memory grouped) {
        uint256 end = bytes(digits).length;
        while (end > 3) {
            grouped = string.concat(",", PlainText.slice(digits, end - 3, end), grouped);
            end -= 3;
        }
        return string.concat(PlainText.slice(digits, 0, end), grouped);
    }

    function _lowest(uint256 numerator, uint256 denominator) private pure returns (uint256, uint256) {
        uint256 divisor = Ratio.greatestCommonDivisor(numerator, denominator);
        return (numerator / divisor, denominator / divisor);
    }

    function _takeOut(uint256 number, uint256 factor) private pure returns (uint256 rest, uint256 times) {
        for (rest = number; rest % factor == 0; ++times) rest /= factor;
    }
}
