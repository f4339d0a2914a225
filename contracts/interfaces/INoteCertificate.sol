// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICertificateImage} from "./ICertificateImage.sol";
import {INoteViews} from "./INoteViews.sol";

/// @title INoteCertificate
/// @notice Writes a note out as a certificate, which is what `tokenURI` answers with.
interface INoteCertificate {
    /// @notice The certificate of a note, as ERC-721 metadata.
    /// @dev It depends on the terms, the record and what the currency and the stock say of themselves; not on the block's time. Whatever the
    /// currency and the stock answer, it does not revert: a symbol that cannot be shown gives way to the address, and amounts in a
    /// currency whose decimals cannot be read are shown in its smallest unit. Reverts as `termsOf` does for a note that was never made;
    /// one that ended has its certificate still, marked with how and when.
    /// @param notes Contract that holds the note.
    /// @param id The note.
    /// @return uri `data:application/json;base64,` with name, description, image and attributes. The image is an SVG of 1000 by 1000 units,
    /// as a data address itself. Dates among the attributes are seconds since 1970-01-01: noon UTC, which is the same day from twelve
    /// hours behind Greenwich to eleven ahead. Money and rates are text, since a JSON number might round them.
    function certificateOf(INoteViews notes, uint256 id) external view returns (string memory uri);

    /// @notice What draws the picture.
    function image() external view returns (ICertificateImage);
}
