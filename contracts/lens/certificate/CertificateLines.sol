// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// what it writes is full of double quotes
// solhint-disable quotes

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {LibString} from "solady/src/utils/LibString.sol";

import {Figures} from "./Figures.sol";
import {PlainText} from "./PlainText.sol";

/// @notice How a line is set. The first two begin where they stand, the others are centred there.
enum Style {
    Plain,
    Label,
    Middle,
    Bold,
    Accent,
    Spaced
}

/// @notice A line of text: where its baseline stands, and how large it is unless it must shrink to fit a width.
struct Line {
    string text;
    Style style;
    uint256 x;
    uint256 y;
    uint256 size;
    uint256 width;
}

/// @notice The lines set so far.
struct Page {
    Line[] lines;
    uint256 count;
}

/// @title CertificateLines
/// @notice Sets lines of text as SVG. No line is wider than its place, and every text is escaped.
library CertificateLines {
    function blank(uint256 most) internal pure returns (Page memory page) {
        page.lines = new Line[](most);
    }

    function set(
        Page memory page,
        string memory text,
        Style style,
        uint256 x,
        uint256 y,
        uint256 size,
        uint256 width
    ) internal pure {
        page.lines[page.count++] = Line(text, style, x, y, size, width);
    }

    function svgOf(Page memory page) internal pure returns (string memory svg) {
        for (uint256 i; i < page.count; ++i) {
            Line memory line = page.lines[i];
            uint256 tenths = Math.min(line.size * 10, (line.width * 1000) / PlainText.widthOf(line.text));
            string memory opening = string.concat(
                '<text x="',
                Strings.toString(line.x),
                '" y="',
                Strings.toString(line.y),
                '" font-size="',
                Figures.decimal(tenths, 1, 0),
                _attributesOf(line.style)
            );
            svg = string.concat(svg, opening, LibString.escapeHTML(line.text), "</text>");
        }
    }

    function _attributesOf(Style style) private pure returns (string memory) {
        if (style == Style.Plain) return '">';
        if (style == Style.Label) return '" font-style="italic" fill="#5b554c">';
        if (style == Style.Middle) return '" text-anchor="middle">';
        if (style == Style.Bold) return '" text-anchor="middle" font-weight="bold">';
        if (style == Style.Accent) return '" text-anchor="middle" font-weight="bold" fill="currentColor">';
        return '" text-anchor="middle" letter-spacing="12">';
    }
}
