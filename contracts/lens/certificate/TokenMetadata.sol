// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {PlainText} from "./PlainText.sol";

/// @title TokenMetadata
/// @notice What a token says of itself, taken as anybody's word: it may revert, burn gas, answer at any length, or answer nonsense.
library TokenMetadata {
    uint256 private constant _GAS = 100_000;
    uint256 private constant _HEADER = 64;
    uint256 private constant _LONGEST_CHARACTER = 3;

    uint256 private constant _SYMBOL_CHARACTERS = 12;
    uint256 private constant _NAME_CHARACTERS = 48;

    /// @dev Beyond this a decimal says less than the smallest unit does.
    uint256 private constant _MOST_DECIMALS = 36;

    /// @notice The symbol, or the address shortened.
    function symbolOf(address token) internal view returns (string memory symbol) {
        symbol = _text(token, IERC20Metadata.symbol.selector, _SYMBOL_CHARACTERS);
        if (bytes(symbol).length == 0) symbol = shortened(token);
    }

    /// @notice The name, or nothing.
    function nameOf(address token) internal view returns (string memory) {
        return _text(token, IERC20Metadata.name.selector, _NAME_CHARACTERS);
    }

    /// @notice The decimals, if they can be read and are of use.
    function decimalsOf(address token) internal view returns (bool known, uint256 decimals) {
        (bytes memory answer, uint256 length) = _ask(token, IERC20Metadata.decimals.selector, 32);
        if (length < 32) return (false, 0);
        decimals = uint256(bytes32(answer));
        return decimals > _MOST_DECIMALS ? (false, 0) : (true, decimals);
    }

    /// @notice The first and last four digits of an address.
    function shortened(address account) internal pure returns (string memory) {
        string memory whole = Strings.toChecksumHexString(account);
        return string.concat(PlainText.slice(whole, 0, 6), unicode"…", PlainText.slice(whole, 38, 42));
    }

    /// @dev One word is a bytes32 that ends at its first zero byte; anything longer, a string as the ABI encodes it.
    function _text(address token, bytes4 selector, uint256 most) private view returns (string memory) {
        (bytes memory answer, uint256 length) = _ask(token, selector, _HEADER + _LONGEST_CHARACTER * (most + 1));
        uint256 start = 0;
        uint256 end = 0;
        if (length == 32) {
            while (end < 32 && answer[end] != 0) ++end;
        } else if (length >= _HEADER && _word(answer, 0) == 32 && _word(answer, 32) <= length - _HEADER) {
            start = _HEADER;
            end = _HEADER + _word(answer, 32);
        }
        return PlainText.read(answer, start, end, most);
    }

    /// @dev `answer` is cut at `most` bytes; `length` is of what was answered, zero if the call failed.
    function _ask(
        address token,
        bytes4 selector,
        uint256 most
    ) private view returns (bytes memory answer, uint256 length) {
        answer = new bytes(most);
        assembly ("memory-safe") {
            mstore(0, selector)
            if staticcall(_GAS, token, 0, 4, 0, 0) {
                length := returndatasize()
                let copied := length
                if gt(copied, most) {
                    copied := most
                }
                returndatacopy(add(answer, 32), 0, copied)
            }
        }
    }

    function _word(bytes memory data, uint256 offset) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := mload(add(add(data, 32), offset))
        }
    }
}
