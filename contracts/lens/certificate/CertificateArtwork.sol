// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// what it writes is full of double quotes
// solhint-disable quotes

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {Terms} from "../../types/NoteTypes.sol";

/// @title CertificateArtwork
/// @notice What is engraved on a certificate whatever it says: the paper, the border, the rosettes, the seal's rim.
/// @dev The colour of the ink and the shape of the rosette come from the terms, so that two notes on the same terms look alike, and
/// others do not.
library CertificateArtwork {
    uint256 private constant _HUES = 360;
    uint256 private constant _NARROWEST = 70;
    uint256 private constant _WIDTHS = 90;

    string private constant _OPENING =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1000" height="1000" role="img" '
        "aria-labelledby=\"t d\" font-family=\"Palatino,'Palatino Linotype','Book Antiqua','DejaVu Serif',serif\" "
        'font-variant-numeric="lining-nums" fill="#1c1a17" color="hsl(';

    /// @dev The rosette is thirty-two ellipses, each use turning what it doubles by half its own turn. The band is two waves, each four
    /// times over a tile of 40 by 56. Then the paper with its border, the rosettes, the seal and the rules.
    string private constant _DRAWING =
        '" fill="none" stroke="currentColor"/>'
        '<g id="b"><use href="#a"/><use href="#a" transform="rotate(5.625)"/></g>'
        '<g id="c"><use href="#b"/><use href="#b" transform="rotate(11.25)"/></g>'
        '<g id="e"><use href="#c"/><use href="#c" transform="rotate(22.5)"/></g>'
        '<g id="f"><use href="#e"/><use href="#e" transform="rotate(45)"/></g>'
        '<g id="g"><use href="#f"/><use href="#f" transform="rotate(90)"/></g>'
        '<g id="h"><path d="M-40 28c7.3-32 12.7-32 20 0s12.7 32 20 0 12.7-32 20 0 12.7 32 20 0 12.7-32 20 0 12.7 32 20 0"/>'
        '<path d="M-40 28c7.3-14 12.7-14 20 0s12.7 14 20 0 12.7-14 20 0 12.7 14 20 0 12.7-14 20 0 12.7 14 20 0"/></g>'
        '<pattern id="i" x="80" y="24" width="40" height="56" patternUnits="userSpaceOnUse">'
        '<g fill="none" stroke="currentColor" stroke-width=".9"><use href="#h"/><use href="#h" x="10"/>'
        '<use href="#h" x="20"/><use href="#h" x="30"/></g></pattern>'
        '<g id="j"><path fill="url(#i)" d="M80 24H920V80H80z"/>'
        '<circle cx="52" cy="52" r="25" fill="currentColor" fill-opacity=".08" stroke="currentColor" stroke-width="1.5"/>'
        '<use href="#g" transform="translate(52 52)scale(.075)" stroke-width="5"/></g>'
        "</defs>"
        '<path fill="#fbf8ef" d="M0 0H1000V1000H0z"/>'
        '<g fill="none" stroke="currentColor"><path stroke-width="3" d="M14 14H986V986H14z"/>'
        '<path stroke-width="1.5" d="M24 24H976V976H24zM80 80H920V920H80zM24 80H80V24M920 24V80H976M976 920H920V976M80 976V920H24"/>'
        '<path stroke-width=".75" d="M87 87H913V913H87z"/></g>'
        '<use href="#j"/><use href="#j" transform="rotate(90 500 500)"/>'
        '<use href="#j" transform="rotate(180 500 500)"/><use href="#j" transform="rotate(270 500 500)"/>'
        '<use href="#g" transform="translate(500 375)" stroke-opacity=".15"/>'
        '<use href="#g" transform="translate(812 741)scale(.29)" stroke-width="2" stroke-opacity=".55"/>'
        '<g fill="none" stroke="currentColor"><circle cx="812" cy="741" r="86" stroke-width="3"/>'
        '<circle cx="812" cy="741" r="60" stroke-width="1.5" fill="#fbf8ef" fill-opacity=".92"/></g>'
        '<path fill="none" stroke="currentColor" stroke-width="1.5" d="M200 305H470M530 305H800M485 305l15-9 15 9-15 9z"/>'
        '<path stroke="#1c1a17" d="M112 864H490"/>';

    string private constant _SECOND_SIGNATURE = '<path stroke="#1c1a17" d="M510 864H888"/>';

    /// @notice The image up to its title, to which the text is yet to be added.
    function opening(Terms memory terms) internal pure returns (string memory) {
        return string.concat(_OPENING, Strings.toString(_seedOf(terms) % _HUES), ',48%,27%)"><title id="t">');
    }

    /// @notice All that lies under the text, with room for one signature or two.
    function drawing(Terms memory terms, bool signedTwice) internal pure returns (string memory) {
        uint256 width = _NARROWEST + ((_seedOf(terms) / _HUES) % _WIDTHS);
        return
            string.concat(
                '<defs><ellipse id="a" rx="290" ry="',
                Strings.toString(width),
                _DRAWING,
                signedTwice ? _SECOND_SIGNATURE : ""
            );
    }

    function _seedOf(Terms memory terms) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(terms)));
    }
}
