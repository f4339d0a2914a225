// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title PlainText
/// @notice Text that a stranger wrote, to be set in one line of a certificate: Latin letters, punctuation, signs of currencies. Nothing
/// that is not UTF-8, breaks a line, is not seen, or turns the direction of what follows it.
library PlainText {
    /// @dev Widths of the characters from U+0020 to U+007E in a wide bold serif, in hundredths of the size of the type.
    bytes private constant _WIDTHS =
        hex"232c355446605b1f30303554232a23254646464646464646464625255454543b"
        hex"644e5550574d47565f2f3057476f5c584c5854494b584e714e484930253054323241463d46402c46"
        hex"49262546266a4943464635392f493b573c3b3941254154";

    /// @dev As wide as any other that `read` lets through.
    uint256 private constant _WIDEST = 120;

    bytes private constant _ELLIPSIS = unicode"…";

    /// @notice The text in `data` from `start` to `end`, cut to `most` characters with an ellipsis; empty if it is no plain text, or
    /// begins or ends with a space.
    /// @dev `end` may lie beyond `data` if `most` characters are sure to end before it does.
    function read(bytes memory data, uint256 start, uint256 end, uint256 most) internal pure returns (string memory) {
        if (start == end || data[start] == " ") return "";
        uint256 place = start;
        uint256 lastFits = start;
        for (uint256 count; place < end; ++count) {
            if (count == most) return string.concat(slice(string(data), start, lastFits), string(_ELLIPSIS));
            if (count + 1 == most) lastFits = place;
            uint256 size = _sizeAt(data, place, end);
            if (size == 0) return "";
            place += size;
        }
        return data[end - 1] == " " ? "" : slice(string(data), start, end);
    }

    /// @notice How wide a line of text is, at most, in hundredths of the size of its type and a little more, so never nothing.
    function widthOf(string memory text) internal pure returns (uint256 width) {
        width = 1;
        bytes memory widths = _WIDTHS;
        for (uint256 i; i < bytes(text).length; ++i) {
            uint256 unit = uint8(bytes(text)[i]);
            if (unit < 0x7f) width += uint8(widths[unit - 0x20]);
            else if (unit >= 0xc0) width += _WIDEST;
        }
    }

    /// @notice Bytes `start` to `end` of a text.
    function slice(string memory text, uint256 start, uint256 end) internal pure returns (string memory) {
        bytes memory part = new bytes(end - start);
        for (uint256 i; i < part.length; ++i) part[i] = bytes(text)[start + i];
        return string(part);
    }

    /// @dev Bytes of the character at `place`; zero if it is not let through.
    function _sizeAt(bytes memory data, uint256 place, uint256 end) private pure returns (uint256) {
        uint256 lead = uint8(data[place]);
        if (lead < 0x80) return lead >= 0x20 && lead != 0x7f ? 1 : 0;
        if (lead >= 0xc2 && lead <= 0xc5) {
            if (end - place < 2 || !_continues(data[place + 1])) return 0;
            return _isLatin(_join(lead & 0x1f, data[place + 1])) ? 2 : 0;
        }
        if (lead != 0xe2 || end - place < 3 || !_continues(data[place + 1]) || !_continues(data[place + 2])) return 0;
        return _isSign(_join(_join(lead & 0x0f, data[place + 1]), data[place + 2])) ? 3 : 0;
    }

    function _continues(bytes1 unit) private pure returns (bool) {
        return unit & 0xc0 == 0x80;
    }

    function _join(uint256 before, bytes1 unit) private pure returns (uint256) {
        return (before << 6) | (uint8(unit) & 0x3f);
    }

    /// @dev Latin-1 and Latin Extended-A, but for controls, the unseen space and the soft hyphen.
    function _isLatin(uint256 point) private pure returns (bool) {
        return point > 0xa0 && point != 0xad;
    }

    /// @dev Dashes, quotation marks, daggers, dots; signs of currencies.
    function _isSign(uint256 point) private pure returns (bool) {
        return (point >= 0x2010 && point <= 0x2027) || (point >= 0x20a0 && point <= 0x20cf);
    }
}
