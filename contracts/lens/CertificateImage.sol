// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

// what it writes is full of double quotes
// solhint-disable quotes

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {LibString} from "solady/src/utils/LibString.sol";

import {ICertificateImage} from "../interfaces/ICertificateImage.sol";
import {INoteViews} from "../interfaces/INoteViews.sol";
import {Record, Terms} from "../types/NoteTypes.sol";
import {CertificateArtwork} from "./certificate/CertificateArtwork.sol";
import {CertificateLines, Page, Style} from "./certificate/CertificateLines.sol";
import {CertificateText, Wording} from "./certificate/CertificateText.sol";
import {PlainText} from "./certificate/PlainText.sol";

/// @title CertificateImage
/// @notice Draws certificates. It keeps nothing and serves any contract that holds notes.
contract CertificateImage is ICertificateImage {
    using CertificateLines for Page;

    uint256 private constant _MOST_LINES = 40;

    uint256 private constant _CENTRE = 500;
    uint256 private constant _LINE = 780;
    uint256 private constant _LINE_BELOW = 680;

    uint256 private constant _LABELS_LEFT = 112;
    uint256 private constant _LABELS_WIDTH = 145;
    uint256 private constant _VALUES_LEFT = 262;
    uint256 private constant _VALUES_WIDTH = 454;

    uint256 private constant _SEAL = 812;
    uint256 private constant _SECOND_SIGNATURE_LEFT = 510;
    uint256 private constant _SIGNATURE_WIDTH = 378;

    /// @inheritdoc ICertificateImage
    function imageOf(INoteViews notes, uint256 id) external view returns (string memory svg) {
        (Terms memory terms, ) = notes.termsOf(id);
        Record memory record = notes.recordOf(id);
        Wording memory wording = CertificateText.wordingOf(id, terms, record);
        Page memory page = CertificateLines.blank(_MOST_LINES);
        _setDebt(page, wording);
        _setTerms(page, wording);
        _setSeal(page, wording);
        _setSignature(page, "Maker", terms.borrower, _LABELS_LEFT);
        bool assigned = record.obligor != terms.borrower;
        if (assigned) {
            _setSignature(page, "Present obligor", record.obligor, _SECOND_SIGNATURE_LEFT);
        }
        _setSmallPrint(page, address(notes), terms);
        string memory title = string.concat(wording.title, " No. ", wording.number);
        return
            string.concat(
                CertificateArtwork.opening(terms),
                LibString.escapeHTML(title),
                '</title><desc id="d">',
                LibString.escapeHTML(CertificateText.descriptionOf(wording)),
                "</desc>",
                CertificateArtwork.drawing(terms, assigned),
                page.svgOf(),
                "</svg>"
            );
    }

    function _setDebt(Page memory page, Wording memory wording) private pure {
        page.set(string.concat("No. ", wording.number), Style.Accent, _CENTRE, 140, 48, _LINE);
        if (wording.convertible) page.set("CONVERTIBLE", Style.Spaced, _CENTRE, 194, 34, _LINE);
        page.set("Promissory Note", Style.Bold, _CENTRE, wording.convertible ? 268 : 242, 76, _LINE);
        page.set(wording.principal, Style.Bold, _CENTRE, 396, 92, _LINE);
        if (wording.reduced) {
            string memory outstanding = string.concat("of which ", wording.outstanding, " is outstanding");
            page.set(outstanding, Style.Accent, _CENTRE, 450, 38, _LINE_BELOW);
        } else if (bytes(wording.ending).length != 0) {
            page.set(wording.ending, Style.Accent, _CENTRE, 450, 38, _LINE_BELOW);
        }
        page.set(string.concat("due ", wording.maturity), Style.Middle, _CENTRE, 520, 58, _LINE);
    }

    function _setTerms(Page memory page, Wording memory wording) private pure {
        (uint256 y, uint256 next) = wording.convertible ? (580, 26) : (608, 36);
        _setRow(page, y, "Dated", wording.dated);
        _setRow(page, y += next, "Interest", string.concat(wording.rate, " a year, ", wording.dayCount));
        _setRow(page, y += next, "Overdue interest", wording.overdue);
        _setRow(page, y += next, "Prepayment", wording.prepayment);
        _setRow(page, y += next, "Transfer", wording.transfer);
        if (wording.convertible) {
            _setRow(page, y += next, "Convertible", wording.window);
            _setRow(page, y += next, "into", _stockOf(wording));
            _setRow(page, y += next, "at", string.concat(wording.price, " a share,"));
            page.set(CertificateText.AS_SHARES_STOOD, Style.Plain, _VALUES_LEFT, y += next, 18, _VALUES_WIDTH);
        }
        if (bytes(wording.document).length == 0) return;
        string memory document = string.concat(
            "SHA-256 ",
            PlainText.slice(wording.document, 2, 10),
            unicode"…",
            PlainText.slice(wording.document, 58, 66)
        );
        _setRow(page, y + next, "Document", document);
    }

    function _setRow(Page memory page, uint256 y, string memory label, string memory value) private pure {
        page.set(label, Style.Label, _LABELS_LEFT, y, 16, _LABELS_WIDTH);
        page.set(value, Style.Plain, _VALUES_LEFT, y, 18, _VALUES_WIDTH);
    }

    function _stockOf(Wording memory wording) private pure returns (string memory) {
        if (bytes(wording.stockName).length == 0) return wording.stock;
        return string.concat(wording.stockName, " (", wording.stock, ")");
    }

    function _setSeal(Page memory page, Wording memory wording) private pure {
        page.set("No.", Style.Accent, _SEAL, 720, 22, 96);
        page.set(wording.number, Style.Accent, _SEAL, 770, 54, 100);
    }

    function _setSignature(Page memory page, string memory role, address account, uint256 x) private pure {
        page.set(Strings.toChecksumHexString(account), Style.Plain, x, 857, 14, _SIGNATURE_WIDTH);
        page.set(role, Style.Label, x, 880, 13, _SIGNATURE_WIDTH);
    }

    function _setSmallPrint(Page memory page, address notes, Terms memory terms) private pure {
        string memory text = string.concat(
            "Registered in ",
            Strings.toChecksumHexString(notes),
            unicode" · currency ",
            Strings.toChecksumHexString(terms.currency)
        );
        if (terms.stock != address(0)) {
            text = string.concat(text, unicode" · stock ", Strings.toChecksumHexString(terms.stock));
        }
        page.set(text, Style.Middle, _CENTRE, 903, 9, _LINE);
    }
}
