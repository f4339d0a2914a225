// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// what it writes is full of double quotes
// solhint-disable quotes

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {ICertificateImage} from "../interfaces/ICertificateImage.sol";
import {INoteCertificate} from "../interfaces/INoteCertificate.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {MakingFacts, Record, Terms} from "../types/NoteTypes.sol";
import {CertificateImage} from "./CertificateImage.sol";
import {CertificateAttributes} from "./certificate/CertificateAttributes.sol";
import {CertificateText, Wording} from "./certificate/CertificateText.sol";

/// @title NoteCertificate
/// @notice Writes notes out as certificates. It keeps nothing and serves any contract that holds notes.
contract NoteCertificate is INoteCertificate {
    /// @inheritdoc INoteCertificate
    ICertificateImage public immutable image;

    constructor() {
        image = new CertificateImage();
    }

    /// @inheritdoc INoteCertificate
    function certificateOf(INoteViews notes, uint256 id) external view returns (string memory uri) {
        (Terms memory terms, MakingFacts memory making) = notes.termsOf(id);
        Record memory record = notes.recordOf(id);
        Wording memory wording = CertificateText.wordingOf(id, terms, record);
        string memory json = string.concat(
            '{"name":"',
            wording.title,
            " No. ",
            wording.number,
            '","description":"',
            Strings.escapeJSON(CertificateText.descriptionOf(wording)),
            '","image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(image.imageOf(notes, id))),
            '","attributes":',
            CertificateAttributes.attributesOf(id, terms, making, record, wording),
            "}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }
}
