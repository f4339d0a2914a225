// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {INoteViews} from "./INoteViews.sol";

/// @title ICertificateImage
/// @notice Draws the certificate of a note.
interface ICertificateImage {
    /// @notice The picture on a note's certificate, as it is within `INoteCertificate.certificateOf`.
    /// @param notes Contract that holds the note.
    /// @param id The note.
    /// @return svg An SVG of 1000 by 1000 units: no script, no font and nothing else from elsewhere, a title and a description for who
    /// cannot see it.
    function imageOf(INoteViews notes, uint256 id) external view returns (string memory svg);
}
